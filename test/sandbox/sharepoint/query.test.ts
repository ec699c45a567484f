import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, type Send, site, TestTenant } from './support/site.ts';

let tenant: TestTenant;
let admin: Send;
let small: string;
let large: string;
const bulk = 12_000;

beforeAll(async () => {
  tenant = await TestTenant.start();
  admin = await tenant.app('provisioner', 'Sites.FullControl.All');
  small = await makeList(tenant, 'Small');
  large = await makeList(tenant, 'Large');
  const rows: [string, string, string][] = [
    ['a', 'received', '2026-01-10T00:00:00Z'],
    ['b', 'acknowledged', '2026-02-10T00:00:00Z'],
    ['c', 'received', '2026-03-10T00:00:00Z'],
    ['d', 'closed', '2026-04-10T00:00:00Z'],
  ];
  for (const [key, State, ReportedAt] of rows) {
    await admin('POST', `${small}/items`, {
      body: { fields: { Key: key, State, ReportedAt, Plain: `p-${key}`, Reference: `UB-${key}` } },
    });
  }
  await admin('POST', `${small}/items`, { body: { fields: { Key: 'e', Plain: 'p-e' } } });
  await tenant.control('POST', '/seed', {
    listName: 'Large',
    count: bulk,
    fields: { Key: 'key-{n:6}', Reference: 'UB-2026-{n:6}', Plain: '{choice:State} {date:ReportedAt:yyyy-MM}' },
  });
});
afterAll(() => tenant.close());

const keys = (answer: { body: { value: { fields: { Key: string } }[] } }) =>
  answer.body.value.map((one) => one.fields.Key);
const ask = (query: string, headers: Record<string, string> = {}) =>
  admin('GET', `${small}/items?$expand=fields($select=Key,State)&${query}`, { headers });

describe('a filter on an indexed column', () => {
  it.each([
    ["fields/State eq 'received'", ['a', 'c']],
    ["fields/State eq 'RECEIVED'", ['a', 'c']],
    ["fields/State ne 'received'", ['b', 'd', 'e']],
    ['fields/State eq null', ['e']],
    ["fields/ReportedAt ge '2026-02-10T00:00:00Z' and fields/ReportedAt lt '2026-04-01T00:00:00Z'", ['b', 'c']],
    ['fields/ReportedAt gt 2026-03-10T00:00:00Z', ['d']],
    ["fields/ReportedAt le '2026-02-10'", ['a', 'b']],
    ["startswith(fields/Reference,'UB-')", ['a', 'b', 'c', 'd']],
    ["startswith(fields/Reference,'ub-c')", ['c']],
    ["fields/State eq 'received' or fields/State eq 'closed'", ['a', 'c', 'd']],
    ["not(fields/State eq 'received')", ['b', 'd', 'e']],
    ["fields/Reference eq 'o''clock'", []],
    ['fields/ID ge 4', ['d', 'e']],
  ])('answers %s', async (filter, expected) => {
    const answer = await ask(`$filter=${encodeURIComponent(filter)}`);
    expect(answer.status).toBe(200);
    expect(keys(answer)).toEqual(expected);
  });

  it.each([
    ['two indexed fields', "fields/State eq 'received' and fields/Reference eq 'x'", 'Only one indexed field'],
    [
      'a column without an index',
      "fields/Plain eq 'p-a'",
      "Field 'Plain' cannot be referenced in filter or orderby as it is not indexed",
    ],
    ['a column that is not there', "fields/Nope eq 'x'", 'not recognized'],
    ['a property of the row itself', "createdDateTime ge '2026-01-01'", 'cannot be used'],
    ['a syntax error', "fields/State eq 'received", 'syntax error'],
    ['another function', "contains(fields/Reference,'x')", 'syntax error'],
  ])('is refused with %s', async (_name, filter, message) => {
    const answer = await ask(`$filter=${encodeURIComponent(filter)}`);
    expect(answer.status).toBe(400);
    expect(answer.body.error).toMatchObject({ code: 'invalidRequest', message: expect.stringContaining(message) });
  });
});

describe('a column without an index', () => {
  const prefer = { prefer: 'HonorNonIndexedQueriesWarningMayFailRandomly' };

  it('may be filtered with the header while the list is small', async () => {
    expect(keys(await ask(`$filter=${encodeURIComponent("fields/Plain eq 'p-c'")}`, prefer))).toEqual(['c']);
  });

  it('fails with the header once the list is past 5 000 rows', async () => {
    const answer = await admin('GET', `${large}/items?$filter=fields/Plain eq 'x'`, { headers: prefer });
    expect(answer.status).toBe(429);
    expect(answer.body.error.message).toContain('exceeds the list view threshold');
  });

  it('cannot be sorted by', async () => {
    expect((await ask('$orderby=fields/Plain')).status).toBe(400);
  });
});

describe('sorting', () => {
  it.each([
    ['fields/ReportedAt desc', ['d', 'c', 'b', 'a', 'e']],
    ['fields/ReportedAt', ['e', 'a', 'b', 'c', 'd']],
    ['fields/State asc', ['e', 'b', 'd', 'a', 'c']],
    ['fields/ID desc', ['e', 'd', 'c', 'b', 'a']],
  ])('by %s holds over pages of two', async (order, expected) => {
    const seen: string[] = [];
    let next: string | undefined = `${small}/items?expand=fields(select=Key)&orderby=${order}&top=2`;
    for (let page = 0; next !== undefined && page < 5; page += 1) {
      const answer = await admin('GET', next);
      seen.push(...keys(answer));
      next = answer.body['@odata.nextLink'];
    }
    expect(seen).toEqual(expected);
  });
});

describe('a list of twelve thousand rows', () => {
  it('gives 200 a page unless told otherwise, and 999 at most', async () => {
    expect((await admin('GET', `${large}/items`)).body.value).toHaveLength(200);
    expect((await admin('GET', `${large}/items?$top=5000`)).body.value).toHaveLength(999);
  });

  it('is walked through completely by following the next link', async () => {
    const ids = new Set<string>();
    let next: string | undefined = `${large}/items?$top=999&$select=id&$orderby=fields/ReportedAt desc`;
    while (next !== undefined) {
      const answer = await admin('GET', next);
      for (const row of answer.body.value) ids.add(row.id);
      next = answer.body['@odata.nextLink'];
    }
    expect(ids.size).toBe(bulk);
  });

  it('refuses an indexed filter that matches more than 5 000 rows, and answers one that matches fewer', async () => {
    const many = await admin('GET', `${large}/items?$filter=startswith(fields/Reference,'UB-2026')`);
    expect(many.status).toBe(429);
    expect(many.body.error.code).toBe('throttledRequest');
    const few = await admin('GET', `${large}/items?$filter=startswith(fields/Reference,'UB-2026-0001')&$top=500`);
    expect(few.body.value).toHaveLength(100);
    const state = await admin('GET', `${large}/items?$filter=fields/State eq 'received'&$top=1`);
    expect(state.status).toBe(200);
  });

  it('was seeded with values that fit each other', async () => {
    const { body } = await admin('GET', `${large}/items/6000?$expand=fields`);
    const { State, ReportedAt, Plain, Key } = body.fields;
    expect(Key).toBe('key-006000');
    expect(Plain).toBe(`${State} ${ReportedAt.slice(0, 7)}`);
  });

  it('is not there for a persona without rights on it', async () => {
    const colleague = await tenant.persona('colleague', 'Sites.ReadWrite.All');
    expect([403, 404]).toContain((await colleague('GET', `${large}/items`)).status);
    expect((await colleague('GET', `${site}/lists`)).status).toBe(403);
  });
});
