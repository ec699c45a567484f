import { invalidRequest } from '../failures.ts';

/** Where a page ended: the row's id and its value in the column that orders the list. */
export interface PageMark {
  id: number;
  value: string | number | null;
}

/** SharePoint's own form of a mark (`Paged=TRUE&p_ID=…`), made opaque. */
export function writeSkipToken(mark: PageMark): string {
  const parts = new URLSearchParams({ Paged: 'TRUE', p_ID: String(mark.id) });
  if (mark.value !== null) parts.set(typeof mark.value === 'number' ? 'p_Number' : 'p_Text', String(mark.value));
  return Buffer.from(parts.toString()).toString('base64url');
}

export function readSkipToken(token: string): PageMark {
  const parts = new URLSearchParams(Buffer.from(token, 'base64url').toString('utf8'));
  const id = Number(parts.get('p_ID'));
  if (parts.get('Paged') !== 'TRUE' || !Number.isInteger(id) || id < 1)
    throw invalidRequest('The skip token is not valid.');
  const number = parts.get('p_Number');
  return { id, value: number === null ? parts.get('p_Text') : Number(number) };
}

/** The request's own address with the token of the next page in it. */
export function nextLink(origin: string, url: URL, name: string, token: string): string {
  const next = new URL(url.pathname + url.search, origin);
  for (const key of [...next.searchParams.keys()]) {
    if (['skiptoken', 'token'].includes(key.toLowerCase().replace(/^\$/, ''))) next.searchParams.delete(key);
  }
  next.searchParams.set(name, token);
  return next.toString();
}
