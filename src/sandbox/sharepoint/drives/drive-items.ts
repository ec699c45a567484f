import { createHash, randomBytes } from 'node:crypto';
import { invalidRequest, itemNotFound } from '../failures.ts';
import { atomically, findItem, type ItemRow, insertItem, removeItem, updateItem } from '../items/item-store.ts';
import { columnsOf } from '../lists/column-store.ts';
import type { ListRecord } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import { dropContent, type StoredContent } from './file-contents.ts';

/** A file or folder of a library; `item` is its row in the library's list. The root has no row. */
export interface DriveItem {
  id: string;
  list: number;
  item: number;
  parent: string;
  name: string;
  isFolder: number;
  size: number;
  mime: string | null;
  hash: string | null;
  content: string | null;
  contentVersion: number;
}

const columns =
  'id, list, item, parent, name, is_folder AS isFolder, size, mime, hash, content, content_version AS contentVersion';

const alphabet = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ234567';

function idFrom(bytes: Uint8Array): string {
  return `01${[...bytes.subarray(0, 32)].map((byte) => alphabet[byte % 32]).join('')}`;
}

export function rootId(list: ListRecord): string {
  return idFrom(createHash('sha256').update(`root:${list.id}`).digest());
}

export function findDriveItem(services: SharePointServices, list: ListRecord, id: string): DriveItem | null {
  return (
    (services.tenant.db
      .prepare(`SELECT ${columns} FROM sp_drive_items WHERE list = ? AND id = ?`)
      .get(list.number, id) as DriveItem | undefined) ?? null
  );
}

export function driveItemForRow(services: SharePointServices, list: ListRecord, item: number): DriveItem | null {
  return (
    (services.tenant.db
      .prepare(`SELECT ${columns} FROM sp_drive_items WHERE list = ? AND item = ?`)
      .get(list.number, item) as DriveItem | undefined) ?? null
  );
}

export function childNamed(
  services: SharePointServices,
  list: ListRecord,
  parent: string,
  name: string,
): DriveItem | null {
  return (
    (services.tenant.db
      .prepare(`SELECT ${columns} FROM sp_drive_items WHERE list = ? AND parent = ? AND name = ?`)
      .get(list.number, parent, name) as DriveItem | undefined) ?? null
  );
}

/** Children by name, from after the given one. */
export function childrenOf(
  services: SharePointServices,
  list: ListRecord,
  parent: string,
  after: string,
  limit: number,
): DriveItem[] {
  return services.tenant.db
    .prepare(`SELECT ${columns} FROM sp_drive_items WHERE list = ? AND parent = ? AND name > ? ORDER BY name LIMIT ?`)
    .all(list.number, parent, after, limit) as DriveItem[];
}

export function childCount(services: SharePointServices, list: ListRecord, parent: string): number {
  const row = services.tenant.db
    .prepare('SELECT count(*) AS count FROM sp_drive_items WHERE list = ? AND parent = ?')
    .get(list.number, parent) as { count: number };
  return row.count;
}

/** Names from the root down to this item, the root left out. */
export function pathOf(services: SharePointServices, list: ListRecord, id: string): string[] {
  const names: string[] = [];
  for (let item = findDriveItem(services, list, id); item; item = findDriveItem(services, list, item.parent))
    names.unshift(item.name);
  return names;
}

/** Refuses names that SharePoint refuses. https://support.microsoft.com/office/64883a5d-228e-48f5-b3d2-eb39e07630fa */
export function requireValidName(name: string): void {
  const reserved = /^(CON|PRN|AUX|NUL|COM\d|LPT\d|\.lock|desktop\.ini|_vti_)$/i;
  if (
    name === '' ||
    name.length > 255 ||
    /["*:<>?/\\|]/.test(name) ||
    /^[\s~$]|\s$|\.$/.test(name) ||
    reserved.test(name)
  ) {
    throw invalidRequest('The provided name cannot contain some of these characters, or is reserved.');
  }
}

export function addFolder(
  services: SharePointServices,
  list: ListRecord,
  parent: string,
  name: string,
  author: number,
): DriveItem {
  return addEntry(services, list, parent, name, author, null);
}

export function addFile(
  services: SharePointServices,
  list: ListRecord,
  parent: string,
  name: string,
  author: number,
  file: { content: StoredContent; mime: string },
): DriveItem {
  return addEntry(services, list, parent, name, author, file);
}

function addEntry(
  services: SharePointServices,
  list: ListRecord,
  parent: string,
  name: string,
  author: number,
  file: { content: StoredContent; mime: string } | null,
): DriveItem {
  requireValidName(name);
  return atomically(services, () => {
    const id = idFrom(randomBytes(32));
    const row = insertItem(
      services,
      list,
      new Map<string, string | number>([
        ['c_FileLeafRef', name],
        ['c_FSObjType', file ? 0 : 1],
      ]),
      author,
    );
    services.tenant.db
      .prepare(
        'INSERT INTO sp_drive_items (id, list, item, parent, name, is_folder, size, mime, hash, content, content_version) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1)',
      )
      .run(
        id,
        list.number,
        row,
        parent,
        name,
        file ? 0 : 1,
        file?.content.size ?? 0,
        file?.mime ?? null,
        file?.content.quickXorHash ?? null,
        file?.content.id ?? null,
      );
    return findDriveItem(services, list, id) as DriveItem;
  });
}

export function replaceFile(
  services: SharePointServices,
  list: ListRecord,
  item: DriveItem,
  editor: number,
  file: { content: StoredContent; mime: string },
): DriveItem {
  return atomically(services, () => {
    services.tenant.db
      .prepare(
        'UPDATE sp_drive_items SET size = ?, mime = ?, hash = ?, content = ?, content_version = content_version + 1 WHERE id = ?',
      )
      .run(file.content.size, file.mime, file.content.quickXorHash, file.content.id, item.id);
    dropContent(services, item.content);
    updateItem(services, list, item.item, new Map(), editor);
    return findDriveItem(services, list, item.id) as DriveItem;
  });
}

export function moveDriveItem(
  services: SharePointServices,
  list: ListRecord,
  item: DriveItem,
  parent: string,
  name: string,
  editor: number,
): void {
  requireValidName(name);
  atomically(services, () => {
    services.tenant.db
      .prepare('UPDATE sp_drive_items SET parent = ?, name = ? WHERE id = ?')
      .run(parent, name, item.id);
    updateItem(services, list, item.item, new Map([['c_FileLeafRef', name]]), editor);
  });
}

export function rowOf(services: SharePointServices, list: ListRecord, item: DriveItem): ItemRow {
  const row = findItem(services, list, item.item, columnsOf(services, list.number));
  if (!row) throw itemNotFound();
  return row;
}

/** Deletes a file, or a folder with all that is in it. */
export function removeDriveItem(services: SharePointServices, list: ListRecord, item: DriveItem): void {
  atomically(services, () => {
    for (const child of childrenOf(services, list, item.id, '', -1)) removeDriveItem(services, list, child);
    const row = rowOf(services, list, item);
    services.tenant.db.prepare('DELETE FROM sp_drive_items WHERE id = ?').run(item.id);
    dropContent(services, item.content);
    removeItem(services, list, row);
  });
}

export function removeDriveItemOfRow(services: SharePointServices, list: ListRecord, row: number): void {
  const item = driveItemForRow(services, list, row);
  if (!item) throw itemNotFound();
  removeDriveItem(services, list, item);
}
