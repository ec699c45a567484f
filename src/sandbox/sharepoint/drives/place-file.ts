import { requireRight, requireRowChange } from '../access/effective-rights.ts';
import { rights } from '../access/rights.ts';
import { invalidRequest, itemNotFound, nameAlreadyExists } from '../failures.ts';
import type { ListRecord } from '../lists/list-store.ts';
import type { OpenedList } from '../lists/open-list.ts';
import type { SharePointServices } from '../services.ts';
import { type DriveAddress, findPlace } from './drive-address.ts';
import { addFile, addFolder, childNamed, type DriveItem, replaceFile, rootId, rowOf } from './drive-items.ts';
import type { StoredContent } from './file-contents.ts';

export type ConflictBehavior = 'fail' | 'replace' | 'rename';

export function readConflictBehavior(value: unknown, otherwise: ConflictBehavior): ConflictBehavior {
  if (value === undefined || value === null) return otherwise;
  if (value === 'fail' || value === 'replace' || value === 'rename') return value;
  throw invalidRequest("conflictBehavior must be 'fail', 'replace' or 'rename'.");
}

/** `report.eml` becomes `report 1.eml`, and so on until it is free. */
export function freeName(services: SharePointServices, list: ListRecord, parent: string, name: string): string {
  const dot = name.lastIndexOf('.');
  const [stem, extension] = dot > 0 ? [name.slice(0, dot), name.slice(dot)] : [name, ''];
  for (let number = 1; ; number += 1) {
    const candidate = `${stem} ${number}${extension}`;
    if (!childNamed(services, list, parent, candidate)) return candidate;
  }
}

/** Folder id and file name that an address for writing stands for; missing folders on the way are made. */
export function prepareTarget(
  services: SharePointServices,
  opened: OpenedList,
  address: DriveAddress,
): { parent: string; name: string } {
  const { list, self, access } = opened;
  const name = address.names.at(-1);
  if (name === undefined) {
    const place = findPlace(services, list, address);
    if (place.kind !== 'item' || place.item.isFolder === 1) throw itemNotFound('Item not found');
    return { parent: place.item.parent, name: place.item.name };
  }
  let parent = address.start;
  if (parent !== rootId(list) && findPlace(services, list, { start: parent, names: [] }).kind === 'nothing') {
    throw itemNotFound('Item not found');
  }
  for (const folder of address.names.slice(0, -1)) {
    const there = childNamed(services, list, parent, folder);
    if (there && there.isFolder === 0) throw nameAlreadyExists();
    if (!there) requireRight(access, rights.addListItems);
    parent = there?.id ?? addFolder(services, list, parent, folder, self.id).id;
  }
  return { parent, name };
}

/** Refuses before the bytes are taken in, where the outcome is already sure. */
export function requirePlaceable(
  services: SharePointServices,
  opened: OpenedList,
  target: { parent: string; name: string },
  conflict: ConflictBehavior,
): void {
  const there = childNamed(services, opened.list, target.parent, target.name);
  if (there && conflict === 'fail') throw nameAlreadyExists();
  if (there && conflict === 'replace') {
    if (there.isFolder === 1) throw nameAlreadyExists();
    requireRowChange(opened.access, rights.editListItems, rowOf(services, opened.list, there).author, opened.self.id);
  } else {
    requireRight(opened.access, rights.addListItems);
  }
}

/** Puts received bytes in their place. */
export function placeFile(
  services: SharePointServices,
  list: ListRecord,
  author: number,
  target: { parent: string; name: string },
  conflict: ConflictBehavior,
  file: { content: StoredContent; mime: string },
): { item: DriveItem; created: boolean } {
  const there = childNamed(services, list, target.parent, target.name);
  if (!there) return { item: addFile(services, list, target.parent, target.name, author, file), created: true };
  if (conflict === 'rename') {
    const name = freeName(services, list, target.parent, target.name);
    return { item: addFile(services, list, target.parent, name, author, file), created: true };
  }
  if (conflict === 'fail' || there.isFolder === 1) throw nameAlreadyExists();
  return { item: replaceFile(services, list, there, author, file), created: false };
}

const mimeTypes: Record<string, string> = {
  eml: 'message/rfc822',
  txt: 'text/plain',
  json: 'application/json',
  csv: 'text/csv',
  html: 'text/html',
  pdf: 'application/pdf',
  png: 'image/png',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  zip: 'application/x-zip-compressed',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
};

/** SharePoint goes by the extension, whatever the request said. */
export function mimeOf(name: string): string {
  return mimeTypes[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
