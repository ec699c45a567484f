import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { type TrailFinding, verifyTrails } from '../../src/application/verify-trail.ts';
import { connectPorts } from '../../src/main/service-wiring.ts';
import { setupApp } from '../../src/main/start/demo-tenant.ts';
import { createLogger, PinoServiceLog } from '../../src/service/log.ts';
import { itemsOf } from './support/look.ts';
import { type Product, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';

describe('The trail, checked as npm run audit -- verify does', () => {
  let product: Product;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    const service = await product.addReplica();
    for (number = 1; number <= 3; number += 1) {
      await addReport(product, 'reporter', await reportOf(await personOf(product, 'reporter'), number));
    }
    await service.work.readLists();
    await service.desk.idle();
  });
  afterAll(() => product?.close());

  let found: TrailFinding[];
  beforeEach(() => {
    found = [];
  });

  async function verify() {
    const outside = {
      clock: { now: () => new Date() },
      fetch,
      wait: (milliseconds: number) => new Promise<void>((done) => setTimeout(done, milliseconds)),
    };
    const log = new PinoServiceLog(createLogger('silent'));
    const { ports } = connectPorts(product.settings, log, outside, () => {
      throw new Error('not needed');
    });
    return verifyTrails(ports, (finding) => found.push(finding));
  }
  const entries = () => itemsOf(product, product.settings.site.lists.audit);

  async function tamper(method: 'PATCH' | 'DELETE', itemId: string, fields?: Record<string, unknown>) {
    const token = await product.token({ app: setupApp.clientId, scopes: ['.default'] });
    const { site, graphBaseUrl } = product.settings;
    const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
    const item = `${root}/v1.0/sites/${site.id}/lists/${site.lists.audit}/items/${itemId}`;
    const response = await fetch(method === 'PATCH' ? `${item}/fields` : item, {
      method,
      headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' },
      ...(fields ? { body: JSON.stringify(fields) } : {}),
    });
    if (!response.ok) throw new Error(`${method}: ${response.status} ${await response.text()}`);
  }

  it('is whole, and then shows an edit, a gap and a lost record’s chain, each where it is (X-AUD-1)', async () => {
    const whole = await verify();
    expect(found).toEqual([]);
    expect(whole.incidents).toBe(3);
    expect(whole.entries).toBe((await entries()).length);

    const all = await entries();
    const last = all.at(-1)!;
    await tamper('PATCH', last.id, { Actor: 'somebody else' });
    await verify();
    expect(found).toMatchObject([{ problem: 'edited', submissionId: last.fields.SubmissionId }]);
    expect(found[0]?.sequence).toBe(Number(last.fields.Sequence));

    found = [];
    await tamper('DELETE', last.id);
    await verify();
    expect(found.map(({ problem }) => problem)).toEqual([Number(last.fields.Sequence) === 1 ? 'noChain' : 'cutOff']);
  });

  // Model 6: nobody but the service writes it.
  it('cannot be written by Security', async () => {
    const { site, graphBaseUrl, clientId } = product.settings;
    const token = await product.token({
      persona: 'security',
      scopes: ['Sites.Selected', 'Sites.ReadWrite.All'],
      app: clientId,
    });
    const root = graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
    const [first] = await entries();
    const items = `${root}/v1.0/sites/${site.id}/lists/${site.lists.audit}/items`;
    const headers = { authorization: `Bearer ${token}`, 'content-type': 'application/json' };
    const changed = await fetch(`${items}/${first?.id}/fields`, { method: 'PATCH', headers, body: '{"Actor":"x"}' });
    const added = await fetch(items, { method: 'POST', headers, body: JSON.stringify({ fields: { Title: 'x' } }) });
    const removed = await fetch(`${items}/${first?.id}`, { method: 'DELETE', headers });
    expect([changed.status, added.status, removed.status]).toEqual([403, 403, 403]);
  });
});
