import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { provideBrowser } from './browser/install.ts';

/**
 * The one test command: finds (or gets) a browser, builds the pages the browser tests open, runs every test,
 * and closes with `N passed, N failed`. Arguments are passed on to vitest.
 */
const report = 'test/artifacts/report.json';
mkdirSync('test/artifacts', { recursive: true });
rmSync(report, { force: true });

const browser = provideBrowser();
if (!browser) {
  console.error('No Chromium, Chrome or Edge was found, and none could be installed. Set BROWSER_PATH to one.');
  process.exit(1);
}
const env = { ...process.env, BROWSER_PATH: browser };

function runNode(script: string, args: string[]): number {
  return spawnSync(process.execPath, [script, ...args], { stdio: ['ignore', 'inherit', 'inherit'], env }).status ?? 1;
}

const vite = 'node_modules/vite/bin/vite.js';
if (runNode(vite, ['build', '--logLevel', 'warn']) !== 0) process.exit(1);
if (runNode(vite, ['build', '--mode', 'sandbox', '--logLevel', 'warn']) !== 0) process.exit(1);

const status = runNode('node_modules/vitest/vitest.mjs', [
  'run',
  '--reporter=default',
  '--reporter=json',
  `--outputFile.json=${report}`,
  ...process.argv.slice(2),
]);

let passed = 0;
let failed = 0;
try {
  const result = JSON.parse(readFileSync(report, 'utf8'));
  passed = result.numPassedTests;
  // A file that cannot even be loaded runs no test; it must not look like a pass.
  failed =
    result.numFailedTests +
    result.testResults.filter(
      (file: { status: string; assertionResults: unknown[] }) =>
        file.status === 'failed' && file.assertionResults.length === 0,
    ).length;
} catch {
  failed = 1;
}
if (status !== 0 && failed === 0) failed = 1;
console.log(`${passed} passed, ${failed} failed`);
process.exit(failed === 0 && passed > 0 ? 0 : 1);
