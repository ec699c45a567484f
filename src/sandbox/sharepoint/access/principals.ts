import type { Caller } from '../../http.ts';
import { findApp } from '../../identity/app-registrations.ts';
import { findGroup, findPerson, groupsOf } from '../../identity/directory-store.ts';
import type { SharePointServices } from '../services.ts';

/** A row of the site's User Information List: what `LookupId` values point at. */
export interface Principal {
  id: number;
  kind: 'user' | 'group' | 'app' | 'everyone';
  /** Entra object id; client id of an app; tenant id for everyone. */
  objectId: string;
  login: string;
  title: string;
  mail: string | null;
}

const columns = 'id, kind, object_id AS objectId, login, title, mail';

export function findPrincipal(services: SharePointServices, site: number, id: number): Principal | null {
  return (
    (services.tenant.db.prepare(`SELECT ${columns} FROM sp_principals WHERE site = ? AND id = ?`).get(site, id) as
      | Principal
      | undefined) ?? null
  );
}

export function findPrincipalByObject(
  services: SharePointServices,
  site: number,
  kind: Principal['kind'],
  objectId: string,
): Principal | null {
  return (
    (services.tenant.db
      .prepare(`SELECT ${columns} FROM sp_principals WHERE site = ? AND kind = ? AND object_id = ?`)
      .get(site, kind, objectId) as Principal | undefined) ?? null
  );
}

export function listPrincipals(services: SharePointServices, site: number): Principal[] {
  return services.tenant.db
    .prepare(`SELECT ${columns} FROM sp_principals WHERE site = ? ORDER BY id`)
    .all(site) as Principal[];
}

function ensure(services: SharePointServices, site: number, wanted: Omit<Principal, 'id'>): Principal {
  const known = findPrincipalByObject(services, site, wanted.kind, wanted.objectId);
  if (known) return known;
  const { next } = services.tenant.db
    .prepare('SELECT ifnull(max(id), 5) + 1 AS next FROM sp_principals WHERE site = ?')
    .get(site) as { next: number };
  services.tenant.db
    .prepare('INSERT INTO sp_principals (site, id, kind, object_id, login, title, mail) VALUES (?, ?, ?, ?, ?, ?, ?)')
    .run(site, next, wanted.kind, wanted.objectId, wanted.login, wanted.title, wanted.mail);
  return { id: next, ...wanted };
}

export function ensurePerson(services: SharePointServices, site: number, personId: string): Principal | null {
  const person = findPerson(services.tenant, personId);
  if (!person) return null;
  return ensure(services, site, {
    kind: 'user',
    objectId: person.id,
    login: `i:0#.f|membership|${person.userPrincipalName.toLowerCase()}`,
    title: person.displayName,
    mail: person.userPrincipalName,
  });
}

export function ensureGroup(services: SharePointServices, site: number, groupId: string): Principal | null {
  const group = findGroup(services.tenant, groupId);
  if (!group) return null;
  return ensure(services, site, {
    kind: 'group',
    objectId: group.id,
    login: `c:0t.c|tenant|${group.id}`,
    title: group.displayName,
    mail: null,
  });
}

function everyoneLogin(services: SharePointServices): string {
  return `c:0-.f|rolemanager|spo-grid-all-users/${services.tenant.tenantId}`;
}

/** The row of a caller: whoever touches the site gets one, as on a first visit. */
export function ensureCaller(services: SharePointServices, site: number, caller: Caller): Principal {
  const person = caller.userId === null ? null : ensurePerson(services, site, caller.userId);
  if (person) return person;
  return ensureApp(services, site, caller.appId);
}

export function ensureApp(services: SharePointServices, site: number, appId: string): Principal {
  return ensure(services, site, {
    kind: 'app',
    objectId: appId,
    login: `i:0i.t|ms.sp.ext|${appId}@${services.tenant.tenantId}`,
    title: findApp(services.tenant, appId)?.name ?? 'SharePoint App',
    mail: null,
  });
}

/** `ensureuser`: takes a claims login, a plain user principal name, and returns null when the directory has nobody so named. */
export function ensureLogin(services: SharePointServices, site: number, login: string): Principal | null {
  const text = login.trim();
  if (text.toLowerCase() === everyoneLogin(services).toLowerCase()) {
    return ensure(services, site, {
      kind: 'everyone',
      objectId: services.tenant.tenantId,
      login: everyoneLogin(services),
      title: 'Everyone except external users',
      mail: null,
    });
  }
  const group = /^c:0(?:t\.c\|tenant|o\.c\|federateddirectoryclaimprovider)\|([0-9a-f-]{36})$/i.exec(text);
  if (group?.[1] !== undefined) return ensureGroup(services, site, group[1].toLowerCase());
  const name = /^(?:i:0#\.f\|membership\|)?([^|]+@[^|]+)$/i.exec(text);
  const person = name?.[1] === undefined ? null : findPerson(services.tenant, name[1]);
  return person ? ensurePerson(services, site, person.id) : null;
}

/** Ids of the principals a person acts as on the site: own row, groups, everyone. */
export function principalsOf(services: SharePointServices, site: number, personId: string): number[] {
  const objects = [personId, ...groupsOf(services.tenant, personId).map((group) => group.id)];
  if (findPerson(services.tenant, personId)?.kind !== 'guest') objects.push(services.tenant.tenantId);
  const marks = objects.map(() => '?').join(', ');
  const rows = services.tenant.db
    .prepare(`SELECT id FROM sp_principals WHERE site = ? AND kind <> 'app' AND object_id IN (${marks})`)
    .all(site, ...objects) as { id: number }[];
  return rows.map((row) => row.id);
}
