import { spawnSync } from 'node:child_process';
import { existsSync, mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';

const version = '1.1.110';
const kept = resolve(import.meta.dirname, '../../.urddas/office-js');

export interface OfficeFiles {
  /** Laid out as on Microsoft's network under `/lib/1/hosted`. */
  folder: string;
  version: string;
}

/**
 * The real Office.js, from npm (86 MB, kept in `home`; never part of the product, which loads it from Microsoft's own network, and no
 * dependency of it: its licence is Microsoft's own). Throws where it cannot be had.
 */
export function provideOffice(home: string = kept, registry?: string): OfficeFiles {
  const folder = join(home, 'node_modules/@microsoft/office-js/dist');
  if (existsSync(join(folder, 'office.js'))) return { folder, version };
  mkdirSync(home, { recursive: true });
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  const named = `@microsoft/office-js@${version}`;
  const options = ['--prefix', home, '--no-save', '--no-audit', '--no-fund', '--ignore-scripts'];
  // Whoever runs the tests silently is to hear all the same why nothing came.
  options.push('--loglevel', 'error');
  if (registry !== undefined) options.push('--registry', registry, '--fetch-retries', '0');
  const { stderr } = spawnSync(npm, ['install', ...options, named], { encoding: 'utf8', timeout: 300_000 });
  if (existsSync(join(folder, 'office.js'))) return { folder, version };
  throw new Error(
    `${named} could not be fetched from the npm registry, so nothing was tried with it. npm said: ${stderr}`,
  );
}
