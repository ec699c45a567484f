/**
 * `npm run conformance`: plays the end-to-end suite and writes down every request that the stand-in took or made, then holds
 * each against Microsoft's published definitions. `-- FILE…` plays these test files only; `-- --recording FILE` plays nothing.
 * Ends with 1 where a request is left that no definition and no exception has, where a test failed, or where an exception is
 * needed no more (told only when the whole suite was played).
 */
import { spawn } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { prepareBrowserTests } from '../browser/prepare.ts';
import { readRecording } from './recording.ts';
import { type Verdict, weigh } from './weigh.ts';

const root = join(import.meta.dirname, '../..');
const recordingFile = join(root, 'test/artifacts/conformance/recording.jsonl');
/** Drives everything that has to do with Microsoft 365: people in a browser, the service, and an administrator who makes the site ready. */
const wholeSuite = ['test/e2e', 'test/main/provision.test.ts', 'test/m365/auth/administrator-sign-in.test.ts'];

const line = (text: string) => process.stdout.write(`${text}\n`);

function play(files: string[]): Promise<number> {
  mkdirSync(dirname(recordingFile), { recursive: true });
  rmSync(recordingFile, { force: true });
  const env = prepareBrowserTests();
  if (!env) process.exit(1);
  const options = { cwd: root, stdio: 'inherit', env: { ...env, SANDBOX_RECORDING: recordingFile } } as const;
  const tests = spawn('npx', ['vitest', 'run', ...files], options);
  return new Promise((ended, failed) => {
    tests.once('error', failed);
    tests.once('close', (code) => ended(code ?? 1));
  });
}

function print({ requests, matched, used, unused, unmatched }: Verdict, isWhole: boolean): boolean {
  for (const { endpoint, finding, times, url } of unmatched) {
    line(`unmatched ${times}×  ${endpoint}  [${finding.kind}] ${finding.what}: ${finding.why}`);
    line(`             ${url.slice(0, 300)}`);
  }
  for (const { reason, page, times } of used.toSorted((one, other) => other.times - one.times)) {
    line(`exception ${times}×  ${reason}  ${page}`);
  }
  if (isWhole) for (const { reason, page } of unused) line(`needed no more: ${reason}  ${page}`);
  line(`requests ${requests} matched ${matched} exceptions ${used.length}`);
  return requests > 0 && matched === requests && !(isWhole && unused.length > 0);
}

const args = process.argv.slice(2);
const given = args[0] === '--recording' ? args[1] : undefined;
const files = given ? [] : args;
const failed = given ? 0 : await play(files.length > 0 ? files : wholeSuite);
const verdict = weigh(await readRecording(given ?? recordingFile));
if (failed !== 0) line('Tests failed: what they would have asked for is not in the recording.');
const isRight = print(verdict, !given && files.length === 0);
process.exitCode = isRight && failed === 0 ? 0 : 1;
