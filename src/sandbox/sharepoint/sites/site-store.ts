import { deterministicGuid } from '../../identity/deterministic-id.ts';
import { accessDenied, invalidRequest, itemNotFound } from '../failures.ts';
import { decodeSegment } from '../routing.ts';
import type { SharePointServices } from '../services.ts';

export interface Site {
  number: number;
  collectionId: string;
  webId: string;
  name: string;
  displayName: string;
  created: string;
  settings: SiteSettings;
}

export interface SiteSettings {
  /** Object ids of the site's administrators: they have everything in it, whatever its lists say. */
  administrators?: string[];
  /** The Microsoft 365 group that the site belongs to. */
  groupId?: string;
  /** Whether members may share; a new site's may. */
  membersCanShare?: boolean;
}

interface SiteRow extends Omit<Site, 'settings'> {
  settings: string;
}

function toSite(row: SiteRow | undefined): Site | null {
  return row ? { ...row, settings: JSON.parse(row.settings) as SiteSettings } : null;
}

const columns =
  'number, collection_id AS collectionId, web_id AS webId, name, display_name AS displayName, created, settings';

export function siteHostname(services: SharePointServices): string {
  return new URL(services.tenant.origin).hostname;
}

/** Graph's id of a site: `{hostname},{site collection},{web}`. */
export function graphSiteId(services: SharePointServices, site: Site): string {
  return `${siteHostname(services)},${site.collectionId},${site.webId}`;
}

export function siteWebUrl(services: SharePointServices, site: Site): string {
  return `${services.tenant.origin}/sites/${site.name}`;
}

export function listSites(services: SharePointServices): Site[] {
  const rows = services.tenant.db.prepare(`SELECT ${columns} FROM sp_sites ORDER BY number`).all() as SiteRow[];
  return rows.flatMap((row) => toSite(row) ?? []);
}

export function findSiteByName(services: SharePointServices, name: string): Site | null {
  return toSite(
    services.tenant.db.prepare(`SELECT ${columns} FROM sp_sites WHERE name = ?`).get(name) as SiteRow | undefined,
  );
}

export function findSiteByNumber(services: SharePointServices, number: number): Site {
  const site = toSite(
    services.tenant.db.prepare(`SELECT ${columns} FROM sp_sites WHERE number = ?`).get(number) as SiteRow | undefined,
  );
  if (!site) throw itemNotFound();
  return site;
}

/** Makes a site, or changes the settings of one. */
export function saveSite(
  services: SharePointServices,
  name: string,
  displayName: string,
  settings: SiteSettings,
): Site {
  services.tenant.db
    .prepare(
      `INSERT INTO sp_sites (collection_id, web_id, name, display_name, created, settings) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT (name) DO UPDATE SET display_name = excluded.display_name, settings = excluded.settings`,
    )
    .run(
      deterministicGuid('site-collection', name),
      deterministicGuid('web', name),
      name,
      displayName,
      services.tenant.clock.stamp(),
      JSON.stringify(settings),
    );
  return findSiteByName(services, name) as Site;
}

function findSiteById(services: SharePointServices, id: string): Site | null {
  const parts = id.toLowerCase().split(',');
  const [collection, web] = parts.length === 3 ? parts.slice(1) : [parts[0], undefined];
  if (parts.length === 3 && parts[0] !== siteHostname(services)) return null;
  return (
    listSites(services).find((site) => site.collectionId === collection && (web === undefined || site.webId === web)) ??
    null
  );
}

/** The tenant's root site: there, and nobody's business here. Null stands for it. */
export type SiteAddress = { site: Site | null; rest: string[] };

/**
 * Reads the site out of a path: `{id}`, `root`, `{hostname}` or `{hostname}:/sites/{name}[:]`, and gives back the
 * segments that follow. https://learn.microsoft.com/graph/api/site-getbypath
 */
export function resolveSite(services: SharePointServices, segments: string[]): SiteAddress {
  const first = decodeSegment(segments[0] ?? '');
  if (first === 'root' || first === siteHostname(services)) return { site: null, rest: segments.slice(1) };
  if (first.endsWith(':')) return resolveByPath(services, first.slice(0, -1), segments.slice(1));
  const site = findSiteById(services, first);
  if (site) return { site, rest: segments.slice(1) };
  if (/[,]/.test(first) || /^[0-9a-f-]{36}$/i.test(first)) throw itemNotFound('Requested site could not be found');
  throw invalidRequest('Invalid hostname for this tenancy');
}

function resolveByPath(services: SharePointServices, hostname: string, segments: string[]): SiteAddress {
  if (hostname !== siteHostname(services) && hostname !== 'root') {
    throw invalidRequest('Invalid hostname for this tenancy');
  }
  const end = segments.findIndex((segment) => segment.endsWith(':'));
  const path = (end === -1 ? segments : segments.slice(0, end + 1)).map((part) =>
    decodeSegment(part).replace(/:$/, ''),
  );
  const rest = end === -1 ? [] : segments.slice(end + 1);
  if (path.length === 0 || (path.length === 1 && path[0] === '')) return { site: null, rest };
  const site = path.length === 2 && path[0]?.toLowerCase() === 'sites' ? findSiteByName(services, path[1] ?? '') : null;
  if (!site) throw itemNotFound('Requested site could not be found');
  return { site, rest };
}

/** The site of an address, where only a real one will do. */
export function requireOwnSite(address: SiteAddress): Site {
  if (!address.site) throw accessDenied();
  return address.site;
}
