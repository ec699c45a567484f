import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { formatInLondon, readTemplate } from '../../../src/sandbox/sharepoint/seed/fill-template.ts';
import { apps, makeList, type Send, site, TestTenant } from './support/site.ts';

let tenant: TestTenant;
let admin: Send;
beforeAll(async () => {
  tenant = await TestTenant.start();
  admin = await tenant.app('provisioner', 'Sites.FullControl.All');
});
afterAll(() => tenant.close());

describe('a seed template', () => {
  const row = { n: 7, value: (name: string) => (name === 'ReportedAt' ? '2026-06-30T23:30:00Z' : `<${name}>`) };
  it.each([
    ['UB-{n:6}', 'UB-000007'],
    ['{n}', '7'],
    ['{choice:State} {date:ReportedAt:yyyy-MM}', '<State> 2026-07'],
    ['{date:ReportedAt}', '2026-06-30T23:30:00Z'],
    ['{date:ReportedAt+730d}', '2028-06-29T23:30:00Z'],
    ['{"key":"{field:Key}","list":[{}]}', '{"key":"<Key>","list":[{}]}'],
  ])('%s becomes %s', (template, expected) => {
    expect(readTemplate(template)(row)).toBe(expected);
  });

  it('counts months as London does', () => {
    expect(formatInLondon(new Date('2026-12-31T23:30:00Z'), 'yyyy-MM-dd HH:mm')).toBe('2026-12-31 23:30');
    expect(formatInLondon(new Date('2026-05-31T23:30:00Z'), 'yyyy-MM')).toBe('2026-06');
  });
});

describe('seeding', () => {
  const values = async (list: string) =>
    (await admin('GET', `${list}/items?$expand=fields&$top=999`)).body.value.map(
      (one: { fields: Record<string, unknown> }) => {
        const {
          '@odata.etag': _etag,
          Created: _created,
          Modified: _modified,
          ReportedAt: _reported,
          ...fields
        } = one.fields;
        return fields;
      },
    );

  it('is the same each time, and fills every column by its type', async () => {
    const order = { count: 50, fields: { State: ['received', 'closed'] } };
    const one = await makeList(tenant, 'Seeded');
    await tenant.control('POST', '/seed', { listName: 'Seeded', ...order });
    const first = await values(one);
    await admin('DELETE', one);
    const two = await makeList(tenant, 'Seeded');
    await tenant.control('POST', '/seed', { listName: 'Seeded', ...order });
    expect(await values(two)).toEqual(first);
    expect(first[0]).toMatchObject({
      Key: 'Key 1',
      Count: 1,
      Details: expect.any(String),
      Urgent: expect.any(Boolean),
    });
    expect(new Set(first.map((row: { State: string }) => row.State))).toEqual(new Set(['received', 'closed']));
  });

  it('spreads dates over the last 24 months, newest last', async () => {
    const list = await makeList(tenant, 'Spread');
    await tenant.control('POST', '/seed', { listName: 'Spread', count: 480 });
    const { body } = await admin('GET', `${list}/items?$expand=fields($select=ReportedAt)&$top=999`);
    const dates: string[] = body.value.map((one: { fields: { ReportedAt: string } }) => one.fields.ReportedAt);
    expect(dates).toEqual([...dates].sort());
    expect(new Set(dates.map((date) => date.slice(0, 7))).size).toBeGreaterThanOrEqual(24);
  });

  it('goes on after rows that are there, and new rows follow it', async () => {
    const list = await makeList(tenant, 'Continued');
    const order = { listName: 'Continued', count: 3, fields: { Key: 'k{n}' } };
    await tenant.control('POST', '/seed', order);
    expect((await tenant.control('POST', '/seed', order)).body).toEqual({ firstId: 4, count: 3 });
    const made = await admin('POST', `${list}/items`, { body: { fields: { Key: 'mine' } } });
    expect(made.body.id).toBe('7');
    expect((await admin('POST', `${list}/items`, { body: { fields: { Key: 'k6' } } })).status).toBe(409);
  });

  it.each([
    ['a list that is not there', { listName: 'Nowhere', count: 1 }, 404],
    ['no count', { listName: 'Seeded', count: 0 }, 400],
    ['a column that is not there', { listName: 'Seeded', count: 1, fields: { Nope: 'x' } }, 400],
    ['a template that refers to itself', { listName: 'Seeded', count: 1, fields: { Plain: '{field:Plain}' } }, 400],
    ['a choice that is none', { listName: 'Seeded', count: 1, fields: { State: 'lost' } }, 400],
    ['a unique value given twice', { listName: 'Seeded', count: 2, fields: { Key: 'same' } }, 400],
  ])('is refused for %s', async (_name, order, status) => {
    expect((await tenant.control('POST', '/seed', order)).status).toBe(status);
  });
});

describe('resource units', () => {
  const used = async () => (await tenant.control('GET', '/usage')).body.apps[apps.service]?.resourceUnits ?? 0;

  it.each([
    ['one row', 'GET', (list: string) => `${list}/items/1`, undefined, 1],
    ['many rows', 'GET', (list: string) => `${list}/items`, undefined, 2],
    ['a write', 'POST', (list: string) => `${list}/items`, { fields: {} }, 2],
    ['a delta with a token', 'GET', (list: string) => `${list}/items/delta?token=latest`, undefined, 1],
    ['a delta without', 'GET', (list: string) => `${list}/items/delta`, undefined, 2],
    ['permissions', 'GET', () => `${site}/permissions`, undefined, 5],
  ])('of %s are counted for the app', async (name, method, path, body, units) => {
    const list = await makeList(tenant, `Units ${name}`);
    await admin('POST', `${list}/items`, { body: { fields: {} } });
    const service = await tenant.app('service', 'Sites.FullControl.All');
    const before = await used();
    await service(method, path(list), body === undefined ? {} : { body });
    expect((await used()) - before).toBe(units);
  });

  it('throttle an app when they are used up, until the minute is over', async () => {
    await tenant.control('PUT', '/throttling', { unitsPerMinute: 10 });
    const busy = await tenant.app('pane', 'Sites.FullControl.All');
    const statuses: number[] = [];
    for (let request = 0; request < 5; request += 1) statuses.push((await busy('GET', `${site}/lists`)).status);
    expect(statuses).toEqual([200, 200, 200, 200, 200]);
    const warned = await busy('GET', site);
    expect(warned.status).toBe(429);
    expect(Number(warned.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(warned.headers.get('ratelimit-remaining')).toBe('0');
    // Other apps have a minute of their own.
    expect((await admin('GET', site)).status).toBe(200);
    await tenant.control('POST', '/clock', { advanceSeconds: 61 });
    expect((await busy('GET', site)).status).toBe(200);
    await tenant.control('PUT', '/throttling', { unitsPerMinute: null });
    await tenant.control('POST', '/clock', { now: new Date().toISOString() });
  });

  it('say from four fifths of the minute on how much is left', async () => {
    await tenant.control('PUT', '/throttling', { unitsPerMinute: 100 });
    const left: (string | null)[] = [];
    for (let request = 0; request < 45; request += 1) {
      const { headers } = await admin('GET', `${site}/lists`);
      left.push(headers.get('ratelimit-remaining'));
    }
    expect(left.slice(0, 39)).toEqual(Array(39).fill(null));
    expect(left.slice(39)).toEqual(['20', '18', '16', '14', '12', '10']);
    await tenant.control('POST', '/clock', { advanceSeconds: 61 });
    expect((await admin('GET', `${site}/lists`)).headers.get('ratelimit-remaining')).toBeNull();
    await tenant.control('PUT', '/throttling', { as: 'off' });
    await tenant.control('POST', '/clock', { now: new Date().toISOString() });
  });

  it('throttle all apps together for five minutes when the tenant has used up its own', async () => {
    await tenant.control('PUT', '/throttling', { tenantUnitsPerFiveMinutes: 10 });
    const one = await tenant.app('pane', 'Sites.FullControl.All');
    for (let request = 0; request < 5; request += 1) await one('GET', `${site}/lists`);
    const refused = await admin('GET', `${site}/lists`);
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(200);
    expect(refused.headers.get('ratelimit-remaining')).toBeNull();
    await tenant.control('POST', '/clock', { advanceSeconds: 301 });
    expect((await admin('GET', `${site}/lists`)).status).toBe(200);
    await tenant.control('PUT', '/throttling', { as: 'off' });
    await tenant.control('POST', '/clock', { now: new Date().toISOString() });
  });

  it('throttle one person by requests, and nobody else', async () => {
    await tenant.control('PUT', '/throttling', { userRequestsPerFiveMinutes: 3 });
    const person = await tenant.persona('reporter', 'Sites.Read.All');
    const statuses: number[] = [];
    for (let request = 0; request < 4; request += 1) statuses.push((await person('GET', site)).status);
    // Nobody has given people rights on this site; what is refused counts as well.
    expect(statuses).toEqual([403, 403, 403, 429]);
    expect((await (await tenant.persona('manager', 'Sites.Read.All'))('GET', site)).status).toBe(403);
    await tenant.control('PUT', '/throttling', { as: 'off' });
  });

  it('are limited as in reality, or not at all, in one word', async () => {
    expect((await tenant.control('PUT', '/throttling', { as: 'real' })).body).toEqual({
      unitsPerMinute: 3_750,
      tenantUnitsPerFiveMinutes: 56_250,
      userRequestsPerFiveMinutes: 3_000,
    });
    await tenant.control('PUT', '/throttling', { as: 'off' });
    expect((await tenant.control('GET', '/throttling')).body).toEqual({
      unitsPerMinute: null,
      tenantUnitsPerFiveMinutes: null,
      userRequestsPerFiveMinutes: null,
    });
  });
});

describe('a reset', () => {
  it('leaves the site there and empty', async () => {
    await tenant.control('POST', '/reset');
    const fresh = await tenant.app('provisioner', 'Sites.FullControl.All');
    expect((await fresh('GET', `${site}/lists`)).body.value).toEqual([]);
    const list = await makeList(tenant, 'Again');
    expect((await fresh('POST', `${list}/items`, { body: { fields: { Plain: 'x' } } })).body.id).toBe('1');
  });
});
