import type { ListAccess } from '../access/effective-rights.ts';
import { driveItemOfRow } from '../drives/drive-shape.ts';
import { invalidRequest, thresholdExceeded } from '../failures.ts';
import type { ColumnDefinition } from '../lists/column-definition.ts';
import { columnsOf, quoted } from '../lists/column-store.ts';
import { type ListRecord, rowsTable } from '../lists/list-store.ts';
import { openListFor } from '../lists/open-list.ts';
import { columnOfPath, filterSql, requireIndexed, type SqlCondition } from '../odata/filter-sql.ts';
import { fieldsOf, parseFilter } from '../odata/filter-syntax.ts';
import { nextLink, type PageMark, readSkipToken, writeSkipToken } from '../odata/paging.ts';
import { expansionOf, project, type QueryOptions } from '../odata/query-options.ts';
import type { Call } from '../routing.ts';
import type { SharePointServices } from '../services.ts';
import type { Site } from '../sites/site-store.ts';
import { wantedFields } from './item-fields.ts';
import { ItemShaper } from './item-shape.ts';
import { type ItemRow, selectList } from './item-store.ts';

/** SharePoint's list view threshold, which nobody can change online (facts 1.4). */
export const listViewThreshold = 5000;
const defaultPage = 200;

interface Order {
  storage: string;
  descending: boolean;
}

function prefersRandomFailure(call: Call): boolean {
  return /HonorNonIndexedQueriesWarningMayFailRandomly|allowthrottleablequeries/i.test(
    call.c.req.header('prefer') ?? '',
  );
}

/** A filter may name one indexed column; one without an index only by the header, and then while the list is small. */
function readCondition(call: Call, list: ListRecord, columns: readonly ColumnDefinition[], text: string): SqlCondition {
  const node = parseFilter(text);
  const tolerant = prefersRandomFailure(call);
  const paths = fieldsOf(node);
  const named = paths.map((path) => columnOfPath(columns, path));
  for (const [index, column] of named.entries()) requireIndexed(column, paths[index] ?? '', tolerant);
  if (!tolerant && new Set(named.map((column) => column.id)).size > 1) {
    throw invalidRequest('Only one indexed field can be used in a filter at a time.');
  }
  if (named.some((column) => !column.indexed) && list.itemCount > listViewThreshold) throw thresholdExceeded();
  return filterSql(node, columns);
}

function readOrder(call: Call, list: ListRecord, columns: readonly ColumnDefinition[], text: string | null): Order {
  if (text === null) return { storage: 'id', descending: false };
  if (!call.services.tenant.outcomes.ordersRows)
    throw invalidRequest('The query option $orderby is not supported here.');
  const [path = '', direction = 'asc', ...more] = text.trim().split(/\s+/);
  if (more.length > 0 || path.includes(',') || !['asc', 'desc'].includes(direction.toLowerCase())) {
    throw invalidRequest('Only one field can be used in orderby.');
  }
  const column = columnOfPath(columns, path.toLowerCase() === 'id' ? 'fields/ID' : path);
  requireIndexed(column, path, prefersRandomFailure(call));
  if (!column.indexed && list.itemCount > listViewThreshold) throw thresholdExceeded();
  return { storage: column.storage as string, descending: direction.toLowerCase() === 'desc' };
}

function requireUnderThreshold(services: SharePointServices, list: ListRecord, conditions: SqlCondition[]): void {
  if (list.itemCount <= listViewThreshold || conditions.length === 0) return;
  const { matches } = services.tenant.db
    .prepare(
      `SELECT count(*) AS matches FROM (SELECT 1 FROM ${rowsTable(list.number)} WHERE ${conditions.map((one) => one.sql).join(' AND ')} LIMIT ${listViewThreshold + 1})`,
    )
    .get(...conditions.flatMap((one) => one.values)) as { matches: number };
  if (matches > listViewThreshold) throw thresholdExceeded();
}

/**
 * The stretches of a sorted list, one after the other: rows with a value, and rows without (first when ascending).
 * Each can be read straight from the index, starting after the mark.
 */
function stretches(order: Order, mark: PageMark | null): SqlCondition[] {
  const after = order.descending ? '<' : '>';
  if (order.storage === 'id') return [mark ? { sql: `id ${after} ?`, values: [mark.id] } : { sql: '1', values: [] }];
  const name = quoted(order.storage);
  const empty: SqlCondition = { sql: `${name} IS NULL`, values: [] };
  const filled: SqlCondition = { sql: `${name} IS NOT NULL`, values: [] };
  if (!mark) return order.descending ? [filled, empty] : [empty, filled];
  if (mark.value === null) {
    const restOfEmpty: SqlCondition = { sql: `${name} IS NULL AND id ${after} ?`, values: [mark.id] };
    return order.descending ? [restOfEmpty] : [restOfEmpty, filled];
  }
  const restOfFilled: SqlCondition = { sql: `(${name}, id) ${after} (?, ?)`, values: [mark.value, mark.id] };
  return order.descending ? [restOfFilled, empty] : [restOfFilled];
}

function readRows(
  services: SharePointServices,
  list: ListRecord,
  select: string,
  conditions: SqlCondition[],
  order: Order,
  mark: PageMark | null,
  limit: number,
): ItemRow[] {
  const direction = order.descending ? 'DESC' : 'ASC';
  const sorting = order.storage === 'id' ? `id ${direction}` : `${quoted(order.storage)} ${direction}, id ${direction}`;
  const rows: ItemRow[] = [];
  for (const stretch of stretches(order, mark)) {
    if (rows.length >= limit) break;
    const all = [...conditions, stretch];
    const found = services.tenant.db
      .prepare(
        `SELECT ${select}, ${quoted(order.storage)} AS page_key FROM ${rowsTable(list.number)} WHERE ${all.map((one) => one.sql).join(' AND ')} ORDER BY ${sorting} LIMIT ${limit - rows.length}`,
      )
      .all(...all.flatMap((one) => one.values)) as ItemRow[];
    rows.push(...found);
  }
  return rows;
}

/** SharePoint trims an own-rows list silently: an empty page, never a refusal (facts 1.7). */
export function visibleRows(access: ListAccess): SqlCondition[] {
  return access.ownRowsOf === null ? [] : [{ sql: 'author = ?', values: [access.ownRowsOf] }];
}

/** One page of a list's rows. https://learn.microsoft.com/graph/api/listitem-list */
export function queryItems(
  call: Call,
  site: Site,
  list: ListRecord,
  options: QueryOptions,
): { value: Record<string, unknown>[]; '@odata.nextLink'?: string } {
  const { access } = openListFor(call, site, list);
  const columns = columnsOf(call.services, list.number);
  const filters = options.filter === null ? [] : [readCondition(call, list, columns, options.filter)];
  const order = readOrder(call, list, columns, options.orderBy);
  requireUnderThreshold(call.services, list, filters);
  const top = Math.min(options.top ?? defaultPage, call.services.tenant.outcomes.mostRows);
  const mark = options.skipToken === null ? null : readSkipToken(options.skipToken);
  const expansion = expansionOf(options, 'fields');
  const fields = expansion ? wantedFields(columns, expansion.select, true) : [];
  const select = selectList(
    list,
    fields.map((field) => field.column),
  );
  const rows = readRows(call.services, list, select, [...visibleRows(access), ...filters], order, mark, top + 1);
  const page = rows.slice(0, top);
  const shaper = new ItemShaper(call.services, site, list);
  const withDriveItem = expansionOf(options, 'driveItem') !== null;
  const value = page.map((row) => ({
    ...project(shaper.item(row), options.select),
    ...(expansion ? shaper.fields(row, fields, expansion) : {}),
    ...(withDriveItem ? { driveItem: driveItemOfRow(call.services, site, list, row) } : {}),
  }));
  const last = page.at(-1);
  if (rows.length <= top || !last) return { value };
  const token = writeSkipToken({ id: last.id, value: (last.page_key ?? null) as PageMark['value'] });
  return { '@odata.nextLink': nextLink(call.services.tenant.origin, call.url, '$skiptoken', token), value };
}
