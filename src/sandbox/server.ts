import type { Server } from 'node:http';
import { createServer as createTlsServer } from 'node:https';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { Hono } from 'hono';
import { cors } from 'hono/cors';
import { registerBatch } from './batch/register-batch.ts';
import { registerTeams } from './bot/register-teams.ts';
import { bringAboutFaults } from './control/bring-about-faults.ts';
import { recordTraffic } from './control/record-traffic.ts';
import { registerControl } from './control/register-control.ts';
import { registerIncidentSeed } from './control/register-incident-seed.ts';
import { watchRequests } from './control/watch-requests.ts';
import { graphRouteMissing, keepGraphProtocol, nameGraphRequest } from './graph-protocol/keep-protocol.ts';
import { registerOfficeScript } from './hosts/office/register-office-script.ts';
import { registerHosts } from './hosts/register-hosts.ts';
import { registerLauncher } from './hosts/register-launcher.ts';
import { GraphFailure, graphErrorResponse, type SandboxApp, type SandboxContext, type SandboxEnv } from './http.ts';
import { botFrameworkAudience, ownAudiences } from './identity/access-tokens.ts';
import { prepareAppRegistrations } from './identity/app-registrations.ts';
import { authenticate } from './identity/authenticate.ts';
import { isEnabled, prepareDirectory } from './identity/directory-store.ts';
import { prepareManagedIdentities } from './identity/managed-identities.ts';
import { registerDirectory } from './identity/register-directory.ts';
import { registerHostSignIn } from './identity/register-host-sign-in.ts';
import { registerSignIn } from './identity/register-sign-in.ts';
import { registerMail } from './mail/register-mail.ts';
import { registerSharePoint } from './sharepoint/register-sharepoint.ts';
import { openTenant, type Tenant } from './tenant.ts';
import { type KeptCertificate, localhostCertificate } from './tls/localhost-certificate.ts';

export interface RunningSandbox {
  /** For example `http://localhost:3000`. */
  origin: string;
  tenant: Tenant;
  /** For requests without a socket; most tests use `origin`. */
  app: SandboxApp;
  /** What clients have to trust; null over plain http. */
  certificate: KeptCertificate | null;
  close(): Promise<void>;
}

export interface SandboxOptions {
  /** 0 takes a free one. */
  port: number;
  /** `:memory:` keeps nothing. */
  file: string;
  /** Starts from nothing instead of the state file. */
  reset?: boolean;
  /** Answers over TLS with a certificate of its own: some clients speak to nothing else. */
  https?: boolean;
  /** Told what the person who started it should know. */
  notice?: (sentence: string) => void;
  /** File to which all requests and answers are added, one JSON object a line; `SANDBOX_RECORDING` unless given. */
  recordTo?: string;
}

/** Exposed to browser code of other origins, as Graph does. */
const exposedHeaders = [
  'retry-after',
  'request-id',
  'client-request-id',
  'location',
  'www-authenticate',
  'etag',
  'content-range',
  'preference-applied',
];

/** Everything the tenant answers, without the socket. */
export function buildSandbox(tenant: Tenant): SandboxApp {
  const app: SandboxApp = new Hono<SandboxEnv>();
  prepareDirectory(tenant);
  prepareAppRegistrations(tenant);
  prepareManagedIdentities(tenant);

  const refuse = (failure: GraphFailure, c: SandboxContext) =>
    graphErrorResponse(failure, tenant.clock.stamp(), c.req.header('client-request-id'));
  app.onError((error, c) => {
    if (error instanceof GraphFailure) return refuse(error, c);
    console.error(error);
    return refuse(new GraphFailure(500, 'generalException', 'The stand-in failed; its own log says why.'), c);
  });
  app.notFound((c) => {
    if (c.req.path.startsWith('/graph/')) return refuse(graphRouteMissing(app, c), c);
    const nothing = `Nothing in the stand-in answers ${c.req.method} ${c.req.path}.`;
    return refuse(new GraphFailure(404, 'ResourceNotFound', nothing), c);
  });

  app.use('*', cors({ origin: '*', exposeHeaders: exposedHeaders, maxAge: 600 }));
  app.use('*', watchRequests(tenant));
  app.use('*', recordTraffic(tenant));
  const enabled = (userId: string) => isEnabled(tenant, userId);
  const { graph, sharepoint } = ownAudiences(tenant);
  app.use('/graph/*', nameGraphRequest());
  app.use(
    '/graph/*',
    authenticate(tenant, () => graph, enabled),
  );
  app.use(
    '/sites/:site/_api/*',
    authenticate(tenant, () => sharepoint, enabled),
  );
  app.use(
    '/connector/v3/*',
    authenticate(tenant, () => botFrameworkAudience, enabled),
  );
  app.use('/graph/*', keepGraphProtocol());
  app.use('*', bringAboutFaults(tenant));

  registerSignIn(app, tenant);
  registerHostSignIn(app, tenant);
  registerDirectory(app, tenant);
  registerMail(app, tenant);
  registerBatch(app);
  registerIncidentSeed(app, tenant);
  registerSharePoint(app, tenant);
  registerTeams(app, tenant);
  registerControl(app, tenant, () => prepareDirectory(tenant));
  registerLauncher(app, tenant);
  registerOfficeScript(app);
  registerHosts(app);
  return app;
}

/** Starts the tenant, and gives it back once it answers. */
export async function startSandbox(options: SandboxOptions): Promise<RunningSandbox> {
  let app: SandboxApp | null = null;
  const certificate = options.https ? localhostCertificate(options.file) : null;
  const server = createAdaptorServer({
    fetch: (request, env) => app?.fetch(request, env as SandboxEnv['Bindings']) ?? new Response(null, { status: 503 }),
    ...(certificate && {
      createServer: createTlsServer,
      serverOptions: { key: certificate.key, cert: certificate.certificate },
    }),
  }) as Server;
  await new Promise<void>((listening, failed) => {
    server.once('error', failed);
    server.listen(options.port, () => listening());
  });
  const scheme = certificate ? 'https' : 'http';
  const origin = `${scheme}://localhost:${(server.address() as AddressInfo).port}`;
  // The environment reaches every process that a test starts.
  const recordTo = options.recordTo ?? process.env.SANDBOX_RECORDING;
  let tenant: Tenant;
  try {
    tenant = openTenant({
      file: options.file,
      origin,
      reset: options.reset ?? false,
      ...(options.notice && { notice: options.notice }),
      ...(recordTo && { recordTo }),
    });
  } catch (error) {
    server.close();
    throw error;
  }
  app = buildSandbox(tenant);
  return {
    origin,
    tenant,
    app,
    certificate,
    close: () =>
      new Promise((closed) => {
        server.close(() => {
          tenant.close();
          closed();
        });
        server.closeAllConnections();
      }),
  };
}
