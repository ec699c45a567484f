import type { SharePointServices } from '../services.ts';
import { graphSiteId, type Site, siteHostname, siteWebUrl } from './site-store.ts';

export function graphContext(services: SharePointServices, rest: string): string {
  return `${services.tenant.origin}/graph/v1.0/$metadata#${rest}`;
}

export function siteShape(services: SharePointServices, site: Site) {
  return {
    createdDateTime: site.created,
    description: '',
    id: graphSiteId(services, site),
    lastModifiedDateTime: site.created,
    name: site.name,
    webUrl: siteWebUrl(services, site),
    displayName: site.displayName,
    root: {},
    siteCollection: { hostname: siteHostname(services) },
  };
}
