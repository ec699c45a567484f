import { listRights, requireSiteVisible, siteRights } from '../access/effective-rights.ts';
import { ensureCaller } from '../access/principals.ts';
import { has, rights } from '../access/rights.ts';
import { driveShape } from '../drives/drive-shape.ts';
import { accessDenied, invalidRequest, nameAlreadyExists } from '../failures.ts';
import { queryItems } from '../items/item-query.ts';
import { parseFilter } from '../odata/filter-syntax.ts';
import { expansionOf, project, type QueryOptions, readQueryOptions } from '../odata/query-options.ts';
import { type Call, isObject, noContent, type Route, readJsonObject } from '../routing.ts';
import { graphContext } from '../sites/site-shape.ts';
import { graphSiteId, type Site } from '../sites/site-store.ts';
import { columnShape, readColumnDefinition } from './column-definition.ts';
import { columnsOf } from './column-store.ts';
import { listShape } from './list-shape.ts';
import { allLists, changeList, createList, deleteList, findList, type ListRecord, listNameFrom } from './list-store.ts';
import { openCalledList } from './open-list.ts';

const templates = ['genericList', 'documentLibrary', 'events', 'tasks', 'announcements', 'contacts', 'links', 'survey'];

function mayRead(call: Call, site: Site, list: ListRecord): boolean {
  return has(listRights(call.services, site, list, call.caller), rights.viewListItems);
}

function expanded(call: Call, site: Site, list: ListRecord, options: QueryOptions): Record<string, unknown> {
  const more: Record<string, unknown> = {};
  const columns = expansionOf(options, 'columns');
  if (columns)
    more.columns = columnsOf(call.services, list.number).map((one) => project(columnShape(one), columns.select));
  if (expansionOf(options, 'drive') && list.driveId) more.drive = driveShape(call.services, site, list);
  const items = expansionOf(options, 'items');
  if (items) {
    const inner = { ...options, select: items.select, expand: items.expand, filter: null, orderBy: null, top: null };
    more.items = queryItems(call, site, list, inner).value;
  }
  return { ...project(listShape(call.services, site, list), options.select), ...more };
}

/** Lists can be filtered by name or title: a handful, compared here. */
function keepFiltered(lists: ListRecord[], filter: string | null): ListRecord[] {
  if (filter === null) return lists;
  const node = parseFilter(filter);
  if (node.kind !== 'compare' || typeof node.value !== 'string') throw invalidRequest('Invalid filter clause');
  const wanted = node.value.toLowerCase();
  const read = { displayname: (list: ListRecord) => list.displayName, name: (list: ListRecord) => list.name }[
    node.field.toLowerCase()
  ];
  if (!read) throw invalidRequest(`Invalid filter clause: '${node.field}' cannot be filtered.`);
  if (node.comparator === 'eq') return lists.filter((list) => read(list).toLowerCase() === wanted);
  if (node.comparator === 'startswith') return lists.filter((list) => read(list).toLowerCase().startsWith(wanted));
  throw invalidRequest(`Invalid filter clause: '${node.comparator}' is not supported here.`);
}

async function create(call: Call, site: Site): Promise<Response> {
  if (!has(siteRights(call.services, site, call.caller), rights.manageLists)) throw accessDenied();
  const body = await readJsonObject(call);
  if (typeof body.displayName !== 'string' || body.displayName.trim() === '')
    throw invalidRequest('displayName is required.');
  const settings = isObject(body.list) ? body.list : {};
  const template = settings.template ?? 'genericList';
  if (typeof template !== 'string' || !templates.includes(template)) throw invalidRequest('Invalid template.');
  const columns = Array.isArray(body.columns) ? body.columns.map(readColumnDefinition) : [];
  const taken =
    findList(call.services, site.number, body.displayName) ??
    findList(call.services, site.number, listNameFrom(body.displayName));
  if (taken) throw nameAlreadyExists('Name already exists');
  const list = createList(call.services, {
    site: site.number,
    displayName: body.displayName,
    description: typeof body.description === 'string' ? body.description : '',
    template,
    hidden: settings.hidden === true,
    columns,
    author: ensureCaller(call.services, site.number, call.caller).id,
  });
  return Response.json(
    {
      '@odata.context': graphContext(
        call.services,
        `sites('${encodeURIComponent(graphSiteId(call.services, site))}')/lists/$entity`,
      ),
      ...listShape(call.services, site, list),
    },
    { status: 201 },
  );
}

export function listRoutes(site: Site): Route[] {
  const context = (call: Call, tail: string) =>
    graphContext(call.services, `sites('${encodeURIComponent(graphSiteId(call.services, site))}')/lists${tail}`);
  return [
    {
      method: 'GET',
      path: 'lists',
      units: 2,
      run(call) {
        requireSiteVisible(call.services, site, call.caller);
        const options = readQueryOptions(call.url);
        const readable = allLists(call.services, site.number).filter(
          (list) => !list.hidden && mayRead(call, site, list),
        );
        const value = keepFiltered(readable, options.filter).map((list) => expanded(call, site, list, options));
        return Response.json({ '@odata.context': context(call, ''), value });
      },
    },
    { method: 'POST', path: 'lists', units: 2, run: (call) => create(call, site) },
    {
      method: 'GET',
      path: 'lists/:list',
      units: 1,
      run(call) {
        const { list } = openCalledList(call, site);
        return Response.json({
          '@odata.context': context(call, '/$entity'),
          ...expanded(call, site, list, readQueryOptions(call.url)),
        });
      },
    },
    {
      method: 'PATCH',
      path: 'lists/:list',
      units: 2,
      async run(call) {
        const { list } = openCalledList(call, site, rights.manageLists);
        const body = await readJsonObject(call);
        const displayName = typeof body.displayName === 'string' ? body.displayName : list.displayName;
        const other = findList(call.services, site.number, displayName);
        if (other && other.id !== list.id) throw nameAlreadyExists('Name already exists');
        const description = typeof body.description === 'string' ? body.description : list.description;
        changeList(call.services, list, { displayName, description });
        return Response.json(listShape(call.services, site, { ...list, displayName, description }));
      },
    },
    {
      method: 'DELETE',
      path: 'lists/:list',
      units: 2,
      run(call) {
        deleteList(call.services, openCalledList(call, site, rights.manageLists).list);
        return noContent();
      },
    },
  ];
}
