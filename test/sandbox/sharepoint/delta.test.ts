import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, type Send, TestTenant } from './support/site.ts';

let tenant: TestTenant;
let admin: Send;
beforeAll(async () => {
  tenant = await TestTenant.start();
  admin = await tenant.app('provisioner', 'Sites.FullControl.All');
});
afterAll(() => tenant.close());

interface Changed {
  id: string;
  deleted?: { state: string };
  fields?: Record<string, unknown>;
}

/** Follows next links to the end. */
async function walk(start: string): Promise<{ rows: Changed[]; deltaLink: string; pages: number }> {
  const rows: Changed[] = [];
  for (let pages = 1, next = start; ; pages += 1) {
    const { body } = await admin('GET', next);
    rows.push(...body.value);
    if (body['@odata.deltaLink']) return { rows, deltaLink: body['@odata.deltaLink'], pages };
    next = body['@odata.nextLink'];
  }
}

const add = async (list: string, Plain: string): Promise<string> =>
  (await admin('POST', `${list}/items`, { body: { fields: { Plain } } })).body.id;

describe('delta', () => {
  it('gives every row first, then only what changed, with deleted rows marked', async () => {
    const list = await makeList(tenant, 'Delta');
    const ids = [await add(list, 'a'), await add(list, 'b'), await add(list, 'c')];
    const first = await walk(`${list}/items/delta?$top=2&$expand=fields($select=Plain)`);
    expect(first.rows.map((row) => [row.id, row.fields?.Plain])).toEqual([
      [ids[0], 'a'],
      [ids[1], 'b'],
      [ids[2], 'c'],
    ]);
    expect(first.pages).toBe(2);
    expect((await walk(first.deltaLink)).rows).toEqual([]);
    await admin('PATCH', `${list}/items/${ids[0]}/fields`, { body: { Plain: 'a2' } });
    await admin('DELETE', `${list}/items/${ids[1]}`);
    const second = await walk(first.deltaLink);
    expect(second.rows.map((row) => [row.id, row.deleted?.state ?? row.fields?.Plain])).toEqual([
      [ids[0], 'a2'],
      [ids[1], 'deleted'],
    ]);
    expect((await walk(second.deltaLink)).rows).toEqual([]);
  });

  it('loses nothing that changes while its pages are read', async () => {
    const list = await makeList(tenant, 'Moving');
    for (const text of ['a', 'b', 'c', 'd']) await add(list, text);
    const page = await admin('GET', `${list}/items/delta?$top=2&$expand=fields`);
    await admin('PATCH', `${list}/items/1/fields`, { body: { Plain: 'changed' } });
    await admin('DELETE', `${list}/items/2`);
    const rest = await walk(page.body['@odata.nextLink']);
    const last = new Map(rest.rows.map((row) => [row.id, row]));
    expect(last.get('1')?.fields?.Plain).toBe('changed');
    expect(last.get('2')?.deleted).toEqual({ state: 'deleted' });
    expect([...last.keys()].sort()).toEqual(['1', '2', '3', '4']);
  });

  it('starts from now with token=latest', async () => {
    const list = await makeList(tenant, 'Latest');
    await add(list, 'before');
    const latest = await admin('GET', `${list}/items/delta?token=latest`);
    expect(latest.body.value).toEqual([]);
    const after = await add(list, 'after');
    expect((await walk(latest.body['@odata.deltaLink'])).rows.map((row) => row.id)).toEqual([after]);
  });

  it('answers 410 with where to start again when the token is too old', async () => {
    const list = await makeList(tenant, 'Old');
    const { deltaLink } = await walk(`${list}/items/delta`);
    await tenant.control('POST', '/clock', { advanceSeconds: 61 * 86_400 });
    const fresh = await tenant.app('provisioner', 'Sites.FullControl.All');
    const gone = await fresh('GET', deltaLink);
    expect(gone.status).toBe(410);
    expect(gone.body.error.code).toBe('resyncChangesApplyDifferences');
    expect((await fresh('GET', gone.headers.get('location') ?? '')).status).toBe(200);
    await tenant.control('POST', '/clock', { now: new Date().toISOString() });
  });

  it('answers 410 when a fault asks for it', async () => {
    const list = await makeList(tenant, 'Fault');
    const { deltaLink } = await walk(`${list}/items/delta`);
    await tenant.control('POST', '/faults', { effect: { kind: 'deltaGone' } });
    const gone = await admin('GET', deltaLink);
    expect(gone.status).toBe(410);
    expect(gone.headers.get('location')).toContain('/items/delta');
    expect((await admin('GET', deltaLink)).status).toBe(200);
  });

  it('refuses a token that is none', async () => {
    const list = await makeList(tenant, 'Nonsense');
    expect((await admin('GET', `${list}/items/delta?token=nonsense`)).status).toBe(400);
  });
});
