import { requireSiteVisible } from '../access/effective-rights.ts';
import { driveShape } from '../drives/drive-shape.ts';
import { itemNotFound } from '../failures.ts';
import type { ListRecord } from '../lists/list-store.ts';
import { allLists } from '../lists/list-store.ts';
import { openCalledList, openListFor } from '../lists/open-list.ts';
import { project, readQueryOptions } from '../odata/query-options.ts';
import type { Call, Route } from '../routing.ts';
import { graphContext, siteShape } from './site-shape.ts';
import { listSites, type Site } from './site-store.ts';

/** Libraries that the caller may open. */
export function openLibraries(call: Call, site: Site): ListRecord[] {
  return allLists(call.services, site.number).filter((list) => {
    if (list.driveId === null) return false;
    try {
      openListFor(call, site, list);
      return true;
    } catch {
      // A library that may not be read is left out, as if it were not there.
      return false;
    }
  });
}

export function siteRoutes(site: Site): Route[] {
  return [
    {
      method: 'GET',
      path: '',
      units: 1,
      run(call) {
        requireSiteVisible(call.services, site, call.caller);
        return Response.json({
          '@odata.context': graphContext(call.services, 'sites/$entity'),
          ...project(siteShape(call.services, site), readQueryOptions(call.url).select),
        });
      },
    },
    {
      method: 'GET',
      path: 'drives',
      units: 2,
      run(call) {
        requireSiteVisible(call.services, site, call.caller);
        const { select } = readQueryOptions(call.url);
        const value = openLibraries(call, site).map((list) => project(driveShape(call.services, site, list), select));
        return Response.json({ '@odata.context': graphContext(call.services, 'drives'), value });
      },
    },
    {
      method: 'GET',
      path: 'lists/:list/drive',
      units: 1,
      run(call) {
        const { list } = openCalledList(call, site);
        if (list.driveId === null) throw itemNotFound('The list has no drive.');
        return Response.json({
          '@odata.context': graphContext(call.services, 'drives/$entity'),
          ...driveShape(call.services, site, list),
        });
      },
    },
  ];
}

/** The tenant's root site: its address only, for everyone with a token that may look. */
export function rootSite(call: Call): Response {
  const { tenant } = call.services;
  return Response.json({
    '@odata.context': graphContext(call.services, 'sites/$entity'),
    id: `${new URL(tenant.origin).hostname},${tenant.tenantId},${tenant.tenantId}`,
    name: '',
    displayName: 'Communication site',
    webUrl: tenant.origin,
    root: {},
    siteCollection: { hostname: new URL(tenant.origin).hostname },
  });
}

/** `/sites?search=…`: only those sites that the caller may see. */
export function searchSites(call: Call): Response {
  const wanted = (call.url.searchParams.get('search') ?? call.url.searchParams.get('$search') ?? '*').toLowerCase();
  const value = listSites(call.services)
    .filter((site) => wanted === '*' || `${site.name} ${site.displayName}`.toLowerCase().includes(wanted))
    .filter((site) => {
      try {
        requireSiteVisible(call.services, site, call.caller);
        return true;
      } catch {
        // Not visible means not found by a search.
        return false;
      }
    })
    .map((site) => siteShape(call.services, site));
  return Response.json({ '@odata.context': graphContext(call.services, 'sites'), value });
}
