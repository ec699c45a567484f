import { spawnSync } from 'node:child_process';
import { mkdirSync, readFileSync, rmSync } from 'node:fs';
import { prepareBrowserTests } from './browser/prepare.ts';

/**
 * The one test command: finds (or gets) a browser, builds the pages the browser tests open, runs every test,
 * and closes with `N passed, N failed`. Arguments are passed on to vitest.
 */
const report = 'test/artifacts/report.json';
mkdirSync('test/artifacts', { recursive: true });
rmSync(report, { force: true });

const env = prepareBrowserTests();
if (!env) process.exit(1);

const vitest = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
const { status } = spawnSync(
  process.execPath,
  ['node_modules/vitest/vitest.mjs', ...vitest, ...process.argv.slice(2)],
  { stdio: ['ignore', 'inherit', 'inherit'], env },
);

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
