import { GraphFailure } from '../../http.ts';
import { invalidRequest } from '../failures.ts';
import { columnsOf } from '../lists/column-store.ts';
import { type ListRecord, rowsTable } from '../lists/list-store.ts';
import { type OpenedList, openCalledList } from '../lists/open-list.ts';
import { nextLink } from '../odata/paging.ts';
import { expansionOf, option, project, readQueryOptions } from '../odata/query-options.ts';
import type { Call, Route } from '../routing.ts';
import type { SharePointServices } from '../services.ts';
import { graphSiteId, type Site } from '../sites/site-store.ts';
import { wantedFields } from './item-fields.ts';
import { ItemShaper, itemsContext } from './item-shape.ts';
import { type ItemRow, selectList } from './item-store.ts';

/** Change log of a list lives this long in SharePoint; an older token means starting again. */
const tokenDays = 60;
const defaultPage = 200;

/** Where a reader stands in the list's change log. */
interface DeltaToken {
  list: string;
  after: number;
  /** Changes up to here were there when reading began: what was deleted before then was never seen. */
  start: number;
  issued: number;
}

function writeToken(token: DeltaToken): string {
  return Buffer.from(JSON.stringify(token)).toString('base64url');
}

function readToken(call: Call, list: ListRecord, text: string): DeltaToken {
  let token: Partial<DeltaToken>;
  try {
    token = JSON.parse(Buffer.from(text, 'base64url').toString('utf8')) as Partial<DeltaToken>;
  } catch {
    throw invalidRequest('The provided delta token is not valid.');
  }
  const { list: listId, after, start, issued } = token;
  if (typeof after !== 'number' || typeof start !== 'number' || typeof issued !== 'number') {
    throw invalidRequest('The provided delta token is not valid.');
  }
  const age = call.services.tenant.clock.now().getTime() - issued;
  if (listId !== list.id || age > tokenDays * 86_400_000 || after > lastChange(call.services, list)) {
    throw new GraphFailure(
      410,
      'resyncChangesApplyDifferences',
      "Resync required. Replace any local items with the server's version.",
      {
        location: new URL(call.url.pathname, call.services.tenant.origin).toString(),
      },
    );
  }
  return { list: list.id, after, start, issued };
}

function lastChange(services: SharePointServices, list: ListRecord): number {
  const row = services.tenant.db.prepare('SELECT last_change AS value FROM sp_lists WHERE number = ?').get(list.number);
  return (row as { value: number }).value;
}

interface DeletedRow {
  change: number;
  item: number;
  guid: string;
  version: number;
}

/** Changes after the token in the order they happened: rows as they are now, and rows that are gone. */
function readChanges(
  services: SharePointServices,
  opened: OpenedList,
  select: string,
  token: DeltaToken,
  limit: number,
) {
  const { list, access } = opened;
  const owner = access.ownRowsOf;
  const rows = services.tenant.db
    .prepare(
      `SELECT ${select} FROM ${rowsTable(list.number)} WHERE change > ? AND (? IS NULL OR author = ?) ORDER BY change LIMIT ?`,
    )
    .all(token.after, owner, owner, limit) as ItemRow[];
  const deleted = services.tenant.db
    .prepare(
      'SELECT change, item, guid, version FROM sp_deleted WHERE list = ? AND change > ? AND (? IS NULL OR author = ?) ORDER BY change LIMIT ?',
    )
    .all(list.number, Math.max(token.after, token.start), owner, owner, limit) as DeletedRow[];
  return [
    ...rows.map((row) => ({ change: row.change, row, gone: null })),
    ...deleted.map((gone) => ({ change: gone.change, row: null, gone })),
  ].sort((a, b) => a.change - b.change);
}

function deletedShape(call: Call, site: Site, list: ListRecord, gone: DeletedRow): Record<string, unknown> {
  return {
    id: String(gone.item),
    eTag: `"${gone.guid},${gone.version}"`,
    deleted: { state: 'deleted' },
    parentReference: { id: list.id, siteId: graphSiteId(call.services, site) },
  };
}

function answerDelta(call: Call, site: Site): Response {
  const opened = openCalledList(call, site);
  const { services } = call;
  const { list } = opened;
  const options = readQueryOptions(call.url);
  const link = (token: DeltaToken) => nextLink(services.tenant.origin, call.url, 'token', writeToken(token));
  const context = itemsContext(services, site, list, '/$delta');
  const now = services.tenant.clock.now().getTime();
  const end = lastChange(services, list);
  const given = option(call.url, 'token') ?? option(call.url, 'skiptoken') ?? option(call.url, 'deltatoken');
  if (given === 'latest') {
    return Response.json({
      '@odata.context': context,
      '@odata.deltaLink': link({ list: list.id, after: end, start: end, issued: now }),
      value: [],
    });
  }
  const token = given === null ? { list: list.id, after: 0, start: end, issued: now } : readToken(call, list, given);
  const top = Math.min(options.top ?? defaultPage, call.services.tenant.outcomes.mostRows);
  const columns = columnsOf(services, list.number);
  const expansion = expansionOf(options, 'fields');
  const fields = expansion ? wantedFields(columns, expansion.select, true) : [];
  const select = selectList(
    list,
    fields.map((field) => field.column),
  );
  const changes = readChanges(services, opened, select, token, top + 1);
  const page = changes.slice(0, top);
  const shaper = new ItemShaper(services, site, list);
  const value = page.map(({ row, gone }) =>
    row === null
      ? deletedShape(call, site, list, gone)
      : { ...project(shaper.item(row), options.select), ...(expansion ? shaper.fields(row, fields, expansion) : {}) },
  );
  if (changes.length > top) {
    const next = link({ ...token, after: page.at(-1)?.change ?? token.after });
    return Response.json({ '@odata.context': context, '@odata.nextLink': next, value });
  }
  const done = link({ list: list.id, after: end, start: 0, issued: now });
  return Response.json({ '@odata.context': context, '@odata.deltaLink': done, value });
}

function unitsOf(call: Call): number {
  return option(call.url, 'token') === null ? 2 : 1;
}

export function deltaRoutes(site: Site): Route[] {
  const run = (call: Call) => answerDelta(call, site);
  return [
    { method: 'GET', path: 'lists/:list/items/delta', units: unitsOf, run },
    { method: 'GET', path: 'lists/:list/items/delta()', units: unitsOf, run },
  ];
}
