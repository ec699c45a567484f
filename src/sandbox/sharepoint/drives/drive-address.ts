import { invalidRequest, itemNotFound } from '../failures.ts';
import type { ListRecord } from '../lists/list-store.ts';
import { decodeSegment } from '../routing.ts';
import type { SharePointServices } from '../services.ts';
import { childNamed, type DriveItem, findDriveItem, rootId } from './drive-items.ts';

/** What a path in a drive points at, whether it is there or not. */
export interface DriveAddress {
  /** Id to start from, the root's or an item's. */
  start: string;
  /** Names to follow from there. */
  names: string[];
  /** What is asked of it: `children`, `content` … */
  rest: string[];
}

/**
 * Reads `root`, `items/{id}` (`items/root`), `root:/path[:/…]` and `items/{id}:/path[:/…]`; null when the path means the drive itself.
 * https://learn.microsoft.com/graph/onedrive-addressing-driveitems
 */
export function readDriveAddress(list: ListRecord, segments: string[]): DriveAddress | null {
  const [first, ...others] = segments;
  if (first === 'root' || first === 'root:') return follow(rootId(list), first.endsWith(':'), others);
  if (first !== 'items') return null;
  const [id, ...rest] = others;
  if (id === undefined) throw invalidRequest('An item id is needed.');
  // The root answers to its name here as well.
  const start = decodeSegment(id.replace(/:$/, ''));
  return follow(start === 'root' ? rootId(list) : start, id.endsWith(':'), rest);
}

function follow(start: string, hasPath: boolean, segments: string[]): DriveAddress {
  if (!hasPath) return { start, names: [], rest: segments };
  const end = segments.findIndex((segment) => segment.endsWith(':'));
  const path = end === -1 ? segments : segments.slice(0, end + 1);
  const names = path.map((segment) => decodeSegment(segment.replace(/:$/, ''))).filter((name) => name !== '');
  return { start, names, rest: end === -1 ? [] : segments.slice(end + 1) };
}

/** Either the root, a file or folder, or nothing. */
export type Place = { kind: 'root' } | { kind: 'item'; item: DriveItem } | { kind: 'nothing' };

export function findPlace(
  services: SharePointServices,
  list: ListRecord,
  address: Pick<DriveAddress, 'start' | 'names'>,
): Place {
  const root = rootId(list);
  let current: DriveItem | null = null;
  if (address.start !== root) {
    current = findDriveItem(services, list, address.start);
    if (!current) return { kind: 'nothing' };
  }
  for (const name of address.names) {
    current = childNamed(services, list, current?.id ?? root, name);
    if (!current) return { kind: 'nothing' };
  }
  return current ? { kind: 'item', item: current } : { kind: 'root' };
}

export function requireItem(services: SharePointServices, list: ListRecord, address: DriveAddress): DriveItem {
  const place = findPlace(services, list, address);
  if (place.kind !== 'item') throw itemNotFound('Item not found');
  return place.item;
}

/** Id of the folder at the address; the root counts. */
export function requireFolder(services: SharePointServices, list: ListRecord, address: DriveAddress): string {
  const place = findPlace(services, list, address);
  if (place.kind === 'root') return rootId(list);
  if (place.kind === 'item' && place.item.isFolder === 1) return place.item.id;
  throw itemNotFound('Item not found');
}
