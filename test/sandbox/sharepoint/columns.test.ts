import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, type Send, site, TestTenant } from './support/site.ts';

let tenant: TestTenant;
let admin: Send;

beforeAll(async () => {
  tenant = await TestTenant.start();
  admin = await tenant.app('provisioner', 'Sites.FullControl.All');
});
afterAll(() => tenant.close());

describe('a list', () => {
  it.each([
    ['Sites.ReadWrite.All', 403],
    ['Sites.Manage.All', 201],
  ])('can be made by an app with %s: %i', async (role, status) => {
    const app = await tenant.app('provisioner', role);
    const made = await app('POST', `${site}/lists`, { body: { displayName: `By ${role}` } });
    expect(made.status).toBe(status);
  });

  it('needs a free name', async () => {
    await makeList(tenant, 'Twice');
    const again = await admin('POST', `${site}/lists`, { body: { displayName: 'twice' } });
    expect(again.status).toBe(409);
    expect(again.body.error.code).toBe('nameAlreadyExists');
  });

  it('comes with its columns and rows when they are expanded', async () => {
    const list = await makeList(tenant, 'Expanded');
    await admin('POST', `${list}/items`, { body: { fields: { Title: 'x' } } });
    const { body } = await admin(
      'GET',
      `${list}?select=name&expand=columns(select=name),items(expand=fields(select=Title))`,
    );
    expect(body).not.toHaveProperty('displayName');
    expect(body.columns).toContainEqual({ name: 'State' });
    expect(body.items[0].fields.Title).toBe('x');
  });

  it('disappears when it is deleted', async () => {
    const list = await makeList(tenant, 'Doomed');
    expect((await admin('DELETE', list)).status).toBe(204);
    expect((await admin('GET', list)).status).toBe(404);
  });
});

describe('a column', () => {
  it('is answered with its facet and its flags', async () => {
    const list = await makeList(tenant, 'Columns');
    const { body } = await admin('GET', `${list}/columns`);
    const byName = Object.fromEntries(body.value.map((column: { name: string }) => [column.name, column]));
    expect(byName.Key).toMatchObject({ indexed: true, enforceUniqueValues: true, text: { maxLength: 255 } });
    expect(byName.State.choice.choices).toEqual(['received', 'acknowledged', 'closed']);
    expect(byName.Details.text.allowMultipleLines).toBe(true);
    expect(byName.Created).toMatchObject({ readOnly: true, dateTime: {} });
    expect(byName.Title.readOnly).toBe(false);
  });

  it.each([
    ['two types', { name: 'Both', text: {}, number: {} }],
    ['a name with a space', { name: 'Two words', text: {} }],
    ['an index on many lines', { name: 'Long', indexed: true, text: { allowMultipleLines: true } }],
    ['a choice without choices', { name: 'Choose', choice: { choices: 'a' } }],
    ['more than 255 characters', { name: 'Wide', text: { maxLength: 300 } }],
  ])('is refused with %s', async (_name, definition) => {
    const list = await makeList(tenant, `Refused ${_name}`);
    expect((await admin('POST', `${list}/columns`, { body: definition })).status).toBe(400);
  });

  it('can be added and filled later', async () => {
    const list = await makeList(tenant, 'Growing', []);
    expect((await admin('POST', `${list}/columns`, { body: { name: 'Late', indexed: true, text: {} } })).status).toBe(
      201,
    );
    await admin('POST', `${list}/items`, { body: { fields: { Late: 'v' } } });
    expect((await admin('GET', `${list}/items?$filter=fields/Late eq 'v'`)).body.value).toHaveLength(1);
    expect((await admin('POST', `${list}/columns`, { body: { name: 'late', text: {} } })).status).toBe(409);
  });

  it('is the last of twenty with an index', async () => {
    const columns = Array.from({ length: 20 }, (_, index) => ({ name: `C${index}`, indexed: true, text: {} }));
    const list = await makeList(tenant, 'Indexes', columns);
    const more = await admin('POST', `${list}/columns`, { body: { name: 'C20', indexed: true, text: {} } });
    expect(more.status).toBe(400);
    expect((await admin('POST', `${list}/columns`, { body: { name: 'C20', text: {} } })).status).toBe(201);
    expect((await admin('PATCH', `${list}/columns/C20`, { body: { indexed: true } })).status).toBe(400);
  });

  it('can get an index on 20 000 rows and none on one more', async () => {
    const list = await makeList(tenant, 'Late index', [
      { name: 'One', text: {} },
      { name: 'Two', text: {} },
    ]);
    await tenant.control('POST', '/seed', { listName: 'Late index', count: 20_000 });
    const early = await admin('PATCH', `${list}/columns/One`, { body: { indexed: true } });
    expect(early).toMatchObject({ status: 200, body: { '@odata.context': expect.stringMatching(/\$entity$/) } });
    expect((await admin('GET', `${list}/items?$filter=fields/One eq 'One 17'`)).body.value).toHaveLength(1);
    await admin('POST', `${list}/items`, { body: { fields: {} } });
    const late = await admin('PATCH', `${list}/columns/Two`, { body: { indexed: true } });
    expect(late.status).toBe(429);
    expect(late.body.error.message).toContain('list view threshold');
  });

  it('cannot be unique in an own-rows list, nor a list with unique columns become one', async () => {
    const rest = await tenant.rest();
    await makeList(tenant, 'Has unique');
    const merge = { body: { ReadSecurity: 2 }, headers: { 'x-http-method': 'MERGE' } };
    expect((await rest('POST', "/lists/GetByTitle('Has unique')", merge)).status).toBe(400);
    const own = await makeList(tenant, 'Own rows', [{ name: 'Key', text: {} }]);
    expect((await rest('POST', "/lists/GetByTitle('Own rows')", merge)).status).toBe(204);
    const unique = { body: { indexed: true, enforceUniqueValues: true } };
    expect((await admin('PATCH', `${own}/columns/Key`, unique)).status).toBe(400);
  });

  it('past the twelfth lookup goes missing from a read of many rows, without a word', async () => {
    const people = Array.from({ length: 13 }, (_, index) => ({ name: `P${index}`, personOrGroup: {} }));
    const list = await makeList(tenant, 'Lookups', people);
    const rest = await tenant.rest();
    const { body: user } = await rest('GET', '/currentuser');
    const fields = Object.fromEntries(people.map(({ name }) => [`${name}LookupId`, String(user.Id)]));
    const made = await admin('POST', `${list}/items`, { body: { fields } });
    expect(made.body.fields.P12LookupId).toBe(String(user.Id));
    const many = await admin(
      'GET',
      `${list}/items?$expand=fields($select=${people.map(({ name }) => `${name}LookupId`).join(',')})`,
    );
    expect(many.body.value[0].fields).toHaveProperty('P11LookupId');
    expect(many.body.value[0].fields).not.toHaveProperty('P12LookupId');
  });
});
