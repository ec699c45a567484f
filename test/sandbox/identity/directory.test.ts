import { describe, expect, it } from 'vitest';
import { people, personas } from '../../../src/sandbox/identity/organisation.ts';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();

async function graph(
  scopes: string[],
  path: string,
  options: { persona?: string; headers?: Record<string, string>; method?: string; body?: unknown } = {},
) {
  const token = await sandbox.token({ persona: options.persona ?? 'reporter', scopes });
  const answer = await sandbox.send(options.method ?? 'GET', `/graph/v1.0${path}`, {
    token,
    ...(options.headers && { headers: options.headers }),
    ...(options.body !== undefined && { body: options.body }),
  });
  const body = (await answer.json()) as {
    value: Record<string, unknown>[];
    displayName?: string;
    error?: { code: string };
    '@odata.nextLink'?: string;
    [property: string]: unknown;
  };
  return { status: answer.status, body };
}
const names = (body: { value: Record<string, unknown>[] }) => body.value.map((person) => person.displayName);
const eventual = { consistencylevel: 'eventual' };

describe('the invented organisation', () => {
  it('has about 40 people, each with an address that leads nowhere', () => {
    expect(people.length).toBeGreaterThanOrEqual(38);
    expect(people.every((person) => person.userPrincipalName.endsWith('@glanrafon.example'))).toBe(true);
    expect(new Set(people.map((person) => person.userPrincipalName)).size).toBe(people.length);
  });

  it('has telephone numbers from the range kept for drama only', () => {
    for (const { businessPhone } of people) if (businessPhone) expect(businessPhone).toMatch(/^\+44 29 2018 0\d{3}$/);
  });

  it('speaks both languages, and has one guest, one leaver and two people without a manager', () => {
    expect(people.filter((person) => person.preferredLanguage === 'cy-GB').length).toBeGreaterThan(10);
    expect(people.filter((person) => person.preferredLanguage === 'en-GB').length).toBeGreaterThan(10);
    expect(people.filter((person) => person.kind === 'guest')).toHaveLength(1);
    expect(people.filter((person) => !person.accountEnabled)).toHaveLength(1);
    expect(people.filter((person) => person.kind === 'member' && person.managerId === null)).toHaveLength(2);
  });

  it('gives every persona a person', () => {
    expect(personas.every((persona) => people.some((person) => person.id === persona.id))).toBe(true);
  });
});

describe('the directory over Graph', () => {
  it('walks up from the reporter to the director', async () => {
    const chain: unknown[] = [];
    let path = '/me/manager';
    for (;;) {
      const { status, body } = await graph(['User.Read.All'], path);
      if (status !== 200) {
        expect(body.error?.code).toBe('Request_ResourceNotFound');
        break;
      }
      chain.push(body.displayName);
      path = `/users/${String(body.id)}/manager`;
    }
    expect(chain).toEqual([
      'Siân Morlais',
      'Ffion Tregarth',
      'Martin Ashgrove',
      'Rhodri Penhale',
      'Gwenllian Prothero',
    ]);
  });

  it.each([
    ['/me', 'Mail.Read'],
    ['/me/manager', 'User.Read'],
    ['/users', 'User.Read'],
    ['/me/people', 'User.Read'],
    ['/me/memberOf', 'Mail.Read'],
    ['/groups', 'User.Read'],
  ])('refuses %s with %s only', async (path, scope) => {
    const { status, body } = await graph([scope], path);
    expect([status, body.error?.code]).toEqual([403, 'accessDenied']);
  });

  it('shows only the basics of others with User.ReadBasic.All', async () => {
    const path = '/users/sian.morlais@glanrafon.example?$select=displayName,officeLocation';
    expect((await graph(['User.ReadBasic.All'], path)).body).toMatchObject({
      displayName: 'Siân Morlais',
      officeLocation: null,
    });
    expect((await graph(['User.Read.All'], path)).body.officeLocation).toBe('Cathays Park, Caerdydd');
  });

  it('gives the properties that were asked for, and refuses unknown ones', async () => {
    expect(Object.keys((await graph(['User.Read'], '/me?$select=department')).body).sort()).toEqual([
      '@odata.context',
      'department',
      'id',
    ]);
    expect((await graph(['User.Read'], '/me?$select=salary')).status).toBe(400);
  });

  it('expands the manager', async () => {
    const { body } = await graph(['User.Read.All'], '/me?$select=id&$expand=manager($select=displayName)');
    expect(body.manager).toMatchObject({ displayName: 'Siân Morlais' });
  });

  it('says 404 for somebody who is not there', async () => {
    expect((await graph(['User.Read.All'], '/users/nobody@glanrafon.example')).status).toBe(404);
  });

  it('lists those who report to one, without a wider scope', async () => {
    const { body } = await graph(['User.Read'], '/me/directReports', { persona: 'manager' });
    expect(names(body)).toContain('Carys Llwyd-Fenn');
  });

  it('refuses /me to an app', async () => {
    const token = await sandbox.token({ app: 'any', scopes: ['User.Read.All'] });
    expect((await sandbox.send('GET', '/graph/v1.0/me', { token })).status).toBe(400);
  });

  it.each([
    ["startswith(displayName,'sian')", ['Siân Morlais']],
    ["mail eq 'carys.llwydfenn@glanrafon.example'", ['Carys Llwyd-Fenn']],
    ["userType eq 'Guest'", ['Sam Overcombe']],
    ["startswith(surname,'Dw') or startswith(surname,'Glynd')", ['Anwen Dŵr', 'Ŵena Glyndŵr-Hill']],
    ["department eq 'Rural Grants' and not accountEnabled eq true", ['Colin Underhay']],
    ["givenName in ('Tom','Zara')", ['Tom Hathersedge', 'Zara Winterbourne']],
  ])('filters by %s', async (filter, expected) => {
    const { body } = await graph(['User.Read.All'], `/users?$filter=${encodeURIComponent(filter)}`);
    expect(names(body).sort()).toEqual([...expected].sort());
  });

  it.each(["displayName gt 'A'", 'displayName', "startswith(displayName,'a'", "salary eq '1'", 'displayName eq "x"'])(
    'refuses the filter %s',
    async (filter) => {
      expect((await graph(['User.Read.All'], `/users?$filter=${encodeURIComponent(filter)}`)).status).toBe(400);
    },
  );

  it('searches by any word of the name or address, with the header that search needs', async () => {
    const path = `/users?$search=${encodeURIComponent('"displayName:glyndwr" OR "mail:sian"')}`;
    expect((await graph(['User.Read.All'], path)).status).toBe(400);
    const { body } = await graph(['User.Read.All'], path, { headers: eventual });
    expect(names(body).sort()).toEqual(['Siân Morlais', 'Ŵena Glyndŵr-Hill'].sort());
  });

  it('finds people to choose from, without guests, leavers and mailboxes', async () => {
    const find = async (text: string) => names((await graph(['People.Read'], `/me/people?$search=${text}`)).body);
    expect(await find('"colin"')).toEqual([]);
    expect(await find('Nadia')).toEqual(['Nadia Stonecroft']);
  });

  it('pages through everyone exactly once', async () => {
    const token = await sandbox.token({ persona: 'reporter', scopes: ['User.Read.All'] });
    const seen: unknown[] = [];
    let next: string | undefined = '/graph/v1.0/users?$top=7&$select=id';
    while (next !== undefined) {
      const body = (await (await sandbox.send('GET', next, { token })).json()) as {
        value: { id: string }[];
        '@odata.nextLink'?: string;
      };
      expect(body.value.length).toBeLessThanOrEqual(7);
      seen.push(...body.value.map((person) => person.id));
      next = body['@odata.nextLink']?.replace(sandbox.origin, '');
    }
    expect(new Set(seen).size).toBe(seen.length);
    expect(seen).toHaveLength(sandbox.running.tenant.db.prepare('SELECT id FROM people').all().length);
  });

  it.each(['$top=0', '$top=1000', '$skiptoken=rubbish'])('refuses %s', async (query) => {
    expect((await graph(['User.Read.All'], `/users?${query}`)).status).toBe(400);
  });

  it('says which of the asked groups somebody is in', async () => {
    const { body: groups } = await graph(['GroupMember.Read.All'], '/groups');
    const groupIds = groups.value.map((group) => group.id);
    const check = async (persona: string) =>
      (await graph(['User.Read'], '/me/checkMemberGroups', { persona, method: 'POST', body: { groupIds } })).body
        .value as unknown as string[];
    const idOf = (name: string) => groups.value.find((group) => group.displayName === name)?.id;
    expect(await check('security')).toContain(idOf('Urddas Security'));
    expect(await check('reporter')).not.toContain(idOf('Urddas Security'));
  });

  it('lists the members of a group', async () => {
    const filter = encodeURIComponent("displayName eq 'Urddas HR'");
    const { body: found } = await graph(['GroupMember.Read.All'], `/groups?$filter=${filter}`);
    const { body } = await graph(['GroupMember.Read.All'], `/groups/${String(found.value[0]?.id)}/members`);
    expect(names(body)).toContain('Joanne Merriwether');
  });
});
