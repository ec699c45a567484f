import { carries } from './access/effective-rights.ts';
import { readDriveAddress } from './drives/drive-address.ts';
import { driveItemRoutes } from './drives/drive-routes.ts';
import { driveShape } from './drives/drive-shape.ts';
import { accessDenied, itemNotFound } from './failures.ts';
import { deltaRoutes } from './items/delta-routes.ts';
import { itemRoutes } from './items/item-routes.ts';
import { versionRoutes } from './items/version-routes.ts';
import { columnRoutes } from './lists/column-routes.ts';
import { listRoutes } from './lists/list-routes.ts';
import { findList, findListByDrive, type ListRecord } from './lists/list-store.ts';
import { openListFor } from './lists/open-list.ts';
import { type Call, decodeSegment, findRoute, type Route } from './routing.ts';
import { grantRoutes } from './sites/grant-routes.ts';
import { openLibraries, rootSite, siteRoutes } from './sites/site-routes.ts';
import { graphContext } from './sites/site-shape.ts';
import { findSiteByNumber, requireOwnSite, resolveSite, type Site } from './sites/site-store.ts';
import type { ResourceMeter } from './throttling.ts';

const sitePermissions = [
  'Sites.Selected',
  'Sites.Read.All',
  'Sites.ReadWrite.All',
  'Sites.Manage.All',
  'Sites.FullControl.All',
  'Files.Read.All',
  'Files.ReadWrite.All',
];

async function runRoute(
  call: Call,
  meter: ResourceMeter,
  routes: readonly Route[],
  segments: string[],
): Promise<Response> {
  const { route, params } = findRoute(routes, call.c.req.method, segments);
  const matched = { ...call, params };
  const permissionsAsked = /permissions/i.test(call.url.searchParams.get('$expand') ?? '');
  const units = typeof route.units === 'function' ? route.units(matched) : route.units;
  meter.charge(call.caller, permissionsAsked ? 5 : units);
  return route.run(matched);
}

function dispatchDrive(
  call: Call,
  meter: ResourceMeter,
  site: Site,
  list: ListRecord,
  segments: string[],
): Promise<Response> {
  const opened = openListFor(call, site, list);
  const address = readDriveAddress(list, segments);
  if (address) return runRoute(call, meter, driveItemRoutes(site, opened, address), address.rest.map(decodeSegment));
  const drive: Route = {
    method: 'GET',
    path: '',
    units: 1,
    run: () =>
      Response.json({
        '@odata.context': graphContext(call.services, 'drives/$entity'),
        ...driveShape(call.services, site, list),
      }),
  };
  return runRoute(call, meter, [drive], segments.map(decodeSegment));
}

/** `/drives/{id}/…` */
export function dispatchDrives(call: Call, meter: ResourceMeter, segments: string[]): Promise<Response> {
  if (!carries(call.caller, ...sitePermissions)) throw accessDenied();
  const list = findListByDrive(call.services, decodeSegment(segments[0] ?? ''));
  if (!list) throw itemNotFound('The drive was not found.');
  return dispatchDrive(call, meter, findSiteByNumber(call.services, list.site), list, segments.slice(1));
}

/** `/sites/{site}/…`, with the drives that hang below a site or a list. */
export async function dispatchSites(call: Call, meter: ResourceMeter, segments: string[]): Promise<Response> {
  if (!carries(call.caller, ...sitePermissions)) throw accessDenied();
  const address = resolveSite(call.services, segments);
  if (address.site === null && address.rest.length === 0) {
    meter.charge(call.caller, 1);
    return rootSite(call);
  }
  const site = requireOwnSite(address);
  const [first, second, third] = address.rest.map(decodeSegment);
  if (first === 'drives' && second !== undefined) return dispatchDrives(call, meter, address.rest.slice(1));
  if (first === 'drive') {
    const library = openLibraries(call, site)[0];
    if (!library) throw itemNotFound('The site has no document library.');
    return dispatchDrive(call, meter, site, library, address.rest.slice(1));
  }
  if (first === 'lists' && third === 'drive' && address.rest.length > 3) {
    const library = findList(call.services, site.number, second ?? '');
    if (!library?.driveId) throw itemNotFound();
    return dispatchDrive(call, meter, site, library, address.rest.slice(3));
  }
  const routes = [
    ...siteRoutes(site),
    ...grantRoutes(site),
    ...listRoutes(site),
    ...columnRoutes(site),
    ...deltaRoutes(site),
    ...itemRoutes(site),
    ...versionRoutes(site),
  ];
  return runRoute(call, meter, routes, address.rest.map(decodeSegment));
}
