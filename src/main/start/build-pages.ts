import { spawn } from 'node:child_process';
import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { StartFailure } from './start-failure.ts';

const sources = ['src', 'assets', 'vite.config.ts', 'package-lock.json'];
const stamp = join('dist', 'built.txt');
/** Two starts at once must not build into one folder. */
const lock = join('node_modules', '.cache', 'urddas-build');
const lockLimitMs = 180_000;

/** Builds our pages and the host pages, unless what is there is newer than every source. */
export async function buildPages(root: string, say: (line: string) => void): Promise<void> {
  const newest = String(await newestChange(sources.map((source) => join(root, source))));
  const isBuilt = async () => (await readFile(join(root, stamp), 'utf8').catch(() => null)) === newest;
  if (await isBuilt()) return;
  const release = await waitForLock(join(root, lock));
  try {
    // Another start may have built while this one waited.
    if (await isBuilt()) return;
    say('Building the pages (once, and again after a change) …');
    await runVite(root, []);
    await runVite(root, ['--mode', 'sandbox']);
    await mkdir(join(root, dirname(stamp)), { recursive: true });
    await writeFile(join(root, stamp), newest);
  } finally {
    await release();
  }
}

/** A folder is made by one process only. One left by a build that was killed is taken over after a while. */
async function waitForLock(path: string): Promise<() => Promise<void>> {
  await mkdir(dirname(path), { recursive: true });
  for (;;) {
    try {
      await mkdir(path);
      return () => rm(path, { recursive: true, force: true });
    } catch {
      const held = await stat(path).catch(() => null);
      if (held && Date.now() - held.mtimeMs > lockLimitMs) await rm(path, { recursive: true, force: true });
      else await new Promise((resolve) => setTimeout(resolve, 200));
    }
  }
}

async function newestChange(paths: string[]): Promise<number> {
  const times = await Promise.all(paths.map(changedAt));
  return Math.max(0, ...times);
}

/** Milliseconds of the newest file or folder in it; a folder changes when a file in it comes or goes. */
async function changedAt(path: string): Promise<number> {
  const found = await stat(path).catch(() => null);
  if (!found) return 0;
  if (!found.isDirectory()) return found.mtimeMs;
  const names = await readdir(path);
  return Math.max(found.mtimeMs, await newestChange(names.map((name) => join(path, name))));
}

function runVite(root: string, options: string[]): Promise<void> {
  const manifest = createRequire(import.meta.url).resolve('vite/package.json');
  const script = join(dirname(manifest), 'bin', 'vite.js');
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [script, 'build', '--logLevel', 'warn', ...options], {
      cwd: root,
      env: { ...process.env, NODE_ENV: 'production' },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) stream.on('data', (chunk) => (output += String(chunk)));
    child.once('error', (error) => reject(new StartFailure('The pages could not be built.', { cause: error })));
    child.once('exit', (code) => {
      if (code === 0) resolve();
      else reject(new StartFailure(`The pages could not be built:\n${output.trim()}`));
    });
  });
}
