import { rights } from '../access/rights.ts';
import { invalidRequest, itemNotFound } from '../failures.ts';
import { project, readQueryOptions } from '../odata/query-options.ts';
import { type Call, isObject, noContent, type Route, readJsonObject } from '../routing.ts';
import { graphContext } from '../sites/site-shape.ts';
import { graphSiteId, type Site } from '../sites/site-store.ts';
import { type ColumnDefinition, columnShape, readColumnDefinition } from './column-definition.ts';
import { addColumn, changeColumn, columnsOf, findColumn, freeColumnName, removeColumn } from './column-store.ts';
import { openCalledList } from './open-list.ts';

/** What a PATCH may change; type and name of a column stay. */
function changed(column: ColumnDefinition, body: Record<string, unknown>): ColumnDefinition {
  const flag = (name: 'hidden' | 'indexed' | 'enforceUniqueValues' | 'readOnly' | 'required') =>
    typeof body[name] === 'boolean' ? (body[name] as boolean) : column[name];
  const after: ColumnDefinition = {
    ...column,
    displayName: typeof body.displayName === 'string' ? body.displayName : column.displayName,
    description: typeof body.description === 'string' ? body.description : column.description,
    hidden: flag('hidden'),
    indexed: flag('indexed'),
    enforceUniqueValues: flag('enforceUniqueValues'),
    readOnly: flag('readOnly'),
    required: flag('required'),
  };
  if (isObject(body.choice)) after.settings = { ...column.settings, ...body.choice };
  if (after.enforceUniqueValues && !after.indexed) {
    throw invalidRequest('A column that enforces unique values must be indexed.');
  }
  return after;
}

function requireColumn(call: Call, list: number): ColumnDefinition {
  const column = findColumn(columnsOf(call.services, list), call.params.column ?? '');
  if (!column) throw itemNotFound('Column not found.');
  return column;
}

export function columnRoutes(site: Site): Route[] {
  const context = (call: Call, listId: string, tail: string) =>
    graphContext(
      call.services,
      `sites('${encodeURIComponent(graphSiteId(call.services, site))}')/lists('${listId}')/columns${tail}`,
    );
  return [
    {
      method: 'GET',
      path: 'lists/:list/columns',
      units: 2,
      run(call) {
        const { list } = openCalledList(call, site);
        const { select } = readQueryOptions(call.url);
        const value = columnsOf(call.services, list.number).map((column) => project(columnShape(column), select));
        return Response.json({ '@odata.context': context(call, list.id, ''), value });
      },
    },
    {
      method: 'POST',
      path: 'lists/:list/columns',
      units: 2,
      async run(call) {
        const { list } = openCalledList(call, site, rights.manageLists);
        const wanted = readColumnDefinition(await readJsonObject(call));
        const column = freeColumnName(columnsOf(call.services, list.number), wanted);
        addColumn(call.services, list, column);
        return Response.json(
          { '@odata.context': context(call, list.id, '/$entity'), ...columnShape(column) },
          { status: 201 },
        );
      },
    },
    {
      method: 'GET',
      path: 'lists/:list/columns/:column',
      units: 1,
      run(call) {
        const { list } = openCalledList(call, site);
        return Response.json({
          '@odata.context': context(call, list.id, '/$entity'),
          ...columnShape(requireColumn(call, list.number)),
        });
      },
    },
    {
      method: 'PATCH',
      path: 'lists/:list/columns/:column',
      units: 2,
      async run(call) {
        const { list } = openCalledList(call, site, rights.manageLists);
        const body = await readJsonObject(call);
        const column = requireColumn(call, list.number);
        const after = changed(column, body);
        changeColumn(call.services, list, column, after);
        return Response.json({ '@odata.context': context(call, list.id, '/$entity'), ...columnShape(after) });
      },
    },
    {
      method: 'DELETE',
      path: 'lists/:list/columns/:column',
      units: 2,
      run(call) {
        const { list } = openCalledList(call, site, rights.manageLists);
        const column = requireColumn(call, list.number);
        if (!column.storage?.startsWith('c_') || column.name === 'Title' || column.name === 'FileLeafRef') {
          throw invalidRequest(`Column '${column.name}' belongs to the list and cannot be deleted.`);
        }
        removeColumn(call.services, list.number, column);
        return noContent();
      },
    },
    {
      method: 'GET',
      path: 'lists/:list/contentTypes',
      units: 2,
      run(call) {
        const { list } = openCalledList(call, site);
        const names = list.template === 'documentLibrary' ? ['Document', 'Folder'] : ['Item', 'Folder'];
        const ids = { Item: '0x0100', Document: '0x010100', Folder: '0x012000' } as Record<string, string>;
        const value = names.map((name) => ({
          id: `${ids[name]}${list.id.replaceAll('-', '').toUpperCase()}`,
          name,
          hidden: false,
          readOnly: false,
          sealed: false,
          isBuiltIn: true,
        }));
        return Response.json({ value });
      },
    },
  ];
}
