import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { createAdaptorServer } from '@hono/node-server';
import { type Service, type WiringOptions, wireService } from '../../../src/main/service-wiring.ts';
import { type AppIdentity, appIdentity } from '../../../src/main/start/app-keys.ts';
import { prepareDemoTenant, setupApp } from '../../../src/main/start/demo-tenant.ts';
import { SandboxControl } from '../../../src/main/start/sandbox-control.ts';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/server.ts';
import { createLogger, PinoServiceLog } from '../../../src/service/log.ts';
import { readServiceSettings, type ServiceSettings } from '../../../src/service/settings.ts';

export interface Replica extends Service {
  /** For example `http://localhost:41231`. */
  origin: string;
}

/** What a test can ask of a tenant, whoever started it. */
export interface TenantView {
  sandbox: { origin: string };
  settings: ServiceSettings;
  token: (order: Record<string, unknown>) => Promise<string>;
  /** JSON from the tenant's Graph, as the setup app that sees everything. */
  look: <T>(path: string) => Promise<T>;
}

export interface Product extends TenantView {
  sandbox: RunningSandbox;
  app: AppIdentity;
  /** Everything the replicas have logged. */
  logged: () => string;
  /** What a replica writes `logged` by. */
  log: PinoServiceLog;
  /** Makes the site ready once more, as `npm start` did. */
  makeReady: () => Promise<void>;
  /** Done when the product is closed. */
  onClose: (close: () => Promise<unknown>) => void;
  /** A replica on the port Teams and Graph know, or a further one on another. Its loops stand still until started. */
  addReplica: (options?: WiringOptions) => Promise<Replica>;
  close: () => Promise<void>;
}

const pane =
  '<!doctype html><html lang="en"><head><script type="application/json" id="settings"></script><script>/* early */</script></head><body></body></html>';

/** Pages as a build would leave them, for a service that nobody opens. */
export async function writePages(distDir: string): Promise<void> {
  await mkdir(join(distDir, 'assets'), { recursive: true });
  await Promise.all([
    ...['pane.html', 'pane.en.html', 'pane.cy.html', 'tab.html'].map((name) =>
      writeFile(join(distDir, name), pane.replace('lang="en"', name.includes('.cy.') ? 'lang="cy"' : 'lang="en"')),
    ),
    writeFile(join(distDir, 'assets', 'pane-abcDEF12.js.map'), '{"sources":["pane.tsx"]}'),
    writeFile(join(distDir, 'assets', 'pane-abcDEF12.js'), `console.log(${JSON.stringify('x'.repeat(5_000))})`),
  ]);
}

/** The tenant, made ready as `npm start` does, and as many replicas of the service as a test asks for. */
export async function startProduct(over: Partial<ServiceSettings> = {}): Promise<Product> {
  const sandbox = await startSandbox({ port: 0, file: ':memory:' });
  const folder = await mkdtemp(join(tmpdir(), 'urddas-'));
  const closing: (() => Promise<unknown>)[] = [];
  // The port is taken first, because the tenant must know where the bot and the webhook are.
  const holder = createAdaptorServer({ fetch: () => new Response(null, { status: 503 }) }) as Server;
  await new Promise<void>((done) => holder.listen(0, done));
  const { port } = holder.address() as AddressInfo;
  await new Promise((done) => holder.close(done));

  const app = await appIdentity(folder);
  const control = new SandboxControl(sandbox.origin);
  const appOrigin = `http://localhost:${port}`;
  const makeReady = () => prepareDemoTenant({ control, app, appOrigin, stateDir: folder, say: () => undefined });
  const file = await makeReady();
  const distDir = join(folder, 'client');
  await writePages(distDir);
  const settings = { ...(await readServiceSettings({ URDDAS_SETTINGS: file })), distDir, leaseSeconds: 5, ...over };
  const lines: string[] = [];
  const sink = new Writable({
    write: (chunk, _, done) => {
      lines.push(String(chunk));
      done();
    },
  });
  const log = new PinoServiceLog(createLogger('debug', sink as never));
  const token: Product['token'] = async (order) => {
    const response = await fetch(`${sandbox.origin}/sandbox/token`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(order),
    });
    if (!response.ok) throw new Error(`token: ${response.status} ${await response.text()}`);
    return ((await response.json()) as { access_token: string }).access_token;
  };
  let isFirst = true;

  return {
    sandbox,
    settings,
    app,
    logged: () => lines.join(''),
    log,
    makeReady: async () => {
      await makeReady();
    },
    onClose: (close) => closing.push(close),
    addReplica: async (options = {}) => {
      const service = await wireService(settings, log, options);
      const server = createAdaptorServer({ fetch: service.app.fetch }) as Server;
      const wanted = isFirst ? port : 0;
      isFirst = false;
      await new Promise<void>((done, failed) => {
        server.once('error', failed);
        server.listen(wanted, done);
      });
      closing.push(async () => {
        await service.work.stop();
        server.closeAllConnections();
        await new Promise((done) => server.close(done));
      });
      return { ...service, origin: `http://localhost:${(server.address() as AddressInfo).port}` };
    },
    token,
    look: async (path) => {
      const access = await token({ app: setupApp.clientId, scopes: ['.default'] });
      const response = await fetch(`${settings.graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '')}/v1.0${path}`, {
        headers: { authorization: `Bearer ${access}` },
      });
      if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
      return response.json() as never;
    },
    close: async () => {
      for (const close of closing) await close();
      await sandbox.close();
      await rm(folder, { recursive: true, force: true });
    },
  };
}
