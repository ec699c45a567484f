import { randomUUID } from 'node:crypto';
import { itemNotFound } from '../failures.ts';
import type { ColumnDefinition } from '../lists/column-definition.ts';
import { columnsOf, quoted } from '../lists/column-store.ts';
import { type ListRecord, rowsTable } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import { findSiteByNumber, graphSiteId } from '../sites/site-store.ts';
import { requireUnique, type StoredValue } from './field-values.ts';

/** A row with the columns that were asked for. */
export interface ItemRow {
  id: number;
  guid: string;
  version: number;
  author: number;
  editor: number;
  created: string;
  modified: string;
  change: number;
  [storage: string]: StoredValue;
}

export const rowColumns = ['id', 'guid', 'version', 'author', 'editor', 'created', 'modified', 'change'];

/** The select list for these columns; every row has its system columns and what computed ones are made of. */
export function selectList(list: ListRecord, columns: readonly ColumnDefinition[]): string {
  const always = list.template === 'documentLibrary' ? ['c_Title', 'c_FileLeafRef', 'c_FSObjType'] : ['c_Title'];
  const storages = columns.flatMap((column) => (column.storage?.startsWith('c_') ? [column.storage] : []));
  return [...rowColumns, ...new Set([...always, ...storages])].map(quoted).join(', ');
}

export function findItem(
  services: SharePointServices,
  list: ListRecord,
  id: number,
  columns: readonly ColumnDefinition[],
): ItemRow | null {
  const row = services.tenant.db
    .prepare(`SELECT ${selectList(list, columns)} FROM ${rowsTable(list.number)} WHERE id = ?`)
    .get(id) as ItemRow | undefined;
  return row ?? null;
}

/** Next number of the list's change log, which delta walks. */
function nextChange(services: SharePointServices, list: number): number {
  const { db, clock } = services.tenant;
  const row = db
    .prepare(
      'UPDATE sp_lists SET last_change = last_change + 1, modified = ? WHERE number = ? RETURNING last_change AS value',
    )
    .get(clock.stamp(), list) as { value: number };
  return row.value;
}

/** Runs the work as one: all of it is stored, or none. */
export function atomically<T>(services: SharePointServices, work: () => T): T {
  const { db } = services.tenant;
  if (db.inTransaction) return work();
  db.exec('BEGIN IMMEDIATE');
  try {
    const result = work();
    db.exec('COMMIT');
    return result;
  } catch (error) {
    db.exec('ROLLBACK');
    throw error;
  }
}

function announce(services: SharePointServices, list: ListRecord, itemId: number): void {
  const site = findSiteByNumber(services, list.site);
  services.tenant.events.emit('listChanged', {
    siteId: graphSiteId(services, site),
    listId: list.id,
    itemId: String(itemId),
  });
}

/** A column's default where nothing was given. */
function withDefaults(
  columns: readonly ColumnDefinition[],
  values: Map<string, StoredValue>,
): Map<string, StoredValue> {
  const all = new Map(values);
  for (const column of columns) {
    if (column.defaultValue === null || column.storage === null || all.has(column.storage)) continue;
    const isNumeric = column.kind === 'number' || column.kind === 'currency' || column.kind === 'boolean';
    all.set(column.storage, isNumeric ? Number(column.defaultValue) : column.defaultValue);
  }
  return all;
}

export function insertItem(
  services: SharePointServices,
  list: ListRecord,
  values: Map<string, StoredValue>,
  author: number,
): number {
  const columns = columnsOf(services, list.number);
  const all = withDefaults(columns, values);
  const id = atomically(services, () => {
    requireUnique(services, list, columns, all, null);
    const { db, clock } = services.tenant;
    const { id: itemId } = db
      .prepare(
        'UPDATE sp_lists SET next_item = next_item + 1, item_count = item_count + 1 WHERE number = ? RETURNING next_item - 1 AS id',
      )
      .get(list.number) as { id: number };
    const now = clock.stamp();
    const names = [...rowColumns, ...all.keys()];
    const row = [itemId, randomUUID(), 1, author, author, now, now, nextChange(services, list.number), ...all.values()];
    db.prepare(
      `INSERT INTO ${rowsTable(list.number)} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
    ).run(...row);
    return itemId;
  });
  announce(services, list, id);
  return id;
}

/** Keeps the row as it was among the versions, then changes it. */
export function updateItem(
  services: SharePointServices,
  list: ListRecord,
  id: number,
  values: Map<string, StoredValue>,
  editor: number,
): void {
  const columns = columnsOf(services, list.number);
  atomically(services, () => {
    requireUnique(services, list, columns, values, id);
    const before = findItem(services, list, id, columns);
    if (!before) throw itemNotFound();
    const { db, clock } = services.tenant;
    db.prepare('INSERT OR REPLACE INTO sp_versions (list, item, version, data) VALUES (?, ?, ?, ?)').run(
      list.number,
      id,
      before.version,
      JSON.stringify(before),
    );
    const sets = [...values.keys()].map((storage) => `${quoted(storage)} = ?`);
    db.prepare(
      `UPDATE ${rowsTable(list.number)} SET ${['version = version + 1', 'editor = ?', 'modified = ?', 'change = ?', ...sets].join(', ')} WHERE id = ?`,
    ).run(editor, clock.stamp(), nextChange(services, list.number), ...values.values(), id);
  });
  announce(services, list, id);
}

export function removeItem(services: SharePointServices, list: ListRecord, row: ItemRow): void {
  atomically(services, () => {
    const { db } = services.tenant;
    db.prepare(`DELETE FROM ${rowsTable(list.number)} WHERE id = ?`).run(row.id);
    db.prepare('DELETE FROM sp_versions WHERE list = ? AND item = ?').run(list.number, row.id);
    db.prepare('UPDATE sp_lists SET item_count = item_count - 1 WHERE number = ?').run(list.number);
    db.prepare('INSERT INTO sp_deleted (list, change, item, guid, version, author) VALUES (?, ?, ?, ?, ?, ?)').run(
      list.number,
      nextChange(services, list.number),
      row.id,
      row.guid,
      row.version,
      row.author,
    );
  });
  announce(services, list, row.id);
}

export function olderVersions(services: SharePointServices, list: ListRecord, id: number): ItemRow[] {
  const rows = services.tenant.db
    .prepare('SELECT data FROM sp_versions WHERE list = ? AND item = ? ORDER BY version DESC')
    .all(list.number, id) as { data: string }[];
  return rows.map((row) => JSON.parse(row.data) as ItemRow);
}
