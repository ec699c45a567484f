import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { makeList, type Send, site, TestTenant } from './support/site.ts';

let tenant: TestTenant;
let admin: Send;
let list: string;
const items = () => `${list}/items`;

beforeAll(async () => {
  tenant = await TestTenant.start();
  admin = await tenant.app('provisioner', 'Sites.FullControl.All');
  list = await makeList(tenant, 'Register');
});
afterAll(() => tenant.close());

const add = (fields: Record<string, unknown>) => admin('POST', items(), { body: { fields } });

describe('a row', () => {
  it('is made with the shape Graph gives it', async () => {
    const made = await add({
      Title: 'One',
      Key: 'k-1',
      State: 'received',
      Count: 3,
      Urgent: true,
      ReportedAt: '2026-11-01T10:00:00.250+01:00',
    });
    expect(made.status).toBe(201);
    expect(made.body).toMatchObject({
      '@odata.context': expect.stringContaining('/items/$entity'),
      id: '1',
      eTag: expect.stringMatching(/^"[0-9a-f-]{36},1"$/),
      contentType: { name: 'Item' },
      createdBy: { application: { id: expect.any(String) } },
      parentReference: { siteId: expect.stringMatching(/^localhost,/) },
      webUrl: expect.stringContaining('/sites/urddas/Lists/Register/1_.000'),
      fields: { Title: 'One', State: 'received', Count: 3, Urgent: true, ReportedAt: '2026-11-01T09:00:00Z', id: '1' },
    });
    expect(made.body['@odata.etag']).toBe(made.body.eTag);
    expect(made.body.fields['@odata.etag']).toBe(made.body.eTag);
  });

  it('leaves hidden columns out unless they are named', async () => {
    const { body } = await add({ Key: 'k-hidden', Secret: 'x' });
    const all = await admin('GET', `${items()}/${body.id}?expand=fields`);
    expect(all.body.fields).not.toHaveProperty('Secret');
    const named = await admin('GET', `${items()}/${body.id}?$expand=fields($select=Secret,Key)`);
    expect(named.body.fields).toMatchObject({ Secret: 'x', Key: 'k-hidden' });
    expect(named.body.fields).not.toHaveProperty('Created');
  });

  it.each([
    ['an unknown field', { Nothing: 'x' }, 400, "Field 'Nothing' is not recognized"],
    ['a read-only field', { Created: '2026-01-01T00:00:00Z' }, 400, 'read-only'],
    ['the author', { AuthorLookupId: '3' }, 400, 'read-only'],
    ['a choice that is none', { State: 'lost' }, 400, 'not one of the choices'],
    ['more than 255 characters', { Plain: 'x'.repeat(256) }, 400, 'Invalid text value'],
    ['text for a number', { Count: '3' }, 400, 'wrong type'],
    ['a date that is none', { ReportedAt: 'yesterday' }, 400, 'wrong type'],
    ['a number as LookupId', { HandlerLookupId: 6 }, 500, 'General exception while processing'],
    ['a person the site does not know', { HandlerLookupId: '999' }, 400, 'not known'],
    ['a collection without its type', { Tags: ['a'] }, 400, 'A value without a type name was found'],
  ])('is refused with %s', async (_name, fields, status, message) => {
    const refused = await add(fields);
    expect(refused.status).toBe(status);
    expect(refused.body.error.message).toContain(message);
  });

  it('takes collections and people in the form Graph wants', async () => {
    const rest = await tenant.rest();
    const security = await tenant.person('security');
    const user = await rest('POST', '/ensureuser', { body: { logonName: security.userPrincipalName } });
    const made = await add({
      Key: 'k-people',
      HandlerLookupId: String(user.body.Id),
      'Tags@odata.type': 'Collection(Edm.String)',
      Tags: ['a', 'c'],
    });
    expect(made.body.fields).toMatchObject({ HandlerLookupId: String(user.body.Id), Tags: ['a', 'c'] });
    const named = await admin('GET', `${items()}/${made.body.id}?expand=fields(select=Handler)`);
    expect(named.body.fields.Handler).toBe(security.displayName);
  });

  it('holds a value once in a column that enforces unique ones, whatever the case', async () => {
    await add({ Key: 'only-once' });
    const again = await add({ Key: 'ONLY-once' });
    expect(again.status).toBe(409);
    expect(again.body.error.message).toContain(
      'duplicate values were found in the following field(s) in the list: [Key]',
    );
  });

  it('keeps one of twenty that are made at once with the same unique value', async () => {
    const answers = await Promise.all(Array.from({ length: 20 }, () => add({ Key: 'race' })));
    expect(answers.filter((one) => one.status === 201)).toHaveLength(1);
    expect(answers.filter((one) => one.status === 409)).toHaveLength(19);
  });
});

describe('changing a row', () => {
  it('needs the present eTag when one is given, and takes the last write when none is', async () => {
    const { body } = await add({ Key: 'k-etag' });
    const path = `${items()}/${body.id}/fields`;
    const first = await admin('PATCH', path, { body: { Plain: 'first' }, headers: { 'if-match': body.eTag } });
    expect(first.status).toBe(200);
    const stale = await admin('PATCH', path, { body: { Plain: 'stale' }, headers: { 'if-match': body.eTag } });
    expect(stale.status).toBe(412);
    expect((await admin('PATCH', path, { body: { Plain: 'forced' }, headers: { 'if-match': '*' } })).status).toBe(200);
    expect((await admin('PATCH', path, { body: { Plain: 'last' } })).body.Plain).toBe('last');
    expect((await admin('GET', `${items()}/${body.id}`)).body.eTag).toMatch(/,4"$/);
  });

  it('changes only the columns sent, and null empties one', async () => {
    const { body } = await add({ Key: 'k-part', Plain: 'x', Count: 1 });
    const after = await admin('PATCH', `${items()}/${body.id}/fields`, { body: { Plain: null } });
    expect(after.body).not.toHaveProperty('Plain');
    expect(after.body.Count).toBe(1);
  });

  it('keeps what was there as a version', async () => {
    const { body } = await add({ Key: 'k-version', Plain: 'old' });
    await admin('PATCH', `${items()}/${body.id}/fields`, { body: { Plain: 'new' } });
    const versions = await admin('GET', `${items()}/${body.id}/versions?$expand=fields`);
    expect(
      versions.body.value.map((one: { id: string; fields: { Plain: string } }) => [one.id, one.fields.Plain]),
    ).toEqual([
      ['2.0', 'new'],
      ['1.0', 'old'],
    ]);
  });

  it('ends with deleting it', async () => {
    const { body } = await add({ Key: 'k-gone' });
    expect((await admin('DELETE', `${items()}/${body.id}`)).status).toBe(204);
    expect((await admin('GET', `${items()}/${body.id}`)).status).toBe(404);
  });
});

describe('addresses', () => {
  it.each([
    ['the id', (id: string) => `/sites/${id}`],
    ['host and path', () => '/sites/localhost:/sites/urddas'],
    ['host and path, closed', () => `${site}`],
  ])('find the site by %s', async (_name, address) => {
    const { body } = await admin('GET', '/sites/localhost:/sites/urddas');
    const found = await admin('GET', address(body.id));
    expect(found.body).toMatchObject({ name: 'urddas', siteCollection: { hostname: 'localhost' } });
  });

  it('find a list by id, name and title', async () => {
    const byName = await admin('GET', `${site}/lists/Register`);
    const byId = await admin('GET', `${site}/lists/${byName.body.id}`);
    expect(byId.body).toMatchObject({ displayName: 'Register', list: { template: 'genericList' } });
    expect((await admin('GET', `${site}/lists/Nowhere`)).status).toBe(404);
    expect((await admin('GET', '/sites/localhost:/sites/elsewhere')).status).toBe(404);
  });
});

describe('rows in a batch', () => {
  it('are answered each with its own status', async () => {
    const { body: one } = await admin('GET', '/sites/localhost:/sites/urddas');
    const url = `/sites/${one.id}/lists/Register/items`;
    const { status, body } = await admin('POST', '/$batch', {
      body: {
        requests: [
          {
            id: '1',
            method: 'POST',
            url,
            headers: { 'content-type': 'application/json' },
            body: { fields: { Key: 'batched' } },
          },
          { id: '2', method: 'GET', url: `${url}/99999` },
          { id: '3', method: 'GET', url: `${url}?$top=1` },
        ],
      },
    });
    expect(status).toBe(200);
    const statuses = body.responses.map((answer: { id: string; status: number }) => [answer.id, answer.status]).sort();
    expect(statuses).toEqual([
      ['1', 201],
      ['2', 404],
      ['3', 200],
    ]);
  });
});
