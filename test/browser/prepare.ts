import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { findPartBrowser } from './find-browser.ts';
import { provideBrowser } from './install.ts';

const root = join(import.meta.dirname, '../..');

/** Finds (or gets) a browser and builds the pages that browser tests open. The environment to run tests in; null, and said why, where one of both failed. */
export function prepareBrowserTests(): NodeJS.ProcessEnv | null {
  const browser = provideBrowser();
  if (!browser) {
    console.error('No Chromium, Chrome or Edge was found, and none could be installed. Set BROWSER_PATH to one.');
    return null;
  }
  const env = { ...process.env, BROWSER_PATH: browser, PART_BROWSER_PATH: findPartBrowser() ?? browser };
  for (const mode of [[], ['--mode', 'sandbox']]) {
    const args = ['node_modules/vite/bin/vite.js', 'build', ...mode, '--logLevel', 'warn'];
    const { status } = spawnSync(process.execPath, args, { cwd: root, stdio: ['ignore', 'inherit', 'inherit'], env });
    if (status !== 0) return null;
  }
  return env;
}
