import { findPrincipal } from '../access/principals.ts';
import type { ItemRow } from '../items/item-store.ts';
import { identityOf, listWebUrl } from '../lists/list-shape.ts';
import type { ListRecord } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import { graphSiteId, type Site } from '../sites/site-store.ts';
import { downloadUrl } from './download-url.ts';
import { childCount, type DriveItem, driveItemForRow, findDriveItem, pathOf, rootId, rowOf } from './drive-items.ts';

export function driveShape(services: SharePointServices, site: Site, list: ListRecord): Record<string, unknown> {
  return {
    createdDateTime: list.created,
    description: list.description,
    id: list.driveId,
    lastModifiedDateTime: list.modified,
    name: list.displayName,
    webUrl: listWebUrl(services, site, list),
    driveType: 'documentLibrary',
    createdBy: identityOf(findPrincipal(services, site.number, list.author)),
    sharePointIds: {
      listId: list.id,
      siteId: site.collectionId,
      siteUrl: `${services.tenant.origin}/sites/${site.name}`,
      webId: site.webId,
    },
  };
}

function parentReference(services: SharePointServices, site: Site, list: ListRecord, parent: string) {
  const path = pathOf(services, list, parent);
  const folder = findDriveItem(services, list, parent);
  return {
    driveType: 'documentLibrary',
    driveId: list.driveId,
    id: parent,
    name: folder?.name ?? list.name,
    path: `/drives/${list.driveId}/root:${path.map((name) => `/${encodeURIComponent(name)}`).join('')}`,
    siteId: graphSiteId(services, site),
  };
}

/** The library's own root folder. */
export function rootShape(services: SharePointServices, site: Site, list: ListRecord): Record<string, unknown> {
  const id = rootId(list);
  return {
    createdDateTime: list.created,
    id,
    lastModifiedDateTime: list.modified,
    name: 'root',
    webUrl: listWebUrl(services, site, list),
    size: 0,
    parentReference: { driveType: 'documentLibrary', driveId: list.driveId },
    fileSystemInfo: { createdDateTime: list.created, lastModifiedDateTime: list.modified },
    folder: { childCount: childCount(services, list, id) },
    root: {},
  };
}

export function driveItemShape(
  services: SharePointServices,
  site: Site,
  list: ListRecord,
  item: DriveItem,
): Record<string, unknown> {
  const row = rowOf(services, list, item);
  const guid = row.guid.toUpperCase();
  const path = [...pathOf(services, list, item.parent), item.name].map(encodeURIComponent).join('/');
  const isFolder = item.isFolder === 1;
  return {
    ...(isFolder ? {} : { '@microsoft.graph.downloadUrl': downloadUrl(services, site, item) }),
    createdDateTime: row.created,
    eTag: `"{${guid}},${row.version}"`,
    id: item.id,
    lastModifiedDateTime: row.modified,
    name: item.name,
    webUrl: `${listWebUrl(services, site, list)}/${path}`,
    cTag: `"c:{${guid}},${item.contentVersion}"`,
    size: item.size,
    createdBy: identityOf(findPrincipal(services, site.number, row.author)),
    lastModifiedBy: identityOf(findPrincipal(services, site.number, row.editor)),
    parentReference: parentReference(services, site, list, item.parent),
    fileSystemInfo: { createdDateTime: row.created, lastModifiedDateTime: row.modified },
    ...(isFolder
      ? { folder: { childCount: childCount(services, list, item.id) } }
      : { file: { hashes: { quickXorHash: item.hash }, mimeType: item.mime } }),
  };
}

/** The file behind a library's row; null for a row of a plain list. */
export function driveItemOfRow(
  services: SharePointServices,
  site: Site,
  list: ListRecord,
  row: ItemRow,
): Record<string, unknown> | null {
  const item = driveItemForRow(services, list, row.id);
  return item ? driveItemShape(services, site, list, item) : null;
}
