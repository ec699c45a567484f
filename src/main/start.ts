import { access, mkdir } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { parseArgs } from 'node:util';
import { isRemoteError } from '../application/remote-error.ts';
import { appIdentity } from './start/app-keys.ts';
import { buildPages } from './start/build-pages.ts';
import { Child } from './start/child-process.ts';
import { prepareDemoTenant } from './start/demo-tenant.ts';
import { nextFree, readPort, requireFree } from './start/free-port.ts';
import { type Persona, SandboxControl } from './start/sandbox-control.ts';
import { StartFailure } from './start/start-failure.ts';
import { waitUntilAnswers } from './start/wait-until-answers.ts';

/**
 * `npm start`: the whole product against the stand-in tenant, in two processes beside this one. `PORT` (3000) is the
 * tenant's and its host pages', `APP_PORT` (the next free one) our own. Prints `ready http://localhost:<PORT>` last.
 */
const root = resolve(fileURLToPath(new URL('../..', import.meta.url)));
const say = (line: string) => console.log(line);
const children: Child[] = [];
let isLeaving = false;

async function run(): Promise<void> {
  const { values } = parseArgs({ options: { reset: { type: 'boolean', default: false } } });
  const port = await requireFree(readPort(process.env.PORT ?? '3000', 'PORT'), 'PORT');
  const appPort = process.env.APP_PORT
    ? await requireFree(readPort(process.env.APP_PORT, 'APP_PORT'), 'APP_PORT')
    : await nextFree(port + 1);
  const stateDir = resolve(process.env.URDDAS_STATE_DIR ?? join(root, '.urddas'));
  await mkdir(stateDir, { recursive: true });

  await buildPages(root, say);
  for (const page of ['dist/client/pane.html', 'dist/client/tab.html', 'dist/sandbox/outlook.html']) {
    await access(join(root, page)).catch(() => {
      throw new StartFailure(`${page} is missing although the pages were built. Delete "dist" and start again.`);
    });
  }

  const origin = `http://localhost:${port}`;
  const appOrigin = `http://localhost:${appPort}`;
  const tenant = launch('tenant', 'src/main/sandbox.ts', stateDir, {
    args: ['--port', String(port), '--file', join(stateDir, 'tenant.sqlite'), ...(values.reset ? ['--reset'] : [])],
    environment: {},
    isRestarted: false,
  });
  await waitUntilAnswers(`${origin}/sandbox/tenant`, {
    name: 'tenant',
    timeoutMs: 60_000,
    gaveUp: tenant.endedBecause,
  });

  const control = new SandboxControl(origin);
  const settingsFile = await prepareDemoTenant({
    control,
    app: await appIdentity(stateDir),
    appOrigin,
    stateDir,
    say: process.env.URDDAS_VERBOSE ? say : () => undefined,
  });

  launch('service', 'src/main/service.ts', stateDir, {
    args: [],
    environment: { URDDAS_SETTINGS: settingsFile, PORT: String(appPort), NODE_ENV: 'production' },
    isRestarted: true,
  });
  const service = children.at(-1);
  for (const path of ['/healthz', '/readyz']) {
    await waitUntilAnswers(`${appOrigin}${path}`, { name: 'service', timeoutMs: 60_000, gaveUp: () => null }).catch(
      (error: unknown) => {
        throw new StartFailure(`${error instanceof Error ? error.message : error}\n${service?.lastLines ?? ''}`);
      },
    );
  }
  introduce(origin, appOrigin, await control.personas());
  say(`ready ${origin}`);
}

function launch(
  name: string,
  script: string,
  stateDir: string,
  plan: { args: string[]; environment: Record<string, string>; isRestarted: boolean },
): { endedBecause: () => string | null } {
  const child = new Child({ name, script: join(root, script), logFile: join(stateDir, `${name}.log`), ...plan }, say);
  children.push(child);
  let ended: string | null = null;
  child.onEnd((code) => {
    ended = `It ended with code ${code}.\n${child.lastLines}`;
    void leave(1, `The ${name} ended. ${ended}`);
  });
  child.start();
  return { endedBecause: () => ended };
}

function introduce(origin: string, appOrigin: string, personas: Persona[]): void {
  say(`\nThe tenant is at ${origin}, Urddas itself at ${appOrigin}. Switches: ${origin}/sandbox`);
  say('Be one of these people:');
  for (const { key, displayName, description } of personas) {
    say(`  ${key.padEnd(15)} ${displayName}: ${description}`);
    say(
      `${' '.repeat(18)}${['outlook', 'teams', 'sharepoint'].map((host) => `${origin}/${host}?persona=${key}`).join('  ')}`,
    );
  }
  say('');
}

/** Ends both processes, and this one, within the five seconds that are promised. */
async function leave(code: number, message?: string): Promise<void> {
  if (isLeaving) return;
  isLeaving = true;
  if (message) console.error(message);
  setTimeout(() => {
    for (const child of children) child.kill();
    process.exit(code);
  }, 4_500).unref();
  await Promise.all(children.map((child) => child.stop()));
  process.exit(code);
}

for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => void leave(0));
process.on('exit', () => {
  for (const child of children) child.kill();
});

run().catch((error: unknown) => {
  if (isLeaving) return;
  const isExpected = error instanceof StartFailure || isRemoteError(error);
  void leave(1, isExpected ? error.message : error instanceof Error ? (error.stack ?? error.message) : String(error));
});
