import { GraphFailure, type SandboxApp, type SandboxContext } from '../../http.ts';
import { accessDenied, itemNotFound } from '../failures.ts';
import { findListByNumber } from '../lists/list-store.ts';
import { noContent } from '../routing.ts';
import type { SharePointServices } from '../services.ts';
import { findSiteByName, findSiteByNumber } from '../sites/site-store.ts';
import { readDownloadToken } from './download-url.ts';
import { findDriveItem } from './drive-items.ts';
import { driveItemShape } from './drive-shape.ts';
import { describeContent, streamContent } from './file-contents.ts';
import { mimeOf, placeFile } from './place-file.ts';
import {
  addFragment,
  closeSession,
  readContentRange,
  requireNextFragment,
  requireSession,
  sessionShape,
} from './upload-sessions.ts';

/** The address is the permission: SharePoint refuses a token beside it. */
function refuseAuthorization(c: SandboxContext): void {
  if (c.req.header('authorization') !== undefined) {
    throw new GraphFailure(401, 'unauthenticated', 'An upload address takes no Authorization header.');
  }
}

async function takeFragment(services: SharePointServices, c: SandboxContext): Promise<Response> {
  refuseAuthorization(c);
  const session = requireSession(services, c.req.param('session') ?? '');
  const range = readContentRange(c.req.header('content-range'));
  const bytes = new Uint8Array(await c.req.arrayBuffer());
  requireNextFragment(session, range, bytes.length);
  const after = addFragment(services, session, range, bytes);
  if (after.received < range.total) return Response.json(sessionShape(after), { status: 202 });
  const list = findListByNumber(services, session.list);
  if (!list) throw itemNotFound();
  const { item, created } = placeFile(services, list, session.principal, session, session.conflict, {
    content: describeContent(services, session.content),
    mime: mimeOf(session.name),
  });
  closeSession(services, session, false);
  const site = findSiteByNumber(services, list.site);
  return Response.json(driveItemShape(services, site, list, item), { status: created ? 201 : 200 });
}

/** One range of bytes, as `bytes=first-last`, `bytes=first-` or `bytes=-count`. */
function readRange(header: string | undefined, size: number): { first: number; last: number } | null | 'outside' {
  const parts = /^bytes=(\d*)-(\d*)$/.exec(header?.trim() ?? '');
  if (!parts || (parts[1] === '' && parts[2] === '')) return null;
  const [from, to] = [parts[1] ?? '', parts[2] ?? ''];
  if (from === '') return size === 0 ? 'outside' : { first: Math.max(0, size - Number(to)), last: size - 1 };
  const first = Number(from);
  const last = to === '' ? size - 1 : Math.min(Number(to), size - 1);
  return first >= size || first > last ? 'outside' : { first, last };
}

function download(services: SharePointServices, c: SandboxContext): Response {
  const id = readDownloadToken(services, c.req.query('tempauth') ?? '');
  const site = findSiteByName(services, c.req.param('site') ?? '');
  if (id === null || id !== c.req.query('UniqueId') || !site) throw accessDenied();
  const holder = services.tenant.db.prepare('SELECT list FROM sp_drive_items WHERE id = ?').get(id) as
    | { list: number }
    | undefined;
  const list = holder ? findListByNumber(services, holder.list) : null;
  const item = list ? findDriveItem(services, list, id) : null;
  if (!item || item.content === null) throw itemNotFound();
  const headers: Record<string, string> = {
    'accept-ranges': 'bytes',
    'content-type': item.mime ?? 'application/octet-stream',
    'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(item.name)}`,
    'x-content-type-options': 'nosniff',
  };
  const range = readRange(c.req.header('range'), item.size);
  if (range === 'outside')
    return new Response(null, { status: 416, headers: { 'content-range': `bytes */${item.size}` } });
  const { first, last } = range ?? { first: 0, last: item.size - 1 };
  headers['content-length'] = String(last - first + 1);
  if (range) headers['content-range'] = `bytes ${first}-${last}/${item.size}`;
  return new Response(streamContent(services, item.content, first, last), { status: range ? 206 : 200, headers });
}

/** Addresses that carry their own permission: fragments of an upload session, and downloads. */
export function registerTransfers(app: SandboxApp, services: SharePointServices): void {
  app.put('/upload/sharepoint/:session', (c) => takeFragment(services, c));
  app.get('/upload/sharepoint/:session', (c) => {
    refuseAuthorization(c);
    return Response.json(sessionShape(requireSession(services, c.req.param('session'))));
  });
  app.delete('/upload/sharepoint/:session', (c) => {
    refuseAuthorization(c);
    closeSession(services, requireSession(services, c.req.param('session')), true);
    return noContent();
  });
  app.get('/sites/:site/_layouts/15/download.aspx', (c) => download(services, c));
}
