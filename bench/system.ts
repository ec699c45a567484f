import { type ChildProcess, spawn } from 'node:child_process';
import { cp, mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { nextFree } from '../src/main/start/free-port.ts';
import type { ServiceSettingsInput } from '../src/service/settings.ts';

const root = resolve(import.meta.dirname, '..');
const startTimeoutMs = 180_000;

/** The whole product against the stand-in tenant, in a state of its own. */
export interface RunningSystem {
  /** The tenant's origin. */
  origin: string;
  /** The product's own. */
  appOrigin: string;
  settings: ServiceSettingsInput;
  stateDir: string;
  stop(): Promise<void>;
}

export async function startSystem(): Promise<RunningSystem> {
  const stateDir = await mkdtemp(join(tmpdir(), 'urddas-bench-'));
  const port = await nextFree(4_810);
  const appPort = await nextFree(port + 1);
  const environment = { URDDAS_STATE_DIR: stateDir, PORT: String(port), APP_PORT: String(appPort) };
  const child = launch('src/main/start.ts', ['--reset'], environment);
  await printed(child, /^ready /m);
  const settings = JSON.parse(await readFile(join(stateDir, 'service-settings.json'), 'utf8')) as ServiceSettingsInput;
  return {
    origin: `http://localhost:${port}`,
    appOrigin: `http://localhost:${appPort}`,
    settings,
    stateDir,
    stop: async () => {
      await ended(child);
      await cp(join(stateDir, 'service.log'), join(tmpdir(), 'urddas-bench-service.log')).catch(() => undefined);
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** A process of ours, by the same loader. */
export function launch(script: string, args: string[], environment: Record<string, string>): ChildProcess {
  return spawn(process.execPath, ['--import', 'tsx', join(root, script), ...args], {
    cwd: root,
    env: { ...process.env, ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
}

/** Waits for a line; what was printed until then is in the message when it never comes. */
export function printed(child: ChildProcess, line: RegExp): Promise<void> {
  return new Promise((done, fail) => {
    let text = '';
    const timer = setTimeout(() => fail(new Error(`It did not start in time:\n${text}`)), startTimeoutMs);
    const listen = (chunk: Buffer) => {
      text += String(chunk);
      if (!line.test(text)) return;
      clearTimeout(timer);
      done();
    };
    child.stdout?.on('data', listen);
    child.stderr?.on('data', listen);
    child.once('exit', (code) => {
      clearTimeout(timer);
      fail(new Error(`It ended with ${code}:\n${text}`));
    });
  });
}

export async function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((done) => child.once('exit', done));
  child.kill('SIGTERM');
  const insist = setTimeout(() => child.kill('SIGKILL'), 8_000);
  await gone;
  clearTimeout(insist);
}
