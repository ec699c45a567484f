import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { chromium } from 'playwright-core';
import { findBrowser } from './find-browser.ts';

function run(command: string, args: string[]): boolean {
  return spawnSync(command, args, { stdio: ['ignore', 'inherit', 'inherit'] }).status === 0;
}

/**
 * Path of a browser for the tests: an installed one, else Playwright's own download, else Debian's package
 * where we are root. Says what it does; null when all three fail.
 */
export function provideBrowser(): string | null {
  const installed = findBrowser();
  if (installed) {
    console.log(`browser: using ${installed}`);
    return installed;
  }
  const downloaded = chromium.executablePath();
  if (existsSync(downloaded)) {
    console.log(`browser: using ${downloaded}`);
    return downloaded;
  }
  console.log('browser: none installed, asking Playwright to download Chromium');
  const cli = join(dirname(createRequire(import.meta.url).resolve('playwright-core/package.json')), 'cli.js');
  if (run(process.execPath, [cli, 'install', 'chromium']) && existsSync(downloaded)) return downloaded;
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('browser: the download failed; installing the chromium package');
    run('apt-get', ['update', '-qq']);
    run('apt-get', ['install', '-y', '-qq', 'chromium', 'chromium-headless-shell']);
    return findBrowser();
  }
  return null;
}
