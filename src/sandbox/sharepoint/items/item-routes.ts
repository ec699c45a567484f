import { requireRight, requireRowChange } from '../access/effective-rights.ts';
import { rights } from '../access/rights.ts';
import { removeDriveItemOfRow } from '../drives/drive-items.ts';
import { driveItemOfRow } from '../drives/drive-shape.ts';
import { invalidRequest, itemNotFound } from '../failures.ts';
import { columnsOf } from '../lists/column-store.ts';
import { type OpenedList, openCalledList } from '../lists/open-list.ts';
import { expansionOf, project, readQueryOptions } from '../odata/query-options.ts';
import { type Call, isObject, noContent, type Route, readJsonObject } from '../routing.ts';
import type { Site } from '../sites/site-store.ts';
import { readFields } from './field-values.ts';
import { requireMatch } from './item-etag.ts';
import { fieldsShape, wantedFields } from './item-fields.ts';
import { queryItems } from './item-query.ts';
import { ItemShaper, itemsContext } from './item-shape.ts';
import { findItem, type ItemRow, insertItem, removeItem, updateItem } from './item-store.ts';

/** The row of the path, if it is there for this caller: somebody else's row of an own-rows list is not. */
export function requireVisibleItem(call: Call, opened: OpenedList): ItemRow {
  const id = Number(call.params.item);
  const columns = columnsOf(call.services, opened.list.number);
  const row = Number.isInteger(id) ? findItem(call.services, opened.list, id, columns) : null;
  if (!row) throw itemNotFound();
  const { ownRowsOf } = opened.access;
  if (ownRowsOf !== null && row.author !== ownRowsOf) throw itemNotFound();
  return row;
}

function answerItem(call: Call, site: Site, opened: OpenedList, id: number, status: 200 | 201): Response {
  const { services } = call;
  const columns = columnsOf(services, opened.list.number);
  const row = findItem(services, opened.list, id, columns);
  if (!row) throw itemNotFound();
  const options = readQueryOptions(call.url);
  // A single row comes with its fields, asked for or not, unless the caller selected other properties.
  const expansion = expansionOf(options, 'fields') ?? { name: 'fields', select: null, expand: [] };
  const wantsFields = options.select === null || expansionOf(options, 'fields') !== null;
  const shaper = new ItemShaper(services, site, opened.list);
  return Response.json(
    {
      '@odata.context': itemsContext(services, site, opened.list, '/$entity'),
      ...project(shaper.item(row), options.select),
      ...(wantsFields ? shaper.fields(row, wantedFields(columns, expansion.select, false), expansion) : {}),
      ...(expansionOf(options, 'driveItem') ? { driveItem: driveItemOfRow(services, site, opened.list, row) } : {}),
    },
    { status, headers: { etag: String(shaper.item(row).eTag) } },
  );
}

function answerFields(call: Call, site: Site, opened: OpenedList, id: number): Response {
  const columns = columnsOf(call.services, opened.list.number);
  const row = findItem(call.services, opened.list, id, columns);
  if (!row) throw itemNotFound();
  const { select } = readQueryOptions(call.url);
  return Response.json({
    '@odata.context': itemsContext(call.services, site, opened.list, `('${id}')/fields/$entity`),
    ...fieldsShape(call.services, opened.list, row, wantedFields(columns, select, false), select !== null),
  });
}

async function create(call: Call, site: Site): Promise<Response> {
  const opened = openCalledList(call, site, rights.addListItems);
  const { list, self } = opened;
  if (list.template === 'documentLibrary') {
    throw invalidRequest('Items of a document library are made by uploading a file to its drive.');
  }
  const body = await readJsonObject(call);
  if (body.fields !== undefined && !isObject(body.fields)) throw invalidRequest('fields must be an object.');
  const values = readFields(call.services, list, columnsOf(call.services, list.number), body.fields ?? {});
  return answerItem(call, site, opened, insertItem(call.services, list, values, self.id), 201);
}

/** Changes columns of a row; shared by `/items/{id}`, `/items/{id}/fields` and a file's `listItem/fields`. */
export function changeRow(call: Call, opened: OpenedList, row: ItemRow, fields: unknown): void {
  const { list, access, self } = opened;
  requireRowChange(access, rights.editListItems, row.author, self.id);
  requireMatch(call, row);
  if (!isObject(fields)) throw invalidRequest('fields must be an object.');
  const values = readFields(call.services, list, columnsOf(call.services, list.number), fields);
  updateItem(call.services, list, row.id, values, self.id);
}

export function itemRoutes(site: Site): Route[] {
  return [
    {
      method: 'GET',
      path: 'lists/:list/items',
      units: 2,
      run(call) {
        const opened = openCalledList(call, site);
        const page = queryItems(call, site, opened.list, readQueryOptions(call.url));
        return Response.json({ '@odata.context': itemsContext(call.services, site, opened.list, ''), ...page });
      },
    },
    { method: 'POST', path: 'lists/:list/items', units: 2, run: (call) => create(call, site) },
    {
      method: 'GET',
      path: 'lists/:list/items/:item',
      units: 1,
      run(call) {
        const opened = openCalledList(call, site);
        return answerItem(call, site, opened, requireVisibleItem(call, opened).id, 200);
      },
    },
    {
      method: 'PATCH',
      path: 'lists/:list/items/:item',
      units: 2,
      async run(call) {
        const body = await readJsonObject(call);
        const opened = openCalledList(call, site);
        const row = requireVisibleItem(call, opened);
        changeRow(call, opened, row, body.fields);
        return answerItem(call, site, opened, row.id, 200);
      },
    },
    {
      method: 'DELETE',
      path: 'lists/:list/items/:item',
      units: 2,
      run(call) {
        const opened = openCalledList(call, site);
        const row = requireVisibleItem(call, opened);
        requireRowChange(opened.access, rights.deleteListItems, row.author, opened.self.id);
        requireMatch(call, row);
        if (opened.list.template === 'documentLibrary') removeDriveItemOfRow(call.services, opened.list, row.id);
        else removeItem(call.services, opened.list, row);
        return noContent();
      },
    },
    {
      method: 'GET',
      path: 'lists/:list/items/:item/fields',
      units: 1,
      run(call) {
        const opened = openCalledList(call, site);
        return answerFields(call, site, opened, requireVisibleItem(call, opened).id);
      },
    },
    {
      method: 'PATCH',
      path: 'lists/:list/items/:item/fields',
      units: 2,
      async run(call) {
        const fields = await readJsonObject(call);
        const opened = openCalledList(call, site);
        const row = requireVisibleItem(call, opened);
        changeRow(call, opened, row, fields);
        return answerFields(call, site, opened, row.id);
      },
    },
    {
      method: 'GET',
      path: 'lists/:list/items/:item/driveItem',
      units: 1,
      run(call) {
        const opened = openCalledList(call, site);
        requireRight(opened.access, rights.openItems);
        const item = driveItemOfRow(call.services, site, opened.list, requireVisibleItem(call, opened));
        if (!item) throw itemNotFound();
        return Response.json(item);
      },
    },
  ];
}
