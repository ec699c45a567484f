import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { appIdentity } from '../../../src/main/start/app-keys.ts';
import { Child } from '../../../src/main/start/child-process.ts';
import { prepareDemoTenant, setupApp } from '../../../src/main/start/demo-tenant.ts';
import { SandboxControl } from '../../../src/main/start/sandbox-control.ts';
import { waitUntilAnswers } from '../../../src/main/start/wait-until-answers.ts';
import { readServiceSettings, type ServiceSettings } from '../../../src/service/settings.ts';
import type { TenantView } from '../../service/support/product.ts';

/** An app of the tests' own: it sees every mailbox, every list and every file, so that they can count. */
const observer = {
  clientId: '5e1f0d3c-7a52-4c7e-9b1e-0f6a2d9c4b11',
  registration: {
    name: 'Observer',
    applicationRoles: ['Mail.ReadWrite', 'Mail.Send', 'Sites.FullControl.All', 'User.Read.All', 'Group.Read.All'],
  },
};

const watchedMailboxes = [
  ...['carys.llwydfenn', 'sian.morlais', 'tom.hathersedge', 'ymholiadau', 'urddas'],
  ...['diogelwch', 'seiberddiogelwch', 'desg.gymorth', 'adnoddau.dynol', 'switsfwrdd'],
];

/** A process of the service; `pid` is another after each end. */
export interface ServiceProcess {
  pid: number;
  stop(): Promise<void>;
}

export interface RunningSystem extends TenantView {
  origin: string;
  appOrigin: string;
  /** Replica 0 is the one Teams and Graph know. All are real processes, started again when they end. */
  replicas: ServiceProcess[];
  /** Another process of the service, on a port of its own. */
  addReplica(): Promise<ServiceProcess>;
  /** Ends the first replica and leaves it so until `startService`. */
  stopService(): Promise<void>;
  startService(): Promise<void>;
  /** A request to the tenant's own switches. */
  control<T = unknown>(method: string, path: string, body?: unknown): Promise<T>;
  /** Any request to Graph with any token; the answer as it is. */
  graph(token: string, path: string, init?: RequestInit): Promise<Response>;
  /** A token of the app that sees everything. */
  observerToken(): Promise<string>;
  /** All that every process of the service has printed. */
  serviceLog(): Promise<string>;
  stop(): Promise<void>;
}

const root = resolve(import.meta.dirname, '../../..');
const quiet = () => undefined;
// The children are started by Node alone, whatever runs the test.
const loader = { NODE_OPTIONS: '--import tsx', NODE_ENV: 'production', VITEST: '' };

/** Tenant and service as `npm start` runs them, in processes of their own, on free ports and with a state of their own. */
export async function startSystem(over: Partial<ServiceSettings> = {}): Promise<RunningSystem> {
  const stateDir = await mkdtemp(join(tmpdir(), 'urddas-e2e-'));
  const [port, appPort] = await freePorts();
  const origin = `http://localhost:${port}`;
  const appOrigin = `http://localhost:${appPort}`;
  const children: Child[] = [];
  const launch = (name: string, script: string, args: string[], environment: Record<string, string>) => {
    const plan = { name, script: join(root, script), args, environment: { ...loader, ...environment } };
    const isRestarted = name !== 'tenant';
    const process = { pid: 0, stop: () => child.stop() };
    const hear = (line: string) => {
      const [, pid] = /runs as process (\d+)/.exec(line) ?? [];
      if (pid) process.pid = Number(pid);
    };
    const child = new Child({ ...plan, logFile: join(stateDir, `${name}.log`), isRestarted }, hear);
    children.push(child);
    child.start();
    return { child, process };
  };
  const answers = (url: string, child: Child) =>
    waitUntilAnswers(url, { name: url, timeoutMs: 60_000, gaveUp: () => null }).catch((error: unknown) => {
      throw new Error(`${String(error)}\n${child.lastLines}`);
    });

  const ask: RunningSystem['control'] = async (method, path, body) => {
    const response = await fetch(origin + path, {
      method,
      headers: { 'content-type': 'application/json' },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
    const text = await response.text();
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${text}`);
    return (text ? JSON.parse(text) : null) as never;
  };
  const tenantArgs = ['--port', String(port), '--file', join(stateDir, 'tenant.sqlite'), '--reset'];
  const { child: tenant } = launch('tenant', 'src/main/sandbox.ts', tenantArgs, {});
  await answers(`${origin}/sandbox/tenant`, tenant);
  const control = new SandboxControl(origin);
  const app = await appIdentity(stateDir);
  const file = await prepareDemoTenant({ control, app, appOrigin, stateDir, say: quiet });
  await control.registerApp(observer.clientId, observer.registration);
  await ask('PUT', `/sandbox/mail/apps/${observer.clientId}/mailboxes`, {
    mailboxes: watchedMailboxes.map((name) => `${name}@glanrafon.example`),
  });
  const prepared = { ...JSON.parse(await readFile(file, 'utf8')), distDir: join(root, 'dist/client'), ...over };
  const settingsFile = join(stateDir, 'settings.json');
  await writeFile(settingsFile, JSON.stringify(prepared));
  const settings = await readServiceSettings({ URDDAS_SETTINGS: settingsFile });

  const replicas: ServiceProcess[] = [];
  const startReplica = async (at: number) => {
    const name = `service-${replicas.length}`;
    const { child, process } = launch(name, 'src/main/service.ts', [], {
      URDDAS_SETTINGS: settingsFile,
      PORT: String(at),
    });
    await answers(`http://localhost:${at}/readyz`, child);
    return process;
  };
  replicas.push(await startReplica(appPort));

  const graphRoot = settings.graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
  const token: RunningSystem['token'] = async (order) =>
    (await ask<{ access_token: string }>('POST', '/sandbox/token', order)).access_token;
  const graph: RunningSystem['graph'] = (access, path, init = {}) =>
    fetch(`${graphRoot}/v1.0${path}`, { ...init, headers: { authorization: `Bearer ${access}`, ...init.headers } });

  return {
    origin,
    appOrigin,
    sandbox: { origin },
    settings,
    replicas,
    addReplica: async () => {
      const [at] = await freePorts();
      const replica = await startReplica(at);
      replicas.push(replica);
      return replica;
    },
    stopService: async () => {
      await replicas[0]?.stop();
    },
    startService: async () => {
      replicas[0] = await startReplica(appPort);
    },
    control: ask,
    token,
    graph,
    observerToken: () => token({ app: observer.clientId, scopes: ['.default'] }),
    look: async (path) => {
      const access = await token({ app: setupApp.clientId, scopes: ['.default'] });
      const response = await graph(access, path);
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json() as never;
    },
    serviceLog: () => readFile(join(stateDir, 'service-0.log'), 'utf8'),
    stop: async () => {
      await Promise.all(children.map((child) => child.stop()));
      await rm(stateDir, { recursive: true, force: true });
    },
  };
}

/** Two ports nothing listens on, held both at once so that they differ. */
async function freePorts(): Promise<[number, number]> {
  const servers = [createServer(), createServer()];
  const ports = await Promise.all(
    servers.map(
      (server) =>
        new Promise<number>((done) => {
          server.listen(0, () => {
            const address = server.address();
            done(typeof address === 'object' && address ? address.port : 0);
          });
        }),
    ),
  );
  await Promise.all(servers.map((server) => new Promise((done) => server.close(done))));
  return [ports[0] as number, ports[1] as number];
}
