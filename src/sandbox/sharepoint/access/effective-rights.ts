import type { Caller } from '../../http.ts';
import { accessDenied, itemNotFound } from '../failures.ts';
import type { ListRecord } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import { grantedRolesOf } from '../sites/app-grants.ts';
import type { Site } from '../sites/site-store.ts';
import { principalsOf } from './principals.ts';
import { builtInLevels, everything, has, rights } from './rights.ts';
import { rightsOf, siteScope } from './role-assignments.ts';

const contribute = builtInLevels.contribute.low;
const read = builtInLevels.read.low;

/** What a permission of the token lets an app do at most, whatever the person may do. Graph's names and SharePoint's own. */
const permissionCeilings: Record<string, number> = {
  'Sites.Read.All': read,
  'AllSites.Read': read,
  'Sites.ReadWrite.All': contribute,
  'AllSites.Write': contribute,
  'Sites.Manage.All': builtInLevels.design.low,
  'AllSites.Manage': builtInLevels.design.low,
  'Sites.FullControl.All': everything,
  'AllSites.FullControl': everything,
};

const drivePermissionCeilings: Record<string, number> = {
  'Files.Read.All': read,
  'Files.ReadWrite.All': contribute,
};

/** What a grant on the site gives to an app that has Sites.Selected. https://learn.microsoft.com/graph/permissions-selected-overview */
const grantCeilings: Record<string, number> = {
  read,
  write: contribute,
  manage: builtInLevels.design.low,
  owner: everything,
  fullcontrol: everything,
};

function permissionsOf(caller: Caller): readonly string[] {
  return caller.kind === 'user' ? caller.scopes : caller.roles;
}

function tokenCeiling(services: SharePointServices, site: Site, caller: Caller, forFiles: boolean): number {
  let mask = 0;
  for (const permission of permissionsOf(caller)) {
    mask |= permissionCeilings[permission] ?? 0;
    if (forFiles) mask |= drivePermissionCeilings[permission] ?? 0;
    if (permission === 'Sites.Selected') {
      for (const role of grantedRolesOf(services, site.number, caller.appId)) mask |= grantCeilings[role] ?? 0;
    }
  }
  return mask;
}

const managesLists = (caller: Caller) => carries(caller, 'Sites.Manage.All', 'Sites.FullControl.All');

/** True when the token itself carries this permission. */
export function carries(caller: Caller, ...permissions: string[]): boolean {
  return permissions.some((permission) => permissionsOf(caller).includes(permission));
}

/** A site's administrators have everything in it; no list can shut them out. */
export function isSiteAdministrator(site: Site, caller: Caller): boolean {
  return caller.userId !== null && (site.settings.administrators ?? []).includes(caller.userId);
}

/** Rights on the site itself: what the token allows, cut down to what the person may do. */
export function siteRights(services: SharePointServices, site: Site, caller: Caller): number {
  const ceiling = tokenCeiling(services, site, caller, false);
  if (caller.userId === null || isSiteAdministrator(site, caller)) return ceiling;
  return ceiling & rightsOf(services, site.number, siteScope, principalsOf(services, site.number, caller.userId));
}

/** Rights on a list; a list without unique permissions has the site's. */
export function listRights(services: SharePointServices, site: Site, list: ListRecord, caller: Caller): number {
  const ceiling = tokenCeiling(services, site, caller, list.template === 'documentLibrary');
  if (caller.userId === null || isSiteAdministrator(site, caller)) return ceiling;
  const scope = list.hasUniqueScope ? list.number : siteScope;
  return ceiling & rightsOf(services, site.number, scope, principalsOf(services, site.number, caller.userId));
}

/** Lets in whoever has anything to do on the site: Limited Access is enough to see that it is there. */
export function requireSiteVisible(services: SharePointServices, site: Site, caller: Caller): void {
  if (!has(tokenCeiling(services, site, caller, true), rights.viewListItems)) throw accessDenied();
  if (caller.userId === null || isSiteAdministrator(site, caller)) return;
  const principals = principalsOf(services, site.number, caller.userId);
  const marks = principals.map(() => '?').join(', ');
  const found = services.tenant.db
    .prepare(`SELECT 1 FROM sp_role_assignments WHERE site = ? AND principal IN (${marks}) LIMIT 1`)
    .get(site.number, ...principals);
  if (!found) throw accessDenied();
}

/** What a caller may do with the rows of one list. */
export interface ListAccess {
  mask: number;
  /** Only rows of this author are visible; null when all are. */
  ownRowsOf: number | null;
  /** May change or delete any row; otherwise own rows or none, as WriteSecurity says. */
  writes: 'all' | 'own' | 'none';
}

/**
 * Opens a list for a caller. A list that the caller may not read is not there (SharePoint hides it);
 * a token without any SharePoint permission is refused.
 */
export function openList(
  services: SharePointServices,
  site: Site,
  list: ListRecord,
  caller: Caller,
  self: number | null,
): ListAccess {
  if (tokenCeiling(services, site, caller, list.template === 'documentLibrary') === 0) throw accessDenied();
  const mask = listRights(services, site, list, caller);
  if (!has(mask, rights.viewListItems)) throw itemNotFound();
  const overrides = has(mask, rights.overrideListBehaviors);
  const writes = overrides || list.writeSecurity === 1 ? 'all' : list.writeSecurity === 2 ? 'own' : 'none';
  const shown =
    services.tenant.outcomes.ownRows === 'none' && caller.kind === 'user' && !managesLists(caller) ? -1 : self;
  return { mask, ownRowsOf: list.readSecurity === 2 && !overrides ? (shown ?? -1) : null, writes };
}

export function requireRight(access: { mask: number }, right: number): void {
  if (!has(access.mask, right)) throw accessDenied();
}

/** Refuses a change to a row that the list's rules keep from this caller. */
export function requireRowChange(access: ListAccess, right: number, author: number, self: number | null): void {
  requireRight(access, right);
  if (access.writes === 'none' || (access.writes === 'own' && author !== self)) throw accessDenied();
}
