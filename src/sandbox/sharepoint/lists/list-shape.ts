import { findPrincipal, type Principal } from '../access/principals.ts';
import type { SharePointServices } from '../services.ts';
import { graphSiteId, type Site, siteWebUrl } from '../sites/site-store.ts';
import type { ListRecord } from './list-store.ts';

/** identitySet of whoever wrote something: a person, or the app with an app-only token. */
export function identityOf(principal: Principal | null): Record<string, unknown> {
  if (!principal) return { user: { displayName: 'System Account' } };
  if (principal.kind === 'app') return { application: { id: principal.objectId, displayName: principal.title } };
  return {
    user: {
      ...(principal.mail ? { email: principal.mail } : {}),
      id: principal.objectId,
      displayName: principal.title,
    },
  };
}

export function listWebUrl(services: SharePointServices, site: Site, list: ListRecord): string {
  const folder = list.template === 'documentLibrary' ? '' : 'Lists/';
  return `${siteWebUrl(services, site)}/${folder}${encodeURIComponent(list.name)}`;
}

export function listShape(services: SharePointServices, site: Site, list: ListRecord): Record<string, unknown> {
  return {
    '@odata.etag': `"${list.id},${list.itemCount}"`,
    createdDateTime: list.created,
    description: list.description,
    eTag: `"${list.id},${list.itemCount}"`,
    id: list.id,
    lastModifiedDateTime: list.modified,
    name: list.name,
    webUrl: listWebUrl(services, site, list),
    displayName: list.displayName,
    createdBy: identityOf(findPrincipal(services, site.number, list.author)),
    parentReference: { siteId: graphSiteId(services, site) },
    list: { contentTypesEnabled: false, hidden: list.hidden, template: list.template },
  };
}
