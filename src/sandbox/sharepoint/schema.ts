import { deterministicGuid } from '../identity/deterministic-id.ts';
import type { Tenant } from '../tenant.ts';

const tables = `
CREATE TABLE IF NOT EXISTS sp_sites (
  number INTEGER PRIMARY KEY, collection_id TEXT NOT NULL, web_id TEXT NOT NULL,
  name TEXT NOT NULL UNIQUE COLLATE NOCASE, display_name TEXT NOT NULL, created TEXT NOT NULL,
  settings TEXT NOT NULL DEFAULT '{}');
CREATE TABLE IF NOT EXISTS sp_app_grants (
  id TEXT PRIMARY KEY, site INTEGER NOT NULL, app_id TEXT NOT NULL, app_name TEXT NOT NULL, roles TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sp_principals (
  site INTEGER NOT NULL, id INTEGER NOT NULL, kind TEXT NOT NULL, object_id TEXT NOT NULL, login TEXT NOT NULL COLLATE NOCASE,
  title TEXT NOT NULL, mail TEXT, PRIMARY KEY (site, id), UNIQUE (site, kind, object_id));
CREATE TABLE IF NOT EXISTS sp_role_definitions (
  site INTEGER NOT NULL, id INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE, description TEXT NOT NULL,
  high INTEGER NOT NULL, low INTEGER NOT NULL, kind INTEGER NOT NULL, position INTEGER NOT NULL,
  PRIMARY KEY (site, id), UNIQUE (site, name));
CREATE TABLE IF NOT EXISTS sp_role_assignments (
  site INTEGER NOT NULL, list INTEGER NOT NULL, principal INTEGER NOT NULL, role INTEGER NOT NULL,
  PRIMARY KEY (site, list, principal, role));
CREATE TABLE IF NOT EXISTS sp_lists (
  number INTEGER PRIMARY KEY AUTOINCREMENT, id TEXT NOT NULL UNIQUE, site INTEGER NOT NULL, name TEXT NOT NULL COLLATE NOCASE,
  display_name TEXT NOT NULL COLLATE NOCASE, description TEXT NOT NULL, template TEXT NOT NULL, hidden INTEGER NOT NULL,
  drive_id TEXT, read_security INTEGER NOT NULL, write_security INTEGER NOT NULL, unique_scope INTEGER NOT NULL,
  created TEXT NOT NULL, modified TEXT NOT NULL, author INTEGER NOT NULL,
  next_item INTEGER NOT NULL, last_change INTEGER NOT NULL, item_count INTEGER NOT NULL, settings TEXT NOT NULL DEFAULT '{}',
  UNIQUE (site, name), UNIQUE (site, display_name));
CREATE TABLE IF NOT EXISTS sp_columns (
  list INTEGER NOT NULL, position INTEGER NOT NULL, id TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE, definition TEXT NOT NULL,
  PRIMARY KEY (list, position), UNIQUE (list, name));
CREATE TABLE IF NOT EXISTS sp_views (
  id TEXT PRIMARY KEY, list INTEGER NOT NULL, title TEXT NOT NULL, is_default INTEGER NOT NULL, query TEXT NOT NULL,
  row_limit INTEGER NOT NULL, fields TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sp_versions (
  list INTEGER NOT NULL, item INTEGER NOT NULL, version INTEGER NOT NULL, data TEXT NOT NULL, PRIMARY KEY (list, item, version));
CREATE TABLE IF NOT EXISTS sp_deleted (
  list INTEGER NOT NULL, change INTEGER NOT NULL, item INTEGER NOT NULL, guid TEXT NOT NULL, version INTEGER NOT NULL,
  author INTEGER NOT NULL, PRIMARY KEY (list, change));
CREATE TABLE IF NOT EXISTS sp_drive_items (
  id TEXT PRIMARY KEY, list INTEGER NOT NULL, item INTEGER NOT NULL, parent TEXT NOT NULL, name TEXT NOT NULL COLLATE NOCASE,
  is_folder INTEGER NOT NULL, size INTEGER NOT NULL, mime TEXT, hash TEXT, content TEXT, content_version INTEGER NOT NULL,
  UNIQUE (list, parent, name), UNIQUE (list, item));
CREATE TABLE IF NOT EXISTS sp_file_chunks (
  content TEXT NOT NULL, start INTEGER NOT NULL, bytes BLOB NOT NULL, PRIMARY KEY (content, start));
CREATE TABLE IF NOT EXISTS sp_upload_sessions (
  id TEXT PRIMARY KEY, list INTEGER NOT NULL, parent TEXT NOT NULL, name TEXT NOT NULL, conflict TEXT NOT NULL,
  principal INTEGER NOT NULL, content TEXT NOT NULL, received INTEGER NOT NULL, total INTEGER, chunks INTEGER NOT NULL, expires TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sp_secrets (name TEXT PRIMARY KEY, value TEXT NOT NULL);
CREATE TABLE IF NOT EXISTS sp_subscriptions (
  id TEXT PRIMARY KEY, app_id TEXT NOT NULL, creator TEXT NOT NULL, resource TEXT NOT NULL, list_id TEXT NOT NULL,
  site_id TEXT NOT NULL, web_id TEXT NOT NULL, notification_url TEXT NOT NULL, lifecycle_url TEXT, client_state TEXT,
  expires TEXT NOT NULL);
`;

/** The site that exists in a fresh tenant; it holds no lists. */
const firstSite = { name: 'urddas', displayName: 'Urddas' };

/** Makes the tables and the empty site where they are missing. Safe to repeat. */
export function prepareSharePointTables(tenant: Tenant): void {
  tenant.db.exec(tables);
  tenant.db
    .prepare(
      'INSERT OR IGNORE INTO sp_sites (collection_id, web_id, name, display_name, created) VALUES (?, ?, ?, ?, ?)',
    )
    .run(
      deterministicGuid('site-collection', firstSite.name),
      deterministicGuid('web', firstSite.name),
      firstSite.name,
      firstSite.displayName,
      tenant.clock.stamp(),
    );
}

/** Drops everything SharePoint holds, so that the tenant can be made anew. */
export function dropSharePointTables(tenant: Tenant): void {
  const names = tenant.db
    .prepare("SELECT name FROM sqlite_master WHERE type = 'table' AND name LIKE 'sp\\_%' ESCAPE '\\'")
    .all() as {
    name: string;
  }[];
  for (const { name } of names) tenant.db.exec(`DROP TABLE IF EXISTS "${name}"`);
}
