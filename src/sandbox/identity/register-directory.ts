import { type Caller, GraphFailure, requirePermission, type SandboxApp, type SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { directoryOrder, directoryTest, parsePeopleSearch, requireEventual } from './directory-query.ts';
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

/** `$levels` of the chain above; `max` is as far as it goes. https://learn.microsoft.com/graph/api/user-list-manager */
function readLevels(text: string | undefined): number {
  if (text === undefined) return 1;
  if (text === 'max') return Number.MAX_SAFE_INTEGER;
  const levels = Number(text);
  if (Number.isInteger(levels) && levels >= 1 && levels <= 1000) return levels;
  throw new GraphFailure(400, 'BadRequest', `Invalid value '${text}' for $levels.`);
}

function managerChain(tenant: Tenant, person: Person, levels: number, select: string | undefined): object {
  const superior = levels > 0 ? managerOf(tenant, person) : null;
  if (!superior) return {};
  return {
    manager: {
      '@odata.type': '#microsoft.graph.user',
      ...toPersonResource(superior, { select }),
      ...managerChain(tenant, superior, levels - 1, select),
    },
  };
}

function expandManager(tenant: Tenant, c: SandboxContext, person: Person): object {
  const expand = c.req.query('$expand');
  if (expand === undefined) return {};
  const [, options = ''] = /^manager(?:\((.*)\))?$/.exec(expand) ?? [];
  const known: Record<string, string> = {};
  for (const option of options.split(';').filter(Boolean)) {
    const [, name, value] = /^\$(select|levels)=(.+)$/.exec(option.trim()) ?? [];
    if (name === undefined || value === undefined) {
      throw new GraphFailure(400, 'BadRequest', `Parsing OData Select and Expand failed at '${option}'.`);
    }
    known[name] = value;
  }
  if (!/^manager\b/.test(expand)) {
    throw new GraphFailure(400, 'BadRequest', `The stand-in expands manager only, not '${expand}'.`);
  }
  requirePermission(c.get('caller'), { delegated: readWhole, application: readWhole });
  if (known.levels !== undefined) requireEventual(c, '$levels');
  return managerChain(tenant, person, readLevels(known.levels), known.select);
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
    const found = listPeople(tenant).filter(directoryTest(c)).sort(directoryOrder(c));
    const resources = found.map((person) => ({
      ...toPersonResource(person, { select: c.req.query('$select'), onlyBasic: seesOnlyBasics(caller) }),
      ...expandManager(tenant, c, person),
    }));
    return c.json(pageOf(tenant, c, 'users', resources));
  });
  app.get('/graph/v1.0/users/$count', (c) => {
    requirePermission(c.get('caller'), { delegated: readAnyone, application: readWhole });
    requireEventual(c, '$count');
    return c.text(String(listPeople(tenant).filter(directoryTest(c)).length));
  });
  registerPerson(app, tenant, '/graph/v1.0/users/:id');
}
