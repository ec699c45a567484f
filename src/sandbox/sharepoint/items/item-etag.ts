import { etagMismatch } from '../failures.ts';
import type { Call } from '../routing.ts';

/** Graph's eTag of a row: its GUID and how often it was changed, in quotes. */
export function itemEtag(row: { guid: string; version: number }): string {
  return `"${row.guid},${row.version}"`;
}

/** 412 when the caller names another version than the present one; without If-Match the last write wins (facts 1.3). */
export function requireMatch(call: Call, row: { guid: string; version: number }): void {
  const wanted = call.c.req.header('if-match');
  if (wanted === undefined || wanted.trim() === '*') return;
  // A file's eTag has the GUID in braces and capitals; SharePoint takes both forms.
  const plain = wanted.trim().replace(/^W\//, '').replace(/["{}]/g, '').toLowerCase();
  if (plain !== `${row.guid},${row.version}`) throw etagMismatch();
}
