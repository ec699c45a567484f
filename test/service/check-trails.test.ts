import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Board } from '../../src/application/ports/board.ts';
import { createBoard } from '../../src/m365/board/security-board.ts';
import { createGraph } from '../../src/m365/graph/client.ts';
import { createServiceClient } from '../../src/m365/service-client/service-client.ts';
import { setupApp } from '../../src/main/start/demo-tenant.ts';
import { SimulatedTime } from '../chaos/engine/simulated-time.ts';
import { callReport } from './support/account.ts';
import { itemsOf } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport } from './support/reporter.ts';

const hour = 3_600_000;

describe('All histories, gone through while the office is closed (X-AUD-1)', () => {
  let time: SimulatedTime;
  let end: () => void;
  let product: Product;
  let service: Replica;
  beforeEach(async () => {
    // A Wednesday evening at nine.
    time = new SimulatedTime('2026-11-11T21:00:00Z');
    end = time.rule();
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    for (let count = 0; count < 3; count += 1) {
      const at = time.now().toISOString();
      await addReport(product, 'reporter', callReport({ occurredAt: at, submittedAt: at }));
    }
    await service.work.readLists();
    await service.desk.idle();
  });
  afterEach(async () => {
    await product?.close();
    end?.();
  });

  function boardOf(persona: string): Board {
    const { clientId: app, graphBaseUrl, site } = product.settings;
    const graph = createGraph({
      baseUrl: graphBaseUrl,
      getToken: () => product.token({ persona, app, scopes: ['User.Read'] }),
    });
    const own = () => product.token({ persona, app, audience: `api://${app}`, scopes: ['access_as_user'] });
    return createBoard(graph, createServiceClient(service.origin, own), site, { now: () => new Date() });
  }
  /** Until a round is over: a page of each register. */
  async function round(...replicas: Replica[]): Promise<number> {
    let looked = 0;
    for (let pages = 0; pages < 4; pages += 1) {
      for (const one of await Promise.all(replicas.map((replica) => replica.work.checkTrails()))) looked += one;
      time.advance(11 * 60_000);
    }
    return looked;
  }
  async function spoil(): Promise<Record<string, string>> {
    const last = (await itemsOf(product, product.settings.site.lists.audit)).at(-1)!;
    const token = await product.token({ app: setupApp.clientId, scopes: ['.default'] });
    const { site, graphBaseUrl } = product.settings;
    const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
    const path = `${root}/v1.0/sites/${site.id}/lists/${site.lists.audit}/items/${last.id}/fields`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const changed = await fetch(path, { method: 'PATCH', headers, body: '{"Actor":"somebody else"}' });
    expect(changed.status).toBe(200);
    return last.fields;
  }

  it('are said to be whole, with their number, once a round is over', async () => {
    expect(await boardOf('security').trailSummary('default')).toEqual({
      ended: null,
      records: 0,
      broken: 0,
      findings: [],
    });
    expect(await round(service)).toBe(3);
    expect(await boardOf('security').trailSummary('default')).toMatchObject({
      ended: expect.stringMatching(/^2026-11-11T21/),
      records: 3,
      broken: 0,
      findings: [],
    });
  });

  it('show which is not, where, on the keeper’s board and in the log, with no word of the report', async () => {
    const { Sequence } = await spoil();
    await round(service);
    const summary = await boardOf('security').trailSummary('default');
    expect(summary).toMatchObject({ records: 3, broken: 1 });
    expect(summary.findings).toEqual([
      { reference: expect.stringMatching(/^UB-\d{4}-\d{6}$/), problem: 'edited', sequence: Number(Sequence) },
    ]);
    expect(product.logged()).toContain('trailBroken');
  });

  it('are told to nobody but whoever keeps the register', async () => {
    await round(service);
    for (const persona of ['manager', 'reporter', 'colleague', 'administrator']) {
      await expect(boardOf(persona).trailSummary('default'), persona).rejects.toMatchObject({ code: 'notFound' });
    }
    await expect(boardOf('security').trailSummary('hr')).rejects.toMatchObject({ code: 'notFound' });
    expect(await boardOf('hr').trailSummary('hr')).toMatchObject({ records: 0, broken: 0 });
  });

  it('are gone through once a day between all replicas, and not while people work', async () => {
    const other = await product.addReplica();
    expect(await round(service, other)).toBe(3);
    expect(await round(service)).toBe(0);
    time.moveTo('2026-11-12T10:00:00Z');
    expect(await round(service)).toBe(0);
    time.moveTo(new Date(Date.parse('2026-11-11T21:00:00Z') + 24 * hour).toISOString());
    expect(await round(service)).toBe(3);
  });
});
