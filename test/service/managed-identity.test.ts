import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { startGated } from './support/gated.ts';
import { itemsOf, receiptsIn } from './support/look.ts';
import { type Product, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';

const identity = '2f6d1c1e-3333-4444-8555-0123456789ab';
let product: Product;

async function control<T>(method: string, path: string, body?: unknown): Promise<T> {
  const response = await fetch(`${product.sandbox.origin}/sandbox${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  expect(response.ok).toBe(true);
  return (await response.json()) as T;
}

beforeAll(async () => {
  product = await startProduct({
    ...{ certificateThumbprint: null, certificateKeyFile: null, managedIdentityClientId: identity },
    ...{ webhookOrigin: null, pollSeconds: 3600 },
  });
  const made = await control<{ environment: Record<string, string>; credential: object }>(
    'PUT',
    `/identities/${identity}`,
    { name: 'container' },
  );
  for (const [name, value] of Object.entries(made.environment)) vi.stubEnv(name, value);
  const { clientId } = product.settings;
  const known = await control<{ certificates: unknown[] }>('GET', `/apps/${clientId}`);
  expect(known.certificates).toHaveLength(1);
  await control('PUT', `/apps/${clientId}`, { ...known, certificates: [], federatedCredentials: [made.credential] });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await product?.close();
});

it('A service whose app has no certificate and no secret takes a report by the managed identity of its host', async () => {
  // Behind the gate: it is by this identity too that SharePoint shows who may read the lists.
  await (await startGated(product)).begun;
  const row = await addReport(product, 'reporter', await reportOf(await personOf(product, 'reporter'), 1));
  // The card goes by the bot connector, all else by Graph.
  await expect.poll(async () => (await receiptsIn(product, row)).managerTold, { timeout: 20_000 }).toBe('done');
  expect(await itemsOf(product, product.settings.site.lists.audit)).not.toEqual([]);
  expect(product.logged()).not.toContain('"level":50');
});
