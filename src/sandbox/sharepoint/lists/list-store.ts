import { createHash, randomUUID } from 'node:crypto';
import type { SharePointServices } from '../services.ts';
import type { ColumnDefinition } from './column-definition.ts';
import { addStoredColumn, columnsOf, freeColumnName } from './column-store.ts';
import { libraryColumns, listColumns } from './system-columns.ts';
import { addFirstView } from './view-store.ts';

export interface ListRecord {
  number: number;
  id: string;
  site: number;
  name: string;
  displayName: string;
  description: string;
  template: string;
  hidden: boolean;
  driveId: string | null;
  readSecurity: 1 | 2;
  writeSecurity: 1 | 2 | 4;
  hasUniqueScope: boolean;
  created: string;
  modified: string;
  author: number;
  itemCount: number;
  settings: ListSettings;
}

/** What SharePoint's own REST alone can set on a list. https://learn.microsoft.com/dotnet/api/microsoft.sharepoint.client.list */
export interface ListSettings {
  NoCrawl: boolean;
  EnableAttachments: boolean;
  EnableVersioning: boolean;
  MajorVersionLimit: number;
  ExcludeFromOfflineClient: boolean;
  DisableCommenting: boolean;
}

/** As SharePoint Online makes a new list or library. */
function newListSettings(isLibrary: boolean): ListSettings {
  return {
    NoCrawl: false,
    EnableAttachments: !isLibrary,
    EnableVersioning: true,
    MajorVersionLimit: isLibrary ? 500 : 50,
    ExcludeFromOfflineClient: false,
    DisableCommenting: false,
  };
}

interface ListRow extends Omit<ListRecord, 'hidden' | 'hasUniqueScope' | 'settings'> {
  settings: string;
  hidden: number;
  hasUniqueScope: number;
}

const columns = `number, id, site, name, display_name AS displayName, description, template, hidden, drive_id AS driveId,
  read_security AS readSecurity, write_security AS writeSecurity, unique_scope AS hasUniqueScope, created, modified, author,
  item_count AS itemCount, settings`;

function toRecord(row: ListRow): ListRecord {
  return {
    ...row,
    hidden: row.hidden === 1,
    hasUniqueScope: row.hasUniqueScope === 1,
    settings: JSON.parse(row.settings) as ListSettings,
  };
}

/** Name of the table that holds the rows of a list: one real column for each column of the list. */
export function rowsTable(listNumber: number): string {
  return `sp_rows_${listNumber}`;
}

export function allLists(services: SharePointServices, site: number): ListRecord[] {
  const rows = services.tenant.db
    .prepare(`SELECT ${columns} FROM sp_lists WHERE site = ? ORDER BY display_name`)
    .all(site) as ListRow[];
  return rows.map(toRecord);
}

/** Finds a list by id, name or title, as Graph does. */
export function findList(services: SharePointServices, site: number, idOrName: string): ListRecord | null {
  const row = services.tenant.db
    .prepare(`SELECT ${columns} FROM sp_lists WHERE site = ? AND (id = ? OR name = ? OR display_name = ?) LIMIT 1`)
    .get(site, idOrName.toLowerCase(), idOrName, idOrName) as ListRow | undefined;
  return row ? toRecord(row) : null;
}

export function findListByNumber(services: SharePointServices, number: number): ListRecord | null {
  const row = services.tenant.db.prepare(`SELECT ${columns} FROM sp_lists WHERE number = ?`).get(number) as
    | ListRow
    | undefined;
  return row ? toRecord(row) : null;
}

export function findListByDrive(services: SharePointServices, driveId: string): ListRecord | null {
  const row = services.tenant.db.prepare(`SELECT ${columns} FROM sp_lists WHERE drive_id = ?`).get(driveId) as
    | ListRow
    | undefined;
  return row ? toRecord(row) : null;
}

export interface NewList {
  site: number;
  displayName: string;
  description: string;
  template: string;
  hidden: boolean;
  columns: ColumnDefinition[];
  author: number;
}

/** SharePoint makes the list's address from its first title. */
export function listNameFrom(displayName: string): string {
  return displayName.replace(/[^\p{L}\p{N}_ -]/gu, '').trim() || 'List';
}

/** As SharePoint's: `b!` and 48 bytes, which nobody but SharePoint reads. */
function driveIdOf(site: number, list: string): string {
  return `b!${createHash('sha384').update(`${site}:${list}`).digest('base64url')}`;
}

export function createList(services: SharePointServices, wanted: NewList): ListRecord {
  const { db, clock } = services.tenant;
  const id = randomUUID();
  const isLibrary = wanted.template === 'documentLibrary';
  const now = clock.stamp();
  const driveId = isLibrary ? driveIdOf(wanted.site, id) : null;
  db.exec('BEGIN IMMEDIATE');
  try {
    const { lastInsertRowid } = db
      .prepare(
        `INSERT INTO sp_lists (id, site, name, display_name, description, template, hidden, drive_id, read_security,
           write_security, unique_scope, created, modified, author, next_item, last_change, item_count, settings)
         VALUES (?, ?, ?, ?, ?, ?, ?, ?, 1, 1, 0, ?, ?, ?, 1, 0, 0, ?)`,
      )
      .run(
        id,
        wanted.site,
        listNameFrom(wanted.displayName),
        wanted.displayName,
        wanted.description,
        wanted.template,
        wanted.hidden ? 1 : 0,
        driveId,
        now,
        now,
        wanted.author,
        JSON.stringify(newListSettings(isLibrary)),
      );
    const number = Number(lastInsertRowid);
    const table = rowsTable(number);
    db.exec(`CREATE TABLE ${table} (id INTEGER PRIMARY KEY, guid TEXT NOT NULL, version INTEGER NOT NULL, author INTEGER NOT NULL,
      editor INTEGER NOT NULL, created TEXT NOT NULL, modified TEXT NOT NULL, change INTEGER NOT NULL);
      CREATE UNIQUE INDEX ${table}_change ON ${table} (change);
      CREATE INDEX ${table}_author ON ${table} (author, id);`);
    for (const column of isLibrary ? libraryColumns : listColumns)
      addStoredColumn(services, number, { ...column, id: randomUUID() });
    for (const column of wanted.columns)
      addStoredColumn(services, number, freeColumnName(columnsOf(services, number), column));
    addFirstView(services, number, isLibrary);
    db.exec('COMMIT');
    return findListByNumber(services, number) as ListRecord;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

export function deleteList(services: SharePointServices, list: ListRecord): void {
  const { db } = services.tenant;
  db.exec('BEGIN IMMEDIATE');
  try {
    db.prepare('DELETE FROM sp_file_chunks WHERE content IN (SELECT content FROM sp_drive_items WHERE list = ?)').run(
      list.number,
    );
    for (const table of [
      'sp_columns',
      'sp_views',
      'sp_versions',
      'sp_deleted',
      'sp_drive_items',
      'sp_upload_sessions',
    ]) {
      db.prepare(`DELETE FROM ${table} WHERE list = ?`).run(list.number);
    }
    db.prepare('DELETE FROM sp_role_assignments WHERE site = ? AND list = ?').run(list.site, list.number);
    db.prepare('DELETE FROM sp_subscriptions WHERE list_id = ?').run(list.id);
    db.prepare('DELETE FROM sp_lists WHERE number = ?').run(list.number);
    db.exec(`DROP TABLE ${rowsTable(list.number)}`);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

type Changeable = 'displayName' | 'description' | 'readSecurity' | 'writeSecurity' | 'hasUniqueScope' | 'settings';

export function changeList(
  services: SharePointServices,
  list: ListRecord,
  change: Partial<Pick<ListRecord, Changeable>>,
): void {
  const next = { ...list, ...change };
  services.tenant.db
    .prepare(
      'UPDATE sp_lists SET display_name = ?, description = ?, read_security = ?, write_security = ?, unique_scope = ?, settings = ?, modified = ? WHERE number = ?',
    )
    .run(
      next.displayName,
      next.description,
      next.readSecurity,
      next.writeSecurity,
      next.hasUniqueScope ? 1 : 0,
      JSON.stringify(next.settings),
      services.tenant.clock.stamp(),
      list.number,
    );
}
