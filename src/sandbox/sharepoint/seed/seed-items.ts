import { randomUUID } from 'node:crypto';
import type { Tenant } from '../../tenant.ts';
import { ensureApp, ensurePerson, type Principal } from '../access/principals.ts';
import { invalidRequest, itemNotFound } from '../failures.ts';
import { rowColumns } from '../items/item-store.ts';
import { columnsOf, quoted } from '../lists/column-store.ts';
import { findList, type ListRecord, rowsTable } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import { findSiteByName } from '../sites/site-store.ts';
import { noLimits } from '../throttling-limits.ts';
import { RowMaker, type SeedValue } from './row-maker.ts';

export interface SeedOrder {
  siteName: string;
  listName: string;
  count: number;
  /** By column name; a column that is not named is filled by its type. */
  fields?: Record<string, SeedValue>;
  /** Object id of the person or client id of the app that the rows are by; the stand-in's own app otherwise. */
  author?: string;
}

/** Who seeded rows are by, when nobody is named. */
const seederAppId = '00000003-0000-0ff1-ce00-000000000000';

/** From here on it is quicker to make the indexes once at the end. */
const manyRows = 2_000;

interface StoredIndex {
  name: string;
  sql: string;
}

function dropIndexes(services: SharePointServices, table: string): StoredIndex[] {
  const { db } = services.tenant;
  const indexes = db
    .prepare("SELECT name, sql FROM sqlite_master WHERE type = 'index' AND tbl_name = ? AND sql IS NOT NULL")
    .all(table) as StoredIndex[];
  for (const { name } of indexes) db.exec(`DROP INDEX ${quoted(name)}`);
  return indexes;
}

function authorOf(services: SharePointServices, site: number, author: string | undefined): Principal {
  if (author === undefined) return ensureApp(services, site, seederAppId);
  return ensurePerson(services, site, author) ?? ensureApp(services, site, author);
}

function insertRows(
  services: SharePointServices,
  list: ListRecord,
  maker: RowMaker,
  count: number,
  author: number,
): void {
  const { db, clock } = services.tenant;
  const table = rowsTable(list.number);
  const names = [...rowColumns, ...maker.columns.map((column) => column.storage as string)];
  const insert = db.prepare(
    `INSERT INTO ${table} (${names.map(quoted).join(', ')}) VALUES (${names.map(() => '?').join(', ')})`,
  );
  const { next_item: first, last_change: change } = db
    .prepare('SELECT next_item, last_change FROM sp_lists WHERE number = ?')
    .get(list.number) as { next_item: number; last_change: number };
  const now = clock.stamp();
  for (let n = 1; n <= count; n += 1) {
    insert.run(
      first + n - 1,
      randomUUID(),
      1,
      author,
      author,
      now,
      now,
      change + n,
      ...maker.make(n, first - 1).values(),
    );
  }
  db.prepare(
    'UPDATE sp_lists SET next_item = next_item + ?, last_change = last_change + ?, item_count = item_count + ?, modified = ? WHERE number = ?',
  ).run(count, count, count, now, list.number);
}

/**
 * Fills a list with many rows at once; the same order gives the same rows on every machine (ids of versions apart).
 * Subscribers are not told; delta sees the rows.
 */
export function seedItems(tenant: Tenant, order: SeedOrder): { firstId: number; count: number } {
  const services: SharePointServices = { tenant, notificationDelayMs: 0, limits: noLimits };
  const site = findSiteByName(services, order.siteName);
  const list = site && findList(services, site.number, order.listName);
  if (!site || !list) throw itemNotFound(`There is no list '${order.listName}' on a site '${order.siteName}'.`);
  if (list.template === 'documentLibrary') throw invalidRequest('A document library is filled by uploading files.');
  if (!Number.isInteger(order.count) || order.count < 1 || order.count > 1_000_000) {
    throw invalidRequest('count must be a whole number between 1 and 1 000 000.');
  }
  const author = authorOf(services, site.number, order.author);
  const maker = new RowMaker({
    list: list.name,
    columns: columnsOf(services, list.number),
    fields: order.fields ?? {},
    count: order.count,
    now: tenant.clock.now(),
    principal: author.id,
  });
  const { db } = tenant;
  const { next_item: firstId } = db.prepare('SELECT next_item FROM sp_lists WHERE number = ?').get(list.number) as {
    next_item: number;
  };
  db.exec('BEGIN IMMEDIATE');
  try {
    const indexes = order.count >= manyRows ? dropIndexes(services, rowsTable(list.number)) : [];
    insertRows(services, list, maker, order.count, author.id);
    for (const { sql } of indexes) db.exec(sql);
    db.exec('COMMIT');
  } catch (error) {
    db.exec('ROLLBACK');
    if (error instanceof Error && /UNIQUE constraint/.test(error.message)) {
      throw invalidRequest('The seed gives the same value twice for a column that enforces unique values.');
    }
    throw error;
  }
  return { firstId, count: order.count };
}
