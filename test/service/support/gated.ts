import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { createAdaptorServer } from '@hono/node-server';
import { createGraph } from '../../../src/m365/graph/client.ts';
import { createSharePointRest } from '../../../src/m365/provisioning/sharepoint-rest.ts';
import { type Service, type WiringOptions, wireService } from '../../../src/main/service-wiring.ts';
import { setupApp } from '../../../src/main/start/demo-tenant.ts';
import { SandboxControl } from '../../../src/main/start/sandbox-control.ts';
import type { ServiceSettings } from '../../../src/service/settings.ts';
import { StartGate } from '../../../src/service/site/start-gate.ts';
import { SiteByHand } from '../../m365/provisioning/support/site-by-hand.ts';
import type { Product } from './product.ts';

export interface Gated {
  origin: string;
  /** What `/readyz` says, with its HTTP status. */
  readiness: () => Promise<{ http: number; status: string; reasons?: string[] }>;
  /** The service, once the gate has let it begin. Its loops are started. */
  begun: Promise<Service>;
  close: () => Promise<void>;
}

/** A replica as `npm run service` starts it, behind the gate; it looks again after a moment and not after seconds. */
export async function startGated(
  product: Product,
  { over = {}, ...options }: WiringOptions & { over?: Partial<ServiceSettings> } = {},
): Promise<Gated> {
  let isClosed = false;
  const gate = new StartGate(async () => {
    await new Promise((done) => setTimeout(done, 50));
    // As a process that has ended.
    if (isClosed) await new Promise(() => undefined);
  });
  let service: Service | null = null;
  const server = createAdaptorServer({ fetch: (...call) => (service ?? gate).app.fetch(...call) }) as Server;
  await new Promise<void>((done) => server.listen(0, done));
  const origin = `http://localhost:${(server.address() as AddressInfo).port}`;
  const begun = wireService({ ...product.settings, ...over }, product.log, { ...options, gate }).then((wired) => {
    service = wired;
    wired.work.start();
    return wired;
  });
  const close = async () => {
    if (isClosed) return;
    isClosed = true;
    await service?.work.stop();
    server.closeAllConnections();
    await new Promise((done) => server.close(done));
  };
  product.onClose(close);
  return {
    origin,
    readiness: async () => {
      const answer = await fetch(`${origin}/readyz`);
      return { http: answer.status, ...((await answer.json()) as { status: string }) };
    },
    begun,
    close,
  };
}

/** The site in the hands of an administrator. */
export function siteByHand({ sandbox, settings }: Product): SiteByHand {
  const control = new SandboxControl(sandbox.origin);
  const graph = createGraph({ baseUrl: settings.graphBaseUrl, getToken: control.appToken(setupApp.clientId) });
  const rest = createSharePointRest(settings.site.url, control.appToken(setupApp.clientId, `${sandbox.origin}/sites`));
  return new SiteByHand(graph, rest, settings.site.groups);
}
