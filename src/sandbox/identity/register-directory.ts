import { type Caller, GraphFailure, requirePermission, type SandboxApp, type SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { directoryTest, parsePeopleSearch } from './directory-query.ts';
import { directReports, findPerson, listPeople, managerOf } from './directory-store.ts';
import type { Person } from './organisation.ts';
import { pageOf } from './page-of.ts';
import { toPersonResource } from './person-resource.ts';
import { registerGroups } from './register-groups.ts';

const readAnyone = ['User.ReadBasic.All', 'User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];
const readWhole = ['User.Read.All', 'User.ReadWrite.All', 'Directory.Read.All'];
const readSelf = ['User.Read', 'User.ReadWrite', ...readAnyone];

export const resourceNotFound = (what: string) =>
  new GraphFailure(
    404,
    'Request_ResourceNotFound',
    `Resource '${what}' does not exist or one of its queried reference-property objects are not present.`,
  );

/** The signed-in person; an app has no `/me`. */
export function signedInPerson(tenant: Tenant, caller: Caller): Person {
  if (caller.userId === null) {
    throw new GraphFailure(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  const person = findPerson(tenant, caller.userId);
  if (!person) throw resourceNotFound(caller.userId);
  return person;
}

function personAskedFor(tenant: Tenant, c: SandboxContext): Person {
  const asked = c.req.param('id');
  if (asked === undefined) return signedInPerson(tenant, c.get('caller'));
  const person = findPerson(tenant, asked);
  if (!person) throw resourceNotFound(asked);
  return person;
}

const granted = (caller: Caller) => (caller.kind === 'user' ? caller.scopes : caller.roles);
const seesOnlyBasics = (caller: Caller) => !readWhole.some((permission) => granted(caller).includes(permission));

function expandManager(tenant: Tenant, c: SandboxContext, person: Person): Record<string, unknown> {
  const expand = c.req.query('$expand');
  if (expand === undefined) return {};
  const match = /^manager(?:\(\$select=([^)]*)\))?$/.exec(expand);
  if (!match) throw new GraphFailure(400, 'BadRequest', `The stand-in expands manager only, not '${expand}'.`);
  requirePermission(c.get('caller'), { delegated: readWhole, application: readWhole });
  const superior = managerOf(tenant, person);
  return superior ? { manager: toPersonResource(superior, { select: match[1] }) } : {};
}

const context = (tenant: Tenant, of: string) => `${tenant.origin}/graph/v1.0/$metadata#${of}`;

function registerPerson(app: SandboxApp, tenant: Tenant, root: string): void {
  app.get(root, (c) => {
    const person = personAskedFor(tenant, c);
    const caller = c.get('caller');
    const isSelf = caller.userId === person.id;
    requirePermission(caller, { delegated: isSelf ? readSelf : readAnyone, application: readWhole });
    return c.json({
      '@odata.context': context(tenant, 'users/$entity'),
      ...toPersonResource(person, { select: c.req.query('$select'), onlyBasic: !isSelf && seesOnlyBasics(caller) }),
      ...expandManager(tenant, c, person),
    });
  });
  app.get(`${root}/manager`, (c) => {
    const person = personAskedFor(tenant, c);
    requirePermission(c.get('caller'), { delegated: readWhole, application: readWhole });
    const superior = managerOf(tenant, person);
    if (!superior) throw resourceNotFound('manager');
    return c.json({
      '@odata.context': context(tenant, 'directoryObjects/$entity'),
      '@odata.type': '#microsoft.graph.user',
      ...toPersonResource(superior, { select: c.req.query('$select') }),
    });
  });
  app.get(`${root}/directReports`, (c) => {
    const person = personAskedFor(tenant, c);
    const caller = c.get('caller');
    const isSelf = caller.userId === person.id;
    requirePermission(caller, { delegated: isSelf ? ['User.Read', ...readWhole] : readWhole, application: readWhole });
    const reports = directReports(tenant, person.id).map((report) => ({
      '@odata.type': '#microsoft.graph.user',
      ...toPersonResource(report, { select: c.req.query('$select') }),
    }));
    return c.json(pageOf(tenant, c, 'directoryObjects', reports));
  });
}

/** People: who one is, who one's manager is, who else there is. */
export function registerDirectory(app: SandboxApp, tenant: Tenant): void {
  registerPerson(app, tenant, '/graph/v1.0/me');
  registerGroups(app, tenant);
  app.get('/graph/v1.0/me/people', (c) => {
    requirePermission(c.get('caller'), { delegated: ['People.Read', 'People.Read.All'], application: [] });
    const self = signedInPerson(tenant, c.get('caller'));
    const test = parsePeopleSearch(c.req.query('$search') ?? '');
    const found = listPeople(tenant).filter(
      (person) => person.kind === 'member' && person.accountEnabled && person.id !== self.id && test(person),
    );
    const resources = found.map((person) => ({
      ...toPersonResource(person, {
        select: 'id,displayName,givenName,surname,jobTitle,department,officeLocation,userPrincipalName',
      }),
      scoredEmailAddresses: [
        { address: person.userPrincipalName, relevanceScore: 1, selectionLikelihood: 'notSpecified' },
      ],
      personType: { class: 'Person', subclass: 'OrganizationUser' },
    }));
    return c.json(pageOf(tenant, c, 'people', resources, 10));
  });
  app.get('/graph/v1.0/users', (c) => {
    const caller = c.get('caller');
    requirePermission(caller, { delegated: readAnyone, application: readWhole });
    const found = listPeople(tenant).filter(directoryTest(c));
    const resources = found.map((person) =>
      toPersonResource(person, { select: c.req.query('$select'), onlyBasic: seesOnlyBasics(caller) }),
    );
    return c.json(pageOf(tenant, c, 'users', resources));
  });
  registerPerson(app, tenant, '/graph/v1.0/users/:id');
}
