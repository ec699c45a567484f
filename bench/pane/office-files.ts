import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const version = '1.1.110';
const home = resolve(import.meta.dirname, '../../.urddas/office-js');

/**
 * Folder of the real Office.js, from npm (86 MB, kept in `.urddas`; never part of the product, which loads it from
 * Microsoft's own network). Null where it cannot be had: what is compared with it is then not measured.
 */
export function provideOffice(): { folder: string; version: string } | null {
  const folder = join(home, 'node_modules/@microsoft/office-js/dist');
  if (!existsSync(join(folder, 'office.js'))) {
    mkdirSync(home, { recursive: true });
    const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
    const options = ['--prefix', home, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
    spawnSync(npm, ['install', ...options, `@microsoft/office-js@${version}`], { stdio: 'ignore', timeout: 300_000 });
  }
  return existsSync(join(folder, 'office.js')) ? { folder, version } : null;
}
