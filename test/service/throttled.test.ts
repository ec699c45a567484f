import { afterEach, expect, it } from 'vitest';
import { isRemoteError } from '../../src/application/remote-error.ts';
import { itemsOf } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';

interface Seen {
  at: string;
  path: string;
  status: number;
  app: string | null;
}

let product: Product;
afterEach(() => product.close());

/** Waiting costs no time here: the tenant's clock, which the service goes by, is moved instead. */
async function replicaInTenantTime() {
  const { clock } = product.sandbox.tenant;
  return product.addReplica({ clock, wait: async (milliseconds) => clock.advance(milliseconds / 1000) });
}

async function report(count: number): Promise<void> {
  const person = await personOf(product, 'reporter');
  for (let number = 0; number < count; number += 1) {
    await addReport(product, 'reporter', await reportOf(person, number));
  }
}

async function ownRequests(): Promise<Seen[]> {
  const response = await fetch(`${product.sandbox.origin}/sandbox/requests`);
  const { value } = (await response.json()) as { value: Seen[] };
  return value.filter(({ app, path }) => app === product.settings.clientId && path.includes('/sites/'));
}

async function control(method: string, path: string, body: object): Promise<void> {
  const response = await fetch(`${product.sandbox.origin}/sandbox/${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  expect(response.ok).toBe(true);
}

async function untilRead({ work }: Replica): Promise<void> {
  for (let run = 0; run < 20; run += 1) {
    try {
      return await work.readLists();
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'throttled') throw error;
      product.sandbox.tenant.clock.advance(30);
    }
  }
  throw new Error('the lists were never read');
}

async function openRows(): Promise<number> {
  const rows = await itemsOf(product, product.settings.site.lists.incidents);
  return rows.filter(({ fields }) => fields.WorkState !== 'done').length;
}

it('One refused request holds back all others to SharePoint for as long as was asked for, and nothing is lost', async () => {
  product = await startProduct({ webhookOrigin: null, pollSeconds: 3600, leaseSeconds: 60 });
  const service = await replicaInTenantTime();
  await report(4);
  await control('POST', 'faults', {
    match: { part: 'graph', method: 'POST', path: '*/lists/*/items' },
    skip: 1,
    times: 1,
    effect: { kind: 'status', status: 429, retryAfter: 20 },
  });
  await service.work.readLists();
  const seen = await ownRequests();
  const refused = seen.findIndex(({ status }) => status === 429);
  expect(refused).toBeGreaterThan(-1);
  const asked = seen.slice(refused + 1).map(({ at }) => Date.parse(at) - Date.parse(seen[refused]?.at ?? ''));
  // What was on its way already arrives at the same moment; whatever leaves later leaves when the time is over.
  expect(asked.filter((after) => after > 1_000 && after < 20_000)).toEqual([]);
  expect(asked.filter((after) => after >= 20_000).length).toBeGreaterThan(10);
  expect((await itemsOf(product, product.settings.site.lists.incidents)).length).toBe(4);
  expect(await openRows()).toBe(0);
}, 60_000);

it('With little of the minute left it goes slowly enough to be refused hardly ever', async () => {
  product = await startProduct({ webhookOrigin: null, pollSeconds: 3600, leaseSeconds: 60 });
  const service = await replicaInTenantTime();
  await report(12);
  await control('PUT', 'throttling', { unitsPerMinute: 60 });
  // As the loop does: what would have waited for too long is begun again half a minute later.
  await untilRead(service);
  await control('PUT', 'throttling', { as: 'off' });
  const seen = await ownRequests();
  // What could not be ended in its turn is owed, and is taken up when its lease is over.
  for (let look = 0; look < 3 && (await openRows()) > 0; look += 1) {
    product.sandbox.tenant.clock.advance(120);
    await service.desk.resume();
  }
  expect((await itemsOf(product, product.settings.site.lists.incidents)).length).toBe(12);
  expect(await openRows()).toBe(0);
  // Twelve reports need several minutes' worth; without a gate every minute would end in a row of refusals.
  expect(seen.length).toBeGreaterThan(60);
  expect(seen.filter(({ status }) => status === 429).length).toBeLessThan(6);
}, 60_000);
