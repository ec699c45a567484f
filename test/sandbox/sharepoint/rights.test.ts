import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { apps, everyone, makeAddOnlyLevel, makeList, type Send, site, TestTenant, trimList } from './support/site.ts';

let tenant: TestTenant;
let intake: string;
let incidents: string;
const column = [{ name: 'Payload', text: {} }];

beforeAll(async () => {
  tenant = await TestTenant.start();
  await makeAddOnlyLevel(tenant);
  intake = await makeList(tenant, 'Intake', column);
  incidents = await makeList(tenant, 'Incidents', column);
  await trimList(tenant, 'Intake', [{ login: everyone(tenant), role: 'Add and view' }], {
    ReadSecurity: 2,
    WriteSecurity: 4,
  });
  const security = `c:0t.c|tenant|${tenant.group('Urddas Security')}`;
  await trimList(tenant, 'Incidents', [{ login: security, role: 'Contribute' }]);
});
afterAll(() => tenant.close());

const add = (who: Send, list: string, Payload: string) =>
  who('POST', `${list}/items`, { body: { fields: { Payload } } });

describe('an own-rows list', () => {
  it('shows people their own rows only: nothing, not a refusal, for the others', async () => {
    const reporter = await tenant.persona('reporter', 'Sites.ReadWrite.All');
    const other = await tenant.persona('colleague', 'Sites.ReadWrite.All');
    const made = await add(reporter, intake, 'mine');
    expect(made.status).toBe(201);
    expect(made.body.createdBy.user.displayName).toBe((await tenant.person('reporter')).displayName);
    expect((await reporter('GET', `${intake}/items`)).body.value).toHaveLength(1);
    const nothing = await other('GET', `${intake}/items?expand=fields`);
    expect(nothing.status).toBe(200);
    expect(nothing.body.value).toEqual([]);
    expect((await other('GET', `${intake}/items/${made.body.id}`)).status).toBe(404);
    expect((await other('GET', `${intake}/items/delta`)).body.value).toEqual([]);
  });

  it('lets nobody change or delete what they added', async () => {
    const reporter = await tenant.persona('reporter', 'Sites.ReadWrite.All');
    const { body } = await add(reporter, intake, 'fixed');
    expect((await reporter('PATCH', `${intake}/items/${body.id}/fields`, { body: { Payload: 'x' } })).status).toBe(403);
    expect((await reporter('DELETE', `${intake}/items/${body.id}`)).status).toBe(403);
  });

  it('with WriteSecurity 4 stops even someone who may edit rows', async () => {
    const list = await makeList(tenant, 'Fixed', column);
    const login = (await tenant.person('reporter')).userPrincipalName;
    await trimList(tenant, 'Fixed', [{ login, role: 'Contribute' }], { WriteSecurity: 4 });
    const reporter = await tenant.persona('reporter', 'Sites.ReadWrite.All');
    const { body } = await add(reporter, list, 'x');
    expect((await reporter('PATCH', `${list}/items/${body.id}/fields`, { body: { Payload: 'y' } })).status).toBe(403);
  });

  it.each([
    ['Sites.Read.All', 0],
    ['Sites.ReadWrite.All', 0],
    ['Sites.Manage.All', 1],
    ['Sites.FullControl.All', 1],
  ])('shows an app with %s %i or more rows of other people', async (role, least) => {
    const app = await tenant.app('service', role);
    const answer = await app('GET', `${intake}/items`);
    expect(answer.status).toBe(200);
    if (least === 0) expect(answer.body.value).toEqual([]);
    else expect(answer.body.value.length).toBeGreaterThanOrEqual(1);
  });
});

describe('a list with its own permissions', () => {
  it.each([
    ['security', 'Sites.ReadWrite.All', 200, 201],
    ['security', 'Sites.Read.All', 200, 403],
    ['itSecurity', 'Sites.ReadWrite.All', 404, 404],
    ['reporter', 'Sites.ReadWrite.All', 404, 404],
    ['manager', 'Sites.FullControl.All', 404, 404],
    ['security', 'Mail.Send', 403, 403],
  ])('answers %s with %s: read %i, add %i', async (persona, scope, read, write) => {
    const person = await tenant.persona(persona, scope);
    expect((await person('GET', `${incidents}/items`)).status).toBe(read);
    expect((await add(person, incidents, 'row')).status).toBe(write);
  });

  it('leaves a list out for those who may not read it', async () => {
    const names = async (persona: string) => {
      const answer = await (await tenant.persona(persona, 'Sites.Read.All'))('GET', `${site}/lists?$select=name`);
      return answer.body.value.map((list: { name: string }) => list.name);
    };
    expect(await names('reporter')).toEqual(expect.not.arrayContaining(['Incidents']));
    expect(await names('security')).toEqual(expect.arrayContaining(['Incidents', 'Intake']));
  });
});

describe('a grant of the site', () => {
  it('is needed by an app that has Sites.Selected, and gives no more than its role', async () => {
    const service = await tenant.app('service', 'Sites.Selected');
    expect((await service('GET', site)).status).toBe(403);
    const admin = await tenant.app('provisioner', 'Sites.FullControl.All');
    const body = {
      roles: ['write'],
      grantedToIdentities: [{ application: { id: apps.service, displayName: 'Service' } }],
    };
    const grant = await admin('POST', `${site}/permissions`, { body });
    expect(grant).toMatchObject({ status: 201, body: { roles: ['write'] } });
    expect(grant.body['@odata.context']).toMatch(/\/permissions\/\$entity$/);
    expect((await admin('GET', `${site}/permissions`)).body['@odata.context']).toMatch(/\/permissions$/);
    expect((await service('GET', `${incidents}/items`)).status).toBe(200);
    expect((await service('GET', `${intake}/items`)).body.value).toEqual([]);
    expect((await service('POST', `${site}/lists`, { body: { displayName: 'No' } })).status).toBe(403);
    const roles = { roles: ['fullcontrol'] };
    expect((await admin('PATCH', `${site}/permissions/${grant.body.id}`, { body: roles })).status).toBe(200);
    expect((await service('GET', `${intake}/items`)).body.value.length).toBeGreaterThan(0);
    await admin('DELETE', `${site}/permissions/${grant.body.id}`);
    expect((await service('GET', site)).status).toBe(403);
  });

  it('never widens what a person may do', async () => {
    const admin = await tenant.app('provisioner', 'Sites.FullControl.All');
    const body = {
      roles: ['fullcontrol'],
      grantedToIdentities: [{ application: { id: apps.pane, displayName: 'Pane' } }],
    };
    await admin('POST', `${site}/permissions`, { body });
    const reporter = await tenant.persona('reporter', 'Sites.Selected');
    expect((await reporter('GET', `${incidents}/items`)).status).toBe(404);
    expect((await add(reporter, intake, 'through the grant')).status).toBe(201);
    const other = await tenant.persona('colleague', 'Sites.Selected');
    expect((await other('GET', `${intake}/items`)).body.value).toEqual([]);
  });

  it.each([
    ['a person', { roles: ['read'], grantedToV2: { user: { id: 'x' } } }, 400],
    ['an unknown role', { roles: ['king'], grantedToV2: { application: { id: 'x' } } }, 400],
  ])('cannot name %s', async (_name, body, status) => {
    const admin = await tenant.app('provisioner', 'Sites.FullControl.All');
    expect((await admin('POST', `${site}/permissions`, { body })).status).toBe(status);
  });

  it('is given by those who own the site, and by nobody else', async () => {
    const body = { roles: ['read'], grantedToV2: { application: { id: apps.service } } };
    const status = async (send: Send) => (await send('POST', `${site}/permissions`, { body })).status;
    expect(await status(await tenant.persona('administrator', 'Sites.FullControl.All'))).toBe(201);
    expect(await status(await tenant.persona('security', 'Sites.FullControl.All'))).toBe(403);
    expect(await status(await tenant.persona('administrator', 'Sites.ReadWrite.All'))).toBe(403);
    expect(await status(await tenant.app('service', 'Sites.Manage.All'))).toBe(403);
  });
});
