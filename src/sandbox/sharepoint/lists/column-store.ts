import { invalidRequest, nameAlreadyExists, thresholdExceeded } from '../failures.ts';
import type { SharePointServices } from '../services.ts';
import type { ColumnDefinition, ColumnKind } from './column-definition.ts';
import { requireIndexable } from './column-definition.ts';

/** SharePoint's ceilings: facts 1.4. */
export const mostIndexes = 20;
export const mostItemsForNewIndex = 20_000;

const sqlTypes: Record<ColumnKind, string> = {
  text: 'TEXT COLLATE NOCASE',
  note: 'TEXT',
  choice: 'TEXT COLLATE NOCASE',
  multiChoice: 'TEXT',
  dateTime: 'TEXT',
  number: 'REAL',
  currency: 'REAL',
  boolean: 'INTEGER',
  person: 'INTEGER',
  multiPerson: 'TEXT',
  lookup: 'INTEGER',
  multiLookup: 'TEXT',
  hyperlink: 'TEXT',
  computed: 'TEXT',
};

function tableOf(list: number): string {
  return `sp_rows_${list}`;
}

export function quoted(storage: string): string {
  return `"${storage.replaceAll('"', '""')}"`;
}

function indexName(list: number, column: ColumnDefinition): string {
  return quoted(`sp_index_${list}_${column.name}`);
}

export function columnsOf(services: SharePointServices, list: number): ColumnDefinition[] {
  const rows = services.tenant.db
    .prepare('SELECT definition FROM sp_columns WHERE list = ? ORDER BY position')
    .all(list) as { definition: string }[];
  return rows.map((row) => JSON.parse(row.definition) as ColumnDefinition);
}

export function findColumn(columns: readonly ColumnDefinition[], idOrName: string): ColumnDefinition | null {
  const wanted = idOrName.toLowerCase();
  return columns.find((column) => column.id === wanted || column.name.toLowerCase() === wanted) ?? null;
}

/** Makes the index in the database. Row id is part of it, so that paging in its order needs no sorting. */
function makeIndex(services: SharePointServices, list: number, column: ColumnDefinition): void {
  if (column.storage === 'id' || column.storage === null) return;
  const unique = column.enforceUniqueValues ? 'UNIQUE' : '';
  const tail = column.enforceUniqueValues ? '' : ', id';
  services.tenant.db.exec(
    `CREATE ${unique} INDEX ${indexName(list, column)} ON ${tableOf(list)} (${quoted(column.storage)}${tail})`,
  );
}

/** A name that SharePoint keeps for itself gets a digit, as there; a list's own columns never share a name. */
export function freeColumnName(columns: readonly ColumnDefinition[], column: ColumnDefinition): ColumnDefinition {
  const isReserved = (name: string) => {
    const there = findColumn(columns, name);
    return there?.storage !== undefined && !there.storage?.startsWith('c_');
  };
  let digit = 0;
  let name = column.name;
  while (isReserved(name)) name = `${column.name}${digit++}`;
  return name === column.name ? column : { ...column, name, storage: column.storage && `c_${name}` };
}

/** Adds a column without asking whether the list may still have it; see `addColumn`. */
export function addStoredColumn(services: SharePointServices, list: number, column: ColumnDefinition): void {
  const { db } = services.tenant;
  const columns = columnsOf(services, list);
  if (findColumn(columns, column.name)) {
    throw nameAlreadyExists(`A column with the name '${column.name}' already exists in this list.`);
  }
  requireRoomForIndex(column, columns);
  if (column.storage?.startsWith('c_')) {
    db.exec(`ALTER TABLE ${tableOf(list)} ADD COLUMN ${quoted(column.storage)} ${sqlTypes[column.kind]}`);
  }
  db.prepare('INSERT INTO sp_columns (list, position, id, name, definition) VALUES (?, ?, ?, ?, ?)').run(
    list,
    columns.length === 0 ? 1 : nextPosition(services, list),
    column.id,
    column.name,
    JSON.stringify(column),
  );
  if (column.indexed) makeIndex(services, list, column);
}

function nextPosition(services: SharePointServices, list: number): number {
  const { next } = services.tenant.db
    .prepare('SELECT max(position) + 1 AS next FROM sp_columns WHERE list = ?')
    .get(list) as { next: number };
  return next;
}

function requireRoomForIndex(column: ColumnDefinition, columns: readonly ColumnDefinition[]): void {
  // The index on ID comes with the list and does not count.
  const used = columns.filter((other) => other.indexed && other.storage !== 'id' && other.id !== column.id).length;
  if (column.indexed && column.storage !== 'id' && used >= mostIndexes) {
    throw invalidRequest(`You cannot have more than ${mostIndexes} indices on a list.`);
  }
}

/** Refuses an index or a rule that the list cannot have (facts 1.4; unique columns and own-rows lists exclude each other). */
function requireAllowed(column: ColumnDefinition, list: { itemCount: number; readSecurity: 1 | 2 }): void {
  if (column.indexed && list.itemCount > mostItemsForNewIndex) throw thresholdExceeded();
  if (column.enforceUniqueValues && list.readSecurity === 2) {
    throw invalidRequest(
      'The column cannot enforce unique values, because the list has item-level permissions for reading.',
    );
  }
}

export function addColumn(
  services: SharePointServices,
  list: { number: number; itemCount: number; readSecurity: 1 | 2 },
  column: ColumnDefinition,
): void {
  requireAllowed(column, list);
  addStoredColumn(services, list.number, column);
}

/** Stores a changed definition, and makes or drops the index. */
export function changeColumn(
  services: SharePointServices,
  list: { number: number; itemCount: number; readSecurity: 1 | 2 },
  before: ColumnDefinition,
  after: ColumnDefinition,
): void {
  const { db } = services.tenant;
  const indexChanged = before.indexed !== after.indexed || before.enforceUniqueValues !== after.enforceUniqueValues;
  if (indexChanged) {
    if (after.indexed) {
      requireIndexable(after);
      requireAllowed(after, list);
      requireRoomForIndex(after, columnsOf(services, list.number));
      requireNoDuplicates(services, list.number, after);
    }
    db.exec(`DROP INDEX IF EXISTS ${indexName(list.number, before)}`);
    if (after.indexed) makeIndex(services, list.number, after);
  }
  db.prepare('UPDATE sp_columns SET definition = ? WHERE list = ? AND id = ?').run(
    JSON.stringify(after),
    list.number,
    before.id,
  );
}

function requireNoDuplicates(services: SharePointServices, list: number, column: ColumnDefinition): void {
  if (!column.enforceUniqueValues || column.storage === null) return;
  const name = quoted(column.storage);
  const twice = services.tenant.db
    .prepare(`SELECT 1 FROM ${tableOf(list)} WHERE ${name} IS NOT NULL GROUP BY ${name} HAVING count(*) > 1 LIMIT 1`)
    .get();
  if (twice) throw invalidRequest(`Column '${column.name}' holds duplicate values and cannot be made unique.`);
}

export function removeColumn(services: SharePointServices, list: number, column: ColumnDefinition): void {
  const { db } = services.tenant;
  db.exec(`DROP INDEX IF EXISTS ${indexName(list, column)}`);
  if (column.storage?.startsWith('c_')) db.exec(`ALTER TABLE ${tableOf(list)} DROP COLUMN ${quoted(column.storage)}`);
  db.prepare('DELETE FROM sp_columns WHERE list = ? AND id = ?').run(list, column.id);
}
