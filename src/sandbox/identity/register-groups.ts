import * as v from 'valibot';
import { GraphFailure, requirePermission, type SandboxApp, type SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { findGroup, findPerson, type GroupRecord, groupsOf, listGroups, membersOf } from './directory-store.ts';
import { pageOf } from './page-of.ts';
import { toPersonResource } from './person-resource.ts';

const readGroups = ['GroupMember.Read.All', 'Group.Read.All', 'Directory.Read.All'];
const mostIdsAtOnce = 20;

const notFound = (id: string) =>
  new GraphFailure(
    404,
    'Request_ResourceNotFound',
    `Resource '${id}' does not exist or one of its queried reference-property objects are not present.`,
  );

const toGroupResource = (group: GroupRecord) => ({
  '@odata.type': '#microsoft.graph.group',
  id: group.id,
  displayName: group.displayName,
  description: group.description,
  securityEnabled: true,
  mailEnabled: false,
});

const checkSchema = v.object({ groupIds: v.array(v.string()) });

function personAskedFor(tenant: Tenant, c: SandboxContext): string {
  const caller = c.get('caller');
  const asked = c.req.param('id');
  if (asked === undefined) {
    if (caller.userId === null) {
      throw new GraphFailure(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
    }
    requirePermission(caller, { delegated: ['User.Read', 'User.Read.All', ...readGroups], application: [] });
    return caller.userId;
  }
  requirePermission(caller, { delegated: readGroups, application: readGroups });
  const person = findPerson(tenant, asked);
  if (!person) throw notFound(asked);
  return person.id;
}

/** Groups and who is in them. */
export function registerGroups(app: SandboxApp, tenant: Tenant): void {
  for (const root of ['/graph/v1.0/me', '/graph/v1.0/users/:id']) {
    for (const relation of ['memberOf', 'transitiveMemberOf']) {
      app.get(`${root}/${relation}`, (c) =>
        c.json(pageOf(tenant, c, 'directoryObjects', groupsOf(tenant, personAskedFor(tenant, c)).map(toGroupResource))),
      );
    }
    app.post(`${root}/checkMemberGroups`, async (c) => {
      const person = personAskedFor(tenant, c);
      const body = v.safeParse(checkSchema, await c.req.json().catch(() => null));
      if (!body.success || body.output.groupIds.length > mostIdsAtOnce) {
        throw new GraphFailure(400, 'Request_BadRequest', `groupIds takes an array of at most ${mostIdsAtOnce} ids.`);
      }
      const mine = new Set(groupsOf(tenant, person).map((group) => group.id));
      return c.json({
        '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#Collection(Edm.String)`,
        value: body.output.groupIds.filter((id) => mine.has(id)),
      });
    });
  }
  app.get('/graph/v1.0/groups', (c) => {
    requirePermission(c.get('caller'), { delegated: readGroups, application: readGroups });
    const named = /^displayName eq '((?:[^']|'')*)'$/.exec(c.req.query('$filter') ?? '')?.[1]?.replaceAll("''", "'");
    if (c.req.query('$filter') !== undefined && named === undefined) {
      throw new GraphFailure(400, 'Request_UnsupportedQuery', "Groups are filtered by displayName eq '…' only.");
    }
    const found = listGroups(tenant).filter((group) => named === undefined || group.displayName === named);
    return c.json(pageOf(tenant, c, 'groups', found.map(toGroupResource)));
  });
  app.get('/graph/v1.0/groups/:group', (c) => {
    requirePermission(c.get('caller'), { delegated: readGroups, application: readGroups });
    const group = findGroup(tenant, c.req.param('group'));
    if (!group) throw notFound(c.req.param('group'));
    return c.json(toGroupResource(group));
  });
  for (const relation of ['members', 'transitiveMembers']) {
    app.get(`/graph/v1.0/groups/:group/${relation}`, (c) => {
      requirePermission(c.get('caller'), { delegated: readGroups, application: readGroups });
      const group = findGroup(tenant, c.req.param('group'));
      if (!group) throw notFound(c.req.param('group'));
      const members = membersOf(tenant, group.id).map((person) => ({
        '@odata.type': '#microsoft.graph.user',
        ...toPersonResource(person, { select: c.req.query('$select') }),
      }));
      return c.json(pageOf(tenant, c, 'directoryObjects', members));
    });
  }
}
