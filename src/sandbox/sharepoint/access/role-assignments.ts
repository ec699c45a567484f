import { listGroups } from '../../identity/directory-store.ts';
import type { SharePointServices } from '../services.ts';
import { ensureGroup } from './principals.ts';
import { builtInLevels, type RoleDefinition } from './rights.ts';

/** Stands for the site itself where a list's number would be. */
export const siteScope = 0;

/** The Entra group whose members own every site (Full Control). */
const owners = 'Urddas Administrators';

const levelColumns = 'id, name, description, high, low, kind, position';

/** Gives a site its permission levels and its owners. Safe to repeat. */
export function prepareSiteRoles(services: SharePointServices, site: number): void {
  const { db } = services.tenant;
  const insert = db.prepare(
    'INSERT OR IGNORE INTO sp_role_definitions (site, id, name, description, high, low, kind, position) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
  );
  for (const level of Object.values(builtInLevels)) {
    insert.run(site, level.id, level.name, level.description, level.high, level.low, level.kind, level.position);
  }
  for (const group of listGroups(services.tenant).filter((one) => one.displayName === owners)) {
    const owner = ensureGroup(services, site, group.id);
    if (owner) assignRole(services, site, siteScope, owner.id, builtInLevels.fullControl.id);
  }
}

export function listRoleDefinitions(services: SharePointServices, site: number): RoleDefinition[] {
  return services.tenant.db
    .prepare(`SELECT ${levelColumns} FROM sp_role_definitions WHERE site = ? ORDER BY position, id`)
    .all(site) as RoleDefinition[];
}

/** Adds a permission level; the name must be free (the caller has checked). */
export function addRoleDefinition(
  services: SharePointServices,
  site: number,
  level: Pick<RoleDefinition, 'name' | 'description' | 'high' | 'low' | 'position'>,
): RoleDefinition {
  const { db } = services.tenant;
  const { next } = db.prepare('SELECT max(id) + 1 AS next FROM sp_role_definitions WHERE site = ?').get(site) as {
    next: number;
  };
  db.prepare(
    'INSERT INTO sp_role_definitions (site, id, name, description, high, low, kind, position) VALUES (?, ?, ?, ?, ?, ?, 0, ?)',
  ).run(site, next, level.name, level.description, level.high, level.low, level.position);
  return { id: next, kind: 0, ...level };
}

export function assignRole(
  services: SharePointServices,
  site: number,
  list: number,
  principal: number,
  role: number,
): void {
  services.tenant.db
    .prepare('INSERT OR IGNORE INTO sp_role_assignments (site, list, principal, role) VALUES (?, ?, ?, ?)')
    .run(site, list, principal, role);
}

/** Takes one level away from a principal, or all of them when no level is named. */
export function unassignRole(
  services: SharePointServices,
  site: number,
  list: number,
  principal: number,
  role?: number,
): void {
  services.tenant.db
    .prepare(
      'DELETE FROM sp_role_assignments WHERE site = ? AND list = ? AND principal = ? AND (? IS NULL OR role = ?)',
    )
    .run(site, list, principal, role ?? null, role ?? null);
}

export function clearRoles(services: SharePointServices, site: number, list: number): void {
  services.tenant.db.prepare('DELETE FROM sp_role_assignments WHERE site = ? AND list = ?').run(site, list);
}

export function copySiteRoles(services: SharePointServices, site: number, list: number): void {
  services.tenant.db
    .prepare(
      'INSERT OR IGNORE INTO sp_role_assignments (site, list, principal, role) SELECT site, ?, principal, role FROM sp_role_assignments WHERE site = ? AND list = ?',
    )
    .run(list, site, siteScope);
}

export function listAssignments(
  services: SharePointServices,
  site: number,
  list: number,
): { principal: number; role: number }[] {
  return services.tenant.db
    .prepare('SELECT principal, role FROM sp_role_assignments WHERE site = ? AND list = ? ORDER BY principal, role')
    .all(site, list) as { principal: number; role: number }[];
}

/** All rights that the principals have there together. */
export function rightsOf(services: SharePointServices, site: number, list: number, principals: number[]): number {
  if (principals.length === 0) return 0;
  const rows = services.tenant.db
    .prepare(
      `SELECT d.low FROM sp_role_assignments a JOIN sp_role_definitions d ON d.site = a.site AND d.id = a.role
       WHERE a.site = ? AND a.list = ? AND a.principal IN (${principals.map(() => '?').join(', ')})`,
    )
    .all(site, list, ...principals) as { low: number }[];
  return rows.reduce((mask, row) => mask | row.low, 0);
}
