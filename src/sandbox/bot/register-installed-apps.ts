import { GraphFailure, requirePermission, type SandboxApp, type SandboxContext } from '../http.ts';
import { findPerson } from '../identity/directory-store.ts';
import type { Person } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import { changeInstallation } from './change-installation.ts';
import { chatResource } from './chat-resource.ts';
import { openConversation } from './conversations.ts';
import { catalogueId, installationId, installationState, listTeamsApps, type TeamsApp } from './installations.ts';
import { filterBy, installationResource, teamsAppResource } from './teams-app-resource.ts';

const readPermissions = {
  delegated: [
    'TeamsAppInstallation.ReadForUser',
    'TeamsAppInstallation.ReadWriteForUser',
    'TeamsAppInstallation.ReadWriteSelfForUser',
  ],
  application: [
    'TeamsAppInstallation.ReadForUser.All',
    'TeamsAppInstallation.ReadWriteForUser.All',
    'TeamsAppInstallation.ReadWriteSelfForUser.All',
  ],
};
const writePermissions = {
  delegated: ['TeamsAppInstallation.ReadWriteForUser', 'TeamsAppInstallation.ReadWriteSelfForUser'],
  application: ['TeamsAppInstallation.ReadWriteForUser.All', 'TeamsAppInstallation.ReadWriteSelfForUser.All'],
};
const cataloguePermissions = {
  delegated: ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All', 'AppCatalog.Submit'],
  application: ['AppCatalog.Read.All', 'AppCatalog.ReadWrite.All'],
};

/** `…SelfForUser` covers the installation of the calling app alone; the others cover every app. */
function covers(c: SandboxContext, app: TeamsApp): boolean {
  const caller = c.get('caller');
  const granted = caller.kind === 'user' ? caller.scopes : caller.roles;
  const isWide = granted.some((permission) => /^TeamsAppInstallation\.(Read|ReadWrite)ForUser/.test(permission));
  return isWide || caller.appId === app.clientId;
}

function requireCover(c: SandboxContext, app: TeamsApp): void {
  if (!covers(c, app)) {
    throw new GraphFailure(403, 'Forbidden', 'This permission covers the installation of the calling app only.');
  }
}

/** Graph: which Teams apps a person has, and the organisation's catalogue. */
export function registerInstalledApps(app: SandboxApp, tenant: Tenant): void {
  const personOf = (c: SandboxContext): Person => {
    const caller = c.get('caller');
    const named = c.req.param('userId');
    const person = findPerson(tenant, named === undefined ? (caller.userId ?? '') : decodeURIComponent(named));
    if (!person) throw new GraphFailure(404, 'NotFound', 'No user of this id was found.');
    if (caller.kind === 'user' && caller.userId !== person.id) {
      throw new GraphFailure(403, 'Forbidden', 'A person may only ask about their own apps.');
    }
    return person;
  };
  const installedFor = (c: SandboxContext, person: Person) =>
    listTeamsApps(tenant).filter(
      (entry) => covers(c, entry) && installationState(tenant, entry, person.id) !== 'notInstalled',
    );
  const installedOne = (c: SandboxContext, person: Person): TeamsApp => {
    const id = decodeURIComponent(c.req.param('installationId') ?? '');
    const found = installedFor(c, person).find((entry) => installationId(entry, person.id) === id);
    if (!found) throw new GraphFailure(404, 'NotFound', 'No such app is installed for this user.');
    return found;
  };

  for (const base of ['/graph/v1.0/users/:userId/teamwork', '/graph/v1.0/me/teamwork']) {
    app.get(`${base}/installedApps`, (c) => {
      requirePermission(c.get('caller'), readPermissions);
      const person = personOf(c);
      const found = filterBy(c, installedFor(c, person), {
        'teamsApp/externalId': (entry) => entry.teams.teamsAppId,
        'teamsApp/id': catalogueId,
        'teamsApp/displayName': (entry) => entry.name,
        'teamsApp/distributionMethod': () => 'organization',
      });
      const isExpanded = (c.req.query('$expand') ?? '').includes('teamsApp');
      return c.json({
        '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#users('${person.id}')/teamwork/installedApps`,
        '@odata.count': found.length,
        value: found.map((entry) => installationResource(entry, person.id, isExpanded)),
      });
    });

    app.post(`${base}/installedApps`, async (c) => {
      requirePermission(c.get('caller'), writePermissions);
      const person = personOf(c);
      const body = (await c.req.json().catch(() => null)) as Record<string, unknown> | null;
      const wanted = /\/appCatalogs\/teamsApps(?:\/|\(')([^/')]+)/i.exec(
        String(body?.['teamsApp@odata.bind'] ?? ''),
      )?.[1];
      if (!wanted) throw new GraphFailure(400, 'BadRequest', 'teamsApp@odata.bind must name an app of the catalogue.');
      const found = listTeamsApps(tenant).find((entry) => catalogueId(entry) === wanted);
      if (!found) throw new GraphFailure(404, 'NotFound', 'The catalogue has no such app.');
      requireCover(c, found);
      if (installationState(tenant, found, person.id) !== 'notInstalled') {
        throw new GraphFailure(409, 'Conflict', 'The app is already installed for this user.');
      }
      await changeInstallation(tenant, found, person, 'installed');
      const location = `${tenant.origin}/graph/v1.0/users/${person.id}/teamwork/installedApps/${installationId(found, person.id)}`;
      return c.body(null, 201, { location });
    });

    app.get(`${base}/installedApps/:installationId`, (c) => {
      requirePermission(c.get('caller'), readPermissions);
      const person = personOf(c);
      const isExpanded = (c.req.query('$expand') ?? '').includes('teamsApp');
      return c.json(installationResource(installedOne(c, person), person.id, isExpanded));
    });

    app.delete(`${base}/installedApps/:installationId`, async (c) => {
      requirePermission(c.get('caller'), writePermissions);
      const person = personOf(c);
      const found = installedOne(c, person);
      await changeInstallation(tenant, found, person, 'notInstalled');
      return c.body(null, 204);
    });

    app.get(`${base}/installedApps/:installationId/chat`, (c) => {
      requirePermission(c.get('caller'), readPermissions);
      const person = personOf(c);
      const found = installedOne(c, person);
      const bot = found.teams.bot;
      if (!bot) throw new GraphFailure(404, 'NotFound', 'This app has no bot, and so no chat.');
      return c.json(chatResource(tenant, openConversation(tenant, found.clientId, bot.id, person.id)));
    });
  }

  app.get('/graph/v1.0/appCatalogs/teamsApps', (c) => {
    requirePermission(c.get('caller'), cataloguePermissions);
    const found = filterBy(c, listTeamsApps(tenant), {
      id: catalogueId,
      externalId: (entry) => entry.teams.teamsAppId,
      displayName: (entry) => entry.name,
      distributionMethod: () => 'organization',
    });
    return c.json({
      '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#appCatalogs/teamsApps`,
      value: found.map(teamsAppResource),
    });
  });
}
