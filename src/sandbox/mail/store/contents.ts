import type Database from 'libsql';
import { digestMime, type MailDigest, type PartPlace } from '../mime/digest.ts';
import type { MimeHeader } from '../mime/headers.ts';
import { loadBlob } from './blobs.ts';
import { row, run } from './sql.ts';

/** What was read from a message's bytes when they arrived. */
export interface MailContent {
  bodyType: 'text' | 'html';
  body: string;
  headers: MimeHeader[];
  parts: PartPlace[];
}

/** Reads stored bytes and keeps what later requests will ask for. */
export function digestBlob(db: Database.Database, blobId: number): MailDigest {
  const digest = digestMime(loadBlob(db, blobId));
  run(db, 'INSERT OR REPLACE INTO mail_contents (blobId, bodyType, body, headers, parts) VALUES (?, ?, ?, ?, ?)', [
    blobId,
    digest.bodyType,
    digest.body,
    JSON.stringify(digest.headers),
    JSON.stringify(digest.parts),
  ]);
  return digest;
}

interface ContentRow {
  bodyType: 'text' | 'html';
  body: string;
  headers: string;
  parts: string;
}

export function contentOf(db: Database.Database, blobId: number): MailContent {
  const found = row<ContentRow>(db, 'SELECT * FROM mail_contents WHERE blobId = ?', [blobId]);
  // Bytes that were not there yet when the message was put into the mailbox.
  if (!found) return digestBlob(db, blobId);
  return {
    bodyType: found.bodyType,
    body: found.body,
    headers: JSON.parse(found.headers) as MimeHeader[],
    parts: JSON.parse(found.parts) as PartPlace[],
  };
}

/** Only the body: lists ask for many of them. */
export function bodyOfBlob(db: Database.Database, blobId: number): Pick<MailContent, 'bodyType' | 'body'> {
  const found = row<Pick<MailContent, 'bodyType' | 'body'>>(
    db,
    'SELECT bodyType, body FROM mail_contents WHERE blobId = ?',
    [blobId],
  );
  return found ?? digestBlob(db, blobId);
}
