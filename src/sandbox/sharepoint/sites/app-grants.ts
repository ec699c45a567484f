import { randomUUID } from 'node:crypto';
import type { SharePointServices } from '../services.ts';

/** A grant of a site to an app that has Sites.Selected. */
export interface AppGrant {
  id: string;
  appId: string;
  appName: string;
  roles: string[];
}

interface GrantRow {
  id: string;
  appId: string;
  appName: string;
  roles: string;
}

const columns = 'id, app_id AS appId, app_name AS appName, roles';

function toGrant(row: GrantRow): AppGrant {
  return { ...row, roles: JSON.parse(row.roles) as string[] };
}

export function listGrants(services: SharePointServices, site: number): AppGrant[] {
  const rows = services.tenant.db
    .prepare(`SELECT ${columns} FROM sp_app_grants WHERE site = ? ORDER BY rowid`)
    .all(site) as GrantRow[];
  return rows.map(toGrant);
}

export function findGrant(services: SharePointServices, site: number, id: string): AppGrant | null {
  return listGrants(services, site).find((grant) => grant.id === id) ?? null;
}

export function addGrant(
  services: SharePointServices,
  site: number,
  appId: string,
  appName: string,
  roles: string[],
): AppGrant {
  const grant: AppGrant = { id: Buffer.from(`i:0i.t|${randomUUID()}`).toString('base64url'), appId, appName, roles };
  services.tenant.db
    .prepare('INSERT INTO sp_app_grants (id, site, app_id, app_name, roles) VALUES (?, ?, ?, ?, ?)')
    .run(grant.id, site, appId, appName, JSON.stringify(roles));
  return grant;
}

export function changeGrant(services: SharePointServices, id: string, roles: string[]): void {
  services.tenant.db.prepare('UPDATE sp_app_grants SET roles = ? WHERE id = ?').run(JSON.stringify(roles), id);
}

export function removeGrant(services: SharePointServices, id: string): void {
  services.tenant.db.prepare('DELETE FROM sp_app_grants WHERE id = ?').run(id);
}

/** All roles that the site's grants give to an app. */
export function grantedRolesOf(services: SharePointServices, site: number, appId: string): string[] {
  return listGrants(services, site)
    .filter((grant) => grant.appId.toLowerCase() === appId.toLowerCase())
    .flatMap((grant) => grant.roles);
}
