import { graphFetch, HostRequestError, readJson } from '../shared/host-session.ts';
import type { Column } from './column.ts';

export interface Site {
  id: string;
  displayName: string;
  name: string;
}

export interface SiteList {
  id: string;
  displayName: string;
  list: { template: string; hidden: boolean };
}

interface Identity {
  user?: { displayName?: string };
  application?: { displayName?: string };
}

export interface Row {
  id: string;
  eTag: string;
  fields: Record<string, unknown>;
  createdBy?: Identity;
  lastModifiedBy?: Identity;
  driveItem?: {
    id: string;
    name: string;
    size?: number;
    file?: object;
    parentReference?: { driveId?: string };
  };
}

export interface Page {
  rows: Row[];
  next: string | null;
}

/** SharePoint's own pages act with all that the person may do, and no more. */
const scopes = ['Sites.FullControl.All'];

const ask = async <Body>(persona: string, path: string, init?: RequestInit) =>
  readJson<Body>(await graphFetch(persona, scopes, path, init));

async function askAll<Item>(persona: string, path: string): Promise<Item[]> {
  const found: Item[] = [];
  let next: string | undefined = path;
  while (next) {
    const page: { value: Item[]; '@odata.nextLink'?: string } = await ask(persona, next);
    found.push(...page.value);
    next = page['@odata.nextLink'];
  }
  return found;
}

async function findSite(persona: string, name: string | null): Promise<Site | null> {
  if (!name) return (await askAll<Site>(persona, '/sites?search=*'))[0] ?? null;
  const address = `/sites/${window.location.hostname}:/sites/${encodeURIComponent(name)}`;
  return ask<Site>(persona, address).catch((error: unknown) => {
    if (error instanceof HostRequestError && (error.status === 403 || error.status === 404)) return null;
    throw error;
  });
}

/**
 * The site of this name (the first there is where none is given), and the lists of it that this person may see.
 * Null where the person has no business there.
 */
export async function loadSite(
  persona: string,
  name: string | null,
): Promise<{ site: Site; lists: SiteList[] } | null> {
  const site = await findSite(persona, name);
  if (!site) return null;
  const lists = await askAll<SiteList>(persona, `/sites/${site.id}/lists`);
  return { site, lists: lists.filter(({ list }) => !list.hidden) };
}

export const loadColumns = (persona: string, site: Site, list: SiteList) =>
  askAll<Column>(persona, `/sites/${site.id}/lists/${list.id}/columns`);

export interface Question {
  orderBy: string | null;
  filter: string | null;
}

export async function loadRows(
  persona: string,
  site: Site,
  list: SiteList,
  question: Question | { next: string },
): Promise<Page> {
  let path: string;
  if ('next' in question) {
    path = question.next;
  } else {
    const isLibrary = list.list.template === 'documentLibrary';
    const query = new URLSearchParams({ $expand: isLibrary ? 'fields,driveItem' : 'fields', $top: '50' });
    if (question.orderBy) query.set('$orderby', question.orderBy);
    if (question.filter) query.set('$filter', question.filter);
    path = `/sites/${site.id}/lists/${list.id}/items?${query}`;
  }
  const page = await ask<{ value: Row[]; '@odata.nextLink'?: string }>(persona, path);
  return { rows: page.value, next: page['@odata.nextLink'] ?? null };
}

export const loadRow = (persona: string, site: Site, list: SiteList, id: string) =>
  ask<Row>(persona, `/sites/${site.id}/lists/${list.id}/items/${id}?$expand=fields`);

/** Refused with 412 when the row is no longer the one shown. */
export async function saveCell(
  persona: string,
  site: Site,
  list: SiteList,
  row: Row,
  change: Record<string, unknown>,
): Promise<Row> {
  await ask(persona, `/sites/${site.id}/lists/${list.id}/items/${row.id}/fields`, {
    method: 'PATCH',
    headers: { 'Content-Type': 'application/json', 'If-Match': row.eTag },
    body: JSON.stringify(change),
  });
  return loadRow(persona, site, list, row.id);
}

/** Fetches a file with the person's own token and hands it to the browser's download. */
export async function downloadFile(persona: string, file: NonNullable<Row['driveItem']>): Promise<void> {
  const answer = await graphFetch(
    persona,
    scopes,
    `/drives/${file.parentReference?.driveId ?? ''}/items/${file.id}/content`,
  );
  if (!answer.ok) await readJson(answer);
  const address = URL.createObjectURL(await answer.blob());
  const link = document.createElement('a');
  link.href = address;
  link.download = file.name;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 10_000);
}
