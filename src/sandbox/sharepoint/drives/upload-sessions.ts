import { randomBytes } from 'node:crypto';
import { GraphFailure } from '../../http.ts';
import { invalidRequest, itemNotFound } from '../failures.ts';
import type { ListRecord } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import { appendBytes, dropContent, newContentId } from './file-contents.ts';
import type { ConflictBehavior } from './place-file.ts';

/** Facts 1.9: every fragment but the last is a multiple of this, and each is under 60 MiB. */
const fragmentUnit = 320 * 1024;
const mostInFragment = 60 * 1024 * 1024;
const validForMs = 24 * 60 * 60 * 1000;

export interface UploadSession {
  id: string;
  list: number;
  parent: string;
  name: string;
  conflict: ConflictBehavior;
  principal: number;
  content: string;
  received: number;
  total: number | null;
  expires: string;
}

function expiry(services: SharePointServices): string {
  return new Date(services.tenant.clock.now().getTime() + validForMs).toISOString();
}

export function openSession(
  services: SharePointServices,
  list: ListRecord,
  target: { parent: string; name: string },
  conflict: ConflictBehavior,
  principal: number,
): UploadSession {
  const session: UploadSession = {
    id: randomBytes(24).toString('base64url'),
    list: list.number,
    ...target,
    conflict,
    principal,
    content: newContentId(),
    received: 0,
    total: null,
    expires: expiry(services),
  };
  services.tenant.db
    .prepare(
      'INSERT INTO sp_upload_sessions (id, list, parent, name, conflict, principal, content, received, total, chunks, expires) VALUES (?, ?, ?, ?, ?, ?, ?, 0, NULL, 0, ?)',
    )
    .run(session.id, session.list, session.parent, session.name, conflict, principal, session.content, session.expires);
  return session;
}

/** The session, unless it is unknown, finished, cancelled or has run out. */
export function requireSession(services: SharePointServices, id: string): UploadSession {
  const session = services.tenant.db
    .prepare(
      'SELECT id, list, parent, name, conflict, principal, content, received, total, expires FROM sp_upload_sessions WHERE id = ?',
    )
    .get(id) as UploadSession | undefined;
  if (!session) throw itemNotFound('The upload session was not found.');
  if (new Date(session.expires) <= services.tenant.clock.now()) {
    closeSession(services, session, true);
    throw itemNotFound('The upload session was not found.');
  }
  return session;
}

export function closeSession(services: SharePointServices, session: UploadSession, discard: boolean): void {
  services.tenant.db.prepare('DELETE FROM sp_upload_sessions WHERE id = ?').run(session.id);
  if (discard) dropContent(services, session.content);
}

export interface ContentRange {
  first: number;
  last: number;
  total: number;
}

export function readContentRange(header: string | undefined): ContentRange {
  const parts = /^bytes (\d+)-(\d+)\/(\d+)$/.exec(header?.trim() ?? '');
  const [first, last, total] = (parts ?? []).slice(1).map(Number);
  if (first === undefined || last === undefined || total === undefined || first > last || last >= total) {
    throw invalidRequest('Missing or invalid Content-Range header');
  }
  return { first, last, total };
}

/** Refuses a fragment that is out of order, of a wrong size, or at odds with the earlier ones. */
export function requireNextFragment(session: UploadSession, range: ContentRange, length: number): void {
  if (length !== range.last - range.first + 1)
    throw invalidRequest('The Content-Range header does not fit the length of the body.');
  if (length >= mostInFragment) {
    throw new GraphFailure(413, 'requestEntityTooLarge', 'A fragment must be smaller than 60 MiB.');
  }
  if (session.total !== null && session.total !== range.total)
    throw invalidRequest('The total size differs from earlier fragments.');
  if (range.first !== session.received) {
    throw new GraphFailure(
      416,
      'invalidRange',
      `The fragment does not follow what was received; ${session.received} is expected next.`,
    );
  }
  if (range.last + 1 < range.total && length % fragmentUnit !== 0) {
    throw invalidRequest('A fragment other than the last must be a multiple of 320 KiB.');
  }
}

/** Keeps a fragment, and answers the session as it is now. */
export function addFragment(
  services: SharePointServices,
  session: UploadSession,
  range: ContentRange,
  bytes: Uint8Array,
): UploadSession {
  const received = range.last + 1;
  const expires = expiry(services);
  const { db } = services.tenant;
  db.transaction(() => {
    appendBytes(services, session.content, range.first, bytes);
    db.prepare(
      'UPDATE sp_upload_sessions SET received = ?, total = ?, chunks = chunks + 1, expires = ? WHERE id = ?',
    ).run(received, range.total, expires, session.id);
  })();
  return { ...session, received, total: range.total, expires };
}

export function sessionShape(session: UploadSession): Record<string, unknown> {
  const next = session.total === null ? `${session.received}-` : `${session.received}-${session.total - 1}`;
  return { expirationDateTime: session.expires, nextExpectedRanges: [next] };
}
