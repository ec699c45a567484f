import { requireRight, requireRowChange } from '../access/effective-rights.ts';
import { rights } from '../access/rights.ts';
import { invalidRequest, itemNotFound, nameAlreadyExists } from '../failures.ts';
import { requireMatch } from '../items/item-etag.ts';
import { fieldsShape, wantedFields } from '../items/item-fields.ts';
import { changeRow } from '../items/item-routes.ts';
import { ItemShaper } from '../items/item-shape.ts';
import { columnsOf } from '../lists/column-store.ts';
import type { OpenedList } from '../lists/open-list.ts';
import { nextLink, readSkipToken, writeSkipToken } from '../odata/paging.ts';
import { expansionOf, project, type QueryOptions, readQueryOptions } from '../odata/query-options.ts';
import { type Call, isObject, noContent, type Route, readJsonObject } from '../routing.ts';
import { graphContext } from '../sites/site-shape.ts';
import type { Site } from '../sites/site-store.ts';
import { downloadUrl } from './download-url.ts';
import { type DriveAddress, findPlace, requireFolder, requireItem } from './drive-address.ts';
import {
  addFolder,
  childNamed,
  childrenOf,
  type DriveItem,
  findDriveItem,
  moveDriveItem,
  removeDriveItem,
  rootId,
  rowOf,
} from './drive-items.ts';
import { driveItemShape, rootShape } from './drive-shape.ts';
import { receiveContent } from './file-contents.ts';
import { freeName, mimeOf, placeFile, prepareTarget, readConflictBehavior, requirePlaceable } from './place-file.ts';
import { openSession, sessionShape } from './upload-sessions.ts';

/** A request about one address of one drive. */
interface DriveCall extends Call {
  site: Site;
  opened: OpenedList;
  address: DriveAddress;
}

const conflictOption = '@microsoft.graph.conflictBehavior';

function shaped(call: DriveCall, item: DriveItem, options: QueryOptions): Record<string, unknown> {
  const { services, site, opened } = call;
  const expansion = expansionOf(options, 'listItem');
  const more: Record<string, unknown> = {};
  if (expansion) more.listItem = listItemShape(call, item, expansion);
  return { ...project(driveItemShape(services, site, opened.list, item), options.select), ...more };
}

function listItemShape(
  call: DriveCall,
  item: DriveItem,
  options: Pick<QueryOptions, 'expand' | 'select'>,
): Record<string, unknown> {
  const { services, site, opened } = call;
  const row = rowOf(services, opened.list, item);
  const shaper = new ItemShaper(services, site, opened.list);
  const fields = expansionOf(options, 'fields');
  const wanted = fields ? wantedFields(columnsOf(services, opened.list.number), fields.select, false) : [];
  return { ...project(shaper.item(row), options.select), ...(fields ? shaper.fields(row, wanted, fields) : {}) };
}

const driveContext = (call: DriveCall) => `drives('${encodeURIComponent(call.opened.list.driveId ?? '')}')`;

function answer(call: DriveCall, item: DriveItem, status: 200 | 201 = 200): Response {
  const context = graphContext(call.services, `${driveContext(call)}/items/$entity`);
  return Response.json({ '@odata.context': context, ...shaped(call, item, readQueryOptions(call.url)) }, { status });
}

function getItem(call: DriveCall): Response {
  const { services, opened, site } = call;
  const place = findPlace(services, opened.list, call.address);
  if (place.kind === 'root') {
    const context = graphContext(services, `${driveContext(call)}/root/$entity`);
    return Response.json({ '@odata.context': context, ...rootShape(services, site, opened.list) });
  }
  return answer(call, requireItem(services, opened.list, call.address));
}

function listChildren(call: DriveCall): Response {
  const { services, opened } = call;
  const options = readQueryOptions(call.url);
  const folder = requireFolder(services, opened.list, call.address);
  const top = Math.min(options.top ?? 200, 999);
  const after = options.skipToken === null ? '' : String(readSkipToken(options.skipToken).value ?? '');
  const children = childrenOf(services, opened.list, folder, after, top + 1);
  const page = children.slice(0, top);
  const last = page.at(-1);
  const more =
    children.length > top && last
      ? {
          '@odata.nextLink': nextLink(
            services.tenant.origin,
            call.url,
            '$skiptoken',
            writeSkipToken({ id: last.item, value: last.name }),
          ),
        }
      : {};
  const context = graphContext(services, `${driveContext(call)}/items`);
  return Response.json({
    '@odata.context': context,
    ...more,
    value: page.map((child) => shaped(call, child, options)),
  });
}

async function makeFolder(call: DriveCall): Promise<Response> {
  const { services, opened } = call;
  const body = await readJsonObject(call);
  if (!isObject(body.folder) || typeof body.name !== 'string') throw invalidRequest('name and folder are needed.');
  requireRight(opened.access, rights.addListItems);
  const parent = requireFolder(services, opened.list, call.address);
  const conflict = readConflictBehavior(body[conflictOption], 'fail');
  const there = childNamed(services, opened.list, parent, body.name);
  if (there && conflict === 'replace' && there.isFolder === 1) return answer(call, there);
  if (there && conflict !== 'rename') throw nameAlreadyExists();
  const name = there ? freeName(services, opened.list, parent, body.name) : body.name;
  return answer(call, addFolder(services, opened.list, parent, name, opened.self.id), 201);
}

async function putContent(call: DriveCall): Promise<Response> {
  const { services, opened } = call;
  const conflict = readConflictBehavior(call.url.searchParams.get(conflictOption), 'replace');
  const target = prepareTarget(services, opened, call.address);
  const there = childNamed(services, opened.list, target.parent, target.name);
  if (there) requireMatch(call, rowOf(services, opened.list, there));
  requirePlaceable(services, opened, target, conflict);
  // Where a fault has looked into the body, Hono holds it already read.
  const { raw } = call.c.req;
  const body = raw.bodyUsed ? new Blob([await call.c.req.arrayBuffer()]).stream() : raw.body;
  const content = await receiveContent(services, body);
  const placed = placeFile(services, opened.list, opened.self.id, target, conflict, {
    content,
    mime: mimeOf(target.name),
  });
  return answer(call, placed.item, placed.created ? 201 : 200);
}

async function createSession(call: DriveCall): Promise<Response> {
  const { services, opened } = call;
  const text = await call.c.req.text();
  let body: unknown = {};
  try {
    if (text.trim() !== '') body = JSON.parse(text);
  } catch {
    throw invalidRequest('The request body is not valid JSON.');
  }
  const settings = isObject(body) && isObject(body.item) ? body.item : {};
  const conflict = readConflictBehavior(settings[conflictOption], 'fail');
  const target = prepareTarget(services, opened, call.address);
  requirePlaceable(services, opened, target, conflict);
  const session = openSession(services, opened.list, target, conflict, opened.self.id);
  return Response.json({
    '@odata.context': graphContext(services, 'microsoft.graph.uploadSession'),
    uploadUrl: `${services.tenant.uploadOrigin}/upload/sharepoint/${session.id}`,
    ...sessionShape(session),
  });
}

/** Renames or moves. */
async function patchItem(call: DriveCall): Promise<Response> {
  const { services, opened } = call;
  const body = await readJsonObject(call);
  const item = requireItem(services, opened.list, call.address);
  const row = rowOf(services, opened.list, item);
  requireRowChange(opened.access, rights.editListItems, row.author, opened.self.id);
  requireMatch(call, row);
  const name = typeof body.name === 'string' ? body.name : item.name;
  const wanted =
    isObject(body.parentReference) && typeof body.parentReference.id === 'string'
      ? body.parentReference.id
      : item.parent;
  const folder = findDriveItem(services, opened.list, wanted);
  if (wanted !== rootId(opened.list) && folder?.isFolder !== 1) throw itemNotFound('Item not found');
  const there = childNamed(services, opened.list, wanted, name);
  if (there && there.id !== item.id) throw nameAlreadyExists();
  moveDriveItem(services, opened.list, item, wanted, name, opened.self.id);
  return answer(call, requireItem(services, opened.list, { start: item.id, names: [], rest: [] }));
}

function deleteItem(call: DriveCall): Response {
  const { services, opened } = call;
  const item = requireItem(services, opened.list, call.address);
  const row = rowOf(services, opened.list, item);
  requireRowChange(opened.access, rights.deleteListItems, row.author, opened.self.id);
  requireMatch(call, row);
  removeDriveItem(services, opened.list, item);
  return noContent();
}

function getContent(call: DriveCall): Response {
  requireRight(call.opened.access, rights.openItems);
  const item = requireItem(call.services, call.opened.list, call.address);
  if (item.isFolder === 1) throw invalidRequest('A folder has no content.');
  return new Response(null, { status: 302, headers: { location: downloadUrl(call.services, call.site, item) } });
}

function answerFields(call: DriveCall): Response {
  const { services, opened } = call;
  const row = rowOf(services, opened.list, requireItem(services, opened.list, call.address));
  const { select } = readQueryOptions(call.url);
  const wanted = wantedFields(columnsOf(services, opened.list.number), select, false);
  return Response.json(fieldsShape(services, opened.list, row, wanted, select !== null));
}

async function patchFields(call: DriveCall): Promise<Response> {
  const fields = await readJsonObject(call);
  const item = requireItem(call.services, call.opened.list, call.address);
  changeRow(call, call.opened, rowOf(call.services, call.opened.list, item), fields);
  return answerFields(call);
}

/** What can be asked of an address in a drive. https://learn.microsoft.com/graph/api/resources/driveitem */
export function driveItemRoutes(site: Site, opened: OpenedList, address: DriveAddress): Route[] {
  const at = (
    method: string,
    path: string,
    units: number,
    run: (call: DriveCall) => Response | Promise<Response>,
  ): Route => ({
    method,
    path,
    units,
    run: (call) => run({ ...call, site, opened, address }),
  });
  return [
    at('GET', '', 1, getItem),
    at('PATCH', '', 2, patchItem),
    at('DELETE', '', 2, deleteItem),
    at('GET', 'children', 2, listChildren),
    at('POST', 'children', 2, makeFolder),
    at('GET', 'content', 1, getContent),
    at('PUT', 'content', 2, putContent),
    at('POST', 'createUploadSession', 2, createSession),
    at('GET', 'listItem', 1, (call) =>
      Response.json(listItemShape(call, requireItem(call.services, opened.list, address), readQueryOptions(call.url))),
    ),
    at('GET', 'listItem/fields', 1, answerFields),
    at('PATCH', 'listItem/fields', 2, patchFields),
  ];
}
