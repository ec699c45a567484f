import { findPrincipal } from '../access/principals.ts';
import { rights } from '../access/rights.ts';
import { itemNotFound } from '../failures.ts';
import { columnsOf } from '../lists/column-store.ts';
import { identityOf } from '../lists/list-shape.ts';
import { type OpenedList, openCalledList } from '../lists/open-list.ts';
import { expansionOf, readQueryOptions } from '../odata/query-options.ts';
import type { Call, Route } from '../routing.ts';
import type { Site } from '../sites/site-store.ts';
import { fieldsShape, wantedFields } from './item-fields.ts';
import { requireVisibleItem } from './item-routes.ts';
import { itemsContext } from './item-shape.ts';
import { type ItemRow, olderVersions } from './item-store.ts';

function versionShape(call: Call, site: Site, opened: OpenedList, row: ItemRow, withFields: boolean) {
  const columns = columnsOf(call.services, opened.list.number);
  return {
    id: `${row.version}.0`,
    lastModifiedDateTime: row.modified,
    lastModifiedBy: identityOf(findPrincipal(call.services, site.number, row.editor)),
    ...(withFields
      ? { fields: fieldsShape(call.services, opened.list, row, wantedFields(columns, null, false), false) }
      : {}),
  };
}

/** A row's history, newest first: the row as it is, then as it was. */
export function versionRoutes(site: Site): Route[] {
  return [
    {
      method: 'GET',
      path: 'lists/:list/items/:item/versions',
      units: 2,
      run(call) {
        const opened = openCalledList(call, site, rights.viewVersions);
        const row = requireVisibleItem(call, opened);
        const withFields = expansionOf(readQueryOptions(call.url), 'fields') !== null;
        const value = [row, ...olderVersions(call.services, opened.list, row.id)].map((version) =>
          versionShape(call, site, opened, version, withFields),
        );
        return Response.json({
          '@odata.context': itemsContext(call.services, site, opened.list, `('${row.id}')/versions`),
          value,
        });
      },
    },
    {
      method: 'GET',
      path: 'lists/:list/items/:item/versions/:version',
      units: 1,
      run(call) {
        const opened = openCalledList(call, site, rights.viewVersions);
        const row = requireVisibleItem(call, opened);
        const version = [row, ...olderVersions(call.services, opened.list, row.id)].find(
          (one) => `${one.version}.0` === call.params.version,
        );
        if (!version) throw itemNotFound();
        return Response.json({
          '@odata.context': itemsContext(call.services, site, opened.list, `('${row.id}')/versions/$entity`),
          ...versionShape(call, site, opened, version, true),
        });
      },
    },
  ];
}
