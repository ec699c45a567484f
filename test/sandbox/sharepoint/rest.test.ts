import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { readRestPath } from '../../../src/sandbox/sharepoint/rest/rest-path.ts';
import { everyone, makeList, type Send, TestTenant } from './support/site.ts';

let tenant: TestTenant;
let rest: Send;
beforeAll(async () => {
  tenant = await TestTenant.start();
  rest = await tenant.rest();
  await makeList(tenant, 'Settings');
});
afterAll(() => tenant.close());

describe('a REST path', () => {
  it.each([
    [
      "web/lists(guid'0a')",
      [
        ['web', null],
        ['lists', '0a'],
      ],
    ],
    [
      "web/lists/GetByTitle('O''Clock / x')",
      [
        ['web', null],
        ['lists', null],
        ['getbytitle', "O'Clock / x"],
      ],
    ],
    [
      "web/siteusers('c:0t.c|tenant|9')/id",
      [
        ['web', null],
        ['siteusers', 'c:0t.c|tenant|9'],
        ['id', null],
      ],
    ],
    [
      'web/siteusers(@v)',
      [
        ['web', null],
        ['siteusers', 'i:0#.f|membership|a@b.example'],
      ],
    ],
  ])('is read: %s', (path, expected) => {
    const query = new URLSearchParams({ '@v': "'i:0#.f|membership|a@b.example'" });
    expect(readRestPath(path, query).map((step) => [step.name, step.argument])).toEqual(expected);
  });

  it('has named arguments', () => {
    const [step] = readRestPath('addroleassignment(principalid=16, roledefid=1073741826)', new URLSearchParams());
    expect(step?.named).toEqual({ principalid: '16', roledefid: '1073741826' });
  });
});

describe('a list over REST', () => {
  const list = "/lists/GetByTitle('Settings')";

  it.each([
    ['POST', { 'x-http-method': 'MERGE', 'if-match': '*' }],
    ['PATCH', {}],
    ['MERGE', {}],
  ])('takes its security by %s', async (method, headers) => {
    const merged = await rest(method, list, { body: { WriteSecurity: 2, __metadata: { type: 'SP.List' } }, headers });
    expect(merged.status).toBe(204);
    const { body } = await rest('GET', `${list}?$select=WriteSecurity`);
    expect(body.WriteSecurity).toBe(2);
  });

  it.each([{ ReadSecurity: 3 }, { WriteSecurity: 3 }])('refuses %o', async (body) => {
    expect((await rest('PATCH', list, { body })).status).toBe(400);
  });

  it('is found by its guid, and answers verbosely when asked', async () => {
    const { body } = await rest('GET', list);
    const verbose = await rest('GET', `/lists(guid'${body.Id}')`, {
      headers: { accept: 'application/json;odata=verbose' },
    });
    expect(verbose.body.d.Title).toBe('Settings');
    const missing = await rest('GET', "/lists/GetByTitle('Nowhere')");
    expect(missing.status).toBe(404);
    expect(missing.body['odata.error'].message.value).toContain('does not exist');
  });

  it('takes role assignments only after it has permissions of its own', async () => {
    const user = await rest('POST', '/ensureuser', { body: { logonName: everyone(tenant) } });
    const assign = `${list}/roleassignments/addroleassignment(principalid=${user.body.Id},roledefid=1073741826)`;
    expect((await rest('POST', assign)).status).toBe(400);
    await rest('POST', `${list}/breakroleinheritance(copyRoleAssignments=false,clearSubscopes=true)`);
    expect((await rest('POST', assign)).status).toBe(200);
    const { body } = await rest('GET', `${list}/roleassignments?$expand=Member,RoleDefinitionBindings`);
    const given = body.value.map((one: { Member: { Title: string }; RoleDefinitionBindings: { Name: string }[] }) => [
      one.Member.Title,
      one.RoleDefinitionBindings.map((role) => role.Name),
    ]);
    // Whoever breaks the inheritance stays on it with full control.
    expect(given).toHaveLength(2);
    expect(given).toContainEqual(['Everyone except external users', ['Read']]);
    await rest(
      'POST',
      `${list}/roleassignments/removeroleassignment(principalid=${user.body.Id},roledefid=1073741826)`,
    );
    expect((await rest('GET', `${list}/roleassignments`)).body.value).toHaveLength(1);
    await rest('POST', `${list}/resetroleinheritance`);
    expect((await rest('GET', list)).body.HasUniqueRoleAssignments).toBe(false);
  });

  it.each([
    ['a principal that is none', 999, 1073741826],
    ['a role that is none', 6, 5],
  ])('refuses %s', async (_name, principal, role) => {
    await rest('POST', `${list}/breakroleinheritance(true,true)`);
    const answer = await rest(
      'POST',
      `${list}/roleassignments/addroleassignment(principalid=${principal},roledefid=${role})`,
    );
    expect(answer.status).toBe(404);
  });
});

describe('a permission level', () => {
  it('can be made once, with a mask of its own', async () => {
    const body = {
      Name: 'Add and view',
      Description: 'd',
      BasePermissions: { High: '176', Low: '138612835' },
      Order: 200,
    };
    const made = await rest('POST', '/roledefinitions', { body });
    expect(made).toMatchObject({ status: 201, body: { Name: 'Add and view', BasePermissions: { Low: '138612835' } } });
    expect((await rest('POST', '/roledefinitions', { body })).status).toBe(400);
    expect((await rest('GET', "/roledefinitions/getbyname('add and view')")).body.Id).toBe(made.body.Id);
    expect((await rest('GET', `/roledefinitions(${made.body.Id})`)).body.Name).toBe('Add and view');
  });
});

describe('people of a site', () => {
  it('are made known by ensureuser, and only if the directory has them', async () => {
    const security = await tenant.person('security');
    const user = await rest('POST', '/ensureuser', {
      body: { logonName: `i:0#.f|membership|${security.userPrincipalName}` },
    });
    expect(user.body).toMatchObject({ Title: security.displayName, PrincipalType: 1 });
    const again = await rest('POST', '/ensureuser', { body: { logonName: security.userPrincipalName } });
    expect(again.body.Id).toBe(user.body.Id);
    expect((await rest('POST', '/ensureuser', { body: { logonName: 'nobody@elsewhere.example' } })).status).toBe(404);
  });
});

describe('who may use it', () => {
  it('an owner with full control; a person without rights, or an app without the permission, may not', async () => {
    const body = { WriteSecurity: 1 };
    const merge = async (order: { persona?: string; scopes?: string[] }, name = 'Settings') =>
      (await (await tenant.rest(order))('PATCH', `/lists/GetByTitle('${name}')`, { body })).status;
    await makeList(tenant, 'Inherits');
    expect(await merge({ persona: 'administrator' }, 'Inherits')).toBe(204);
    expect(await merge({ persona: 'administrator', scopes: ['AllSites.Write'] }, 'Inherits')).toBe(403);
    expect(await merge({ persona: 'reporter' }, 'Inherits')).toBe(403);
    expect(await merge({ scopes: ['Sites.ReadWrite.All'] }, 'Inherits')).toBe(403);
  });

  it('needs a token for SharePoint, not for Graph', async () => {
    const graphToken = await tenant.token({ app: 'x', scopes: ['Sites.FullControl.All'] });
    const answer = await tenant.sender(graphToken)('GET', '/sites/urddas/_api/web');
    expect(answer.status).toBe(401);
  });
});

describe('query options of REST', () => {
  it('choose among lists and their properties', async () => {
    await makeList(tenant, 'Second');
    const all = await rest('GET', '/lists?$select=Title,Id');
    expect(all.body.value.length).toBeGreaterThan(1);
    expect(Object.keys(all.body.value[0]).sort()).toEqual(['Id', 'Title']);
    const one = await rest('GET', "/lists?$filter=Title eq 'second' and Hidden eq false&$top=1&$select=Title");
    expect(one.body.value).toEqual([{ Title: 'Second' }]);
    const assignments = await rest('GET', '/roleassignments?$expand=Member&$select=PrincipalId,Member/Title');
    expect(Object.keys(assignments.body.value[0]).sort()).toEqual(['Member', 'PrincipalId']);
  });

  it.each([
    '/lists?$filter=Colour eq 1',
    '/lists?$filter=Title eq',
    '/lists?$select=Colour',
    '/lists?$orderby=Title',
    '/lists?$top=none',
  ])('are refused in the words of SharePoint when they cannot be answered: %s', async (path) => {
    const { status, body } = await rest('GET', path);
    expect([status, body['odata.error']?.code]).toEqual([400, expect.stringContaining('InvalidClientQuery')]);
  });

  it('find a permission level by its type', async () => {
    const { body } = await rest('GET', '/roledefinitions/getbytype(2)');
    expect(body).toMatchObject({ Name: 'Read', RoleTypeKind: 2 });
  });
});
