import { randomUUID } from 'node:crypto';
import { GraphFailure } from '../../http.ts';
import type { SharePointServices } from '../services.ts';
import { QuickXorHash } from './quick-xor-hash.ts';

/** Bytes are kept in pieces, so that a large file is never in memory as one. */
const pieceSize = 1024 * 1024;

/** Most that one PUT may carry. https://learn.microsoft.com/graph/api/driveitem-put-content */
const mostBytesAtOnce = 250 * 1024 * 1024;

export interface StoredContent {
  id: string;
  size: number;
  quickXorHash: string;
}

export function newContentId(): string {
  return randomUUID();
}

/** Appends bytes to a content; `start` is how many it holds already. */
export function appendBytes(services: SharePointServices, content: string, start: number, bytes: Uint8Array): void {
  const insert = services.tenant.db.prepare(
    'INSERT OR REPLACE INTO sp_file_chunks (content, start, bytes) VALUES (?, ?, ?)',
  );
  for (let offset = 0; offset < bytes.length; offset += pieceSize) {
    const piece = bytes.subarray(offset, Math.min(offset + pieceSize, bytes.length));
    insert.run(content, start + offset, Buffer.from(piece.buffer, piece.byteOffset, piece.length));
  }
}

/** Takes in a request's body as it arrives. */
export async function receiveContent(
  services: SharePointServices,
  body: ReadableStream<Uint8Array> | null,
): Promise<StoredContent> {
  const id = newContentId();
  let size = 0;
  let waiting: Uint8Array[] = [];
  let waitingSize = 0;
  const flush = () => {
    appendBytes(services, id, size - waitingSize, Buffer.concat(waiting));
    waiting = [];
    waitingSize = 0;
  };
  try {
    for await (const part of body ?? []) {
      size += part.length;
      waitingSize += part.length;
      waiting.push(part);
      if (size > mostBytesAtOnce)
        throw new GraphFailure(
          413,
          'requestEntityTooLarge',
          'A single upload may hold 250 MB at most; use an upload session.',
        );
      if (waitingSize >= pieceSize) flush();
    }
    if (waitingSize > 0) flush();
  } catch (error) {
    dropContent(services, id);
    throw error;
  }
  return describeContent(services, id);
}

export function* piecesOf(
  services: SharePointServices,
  content: string,
  from = 0,
): Generator<{ start: number; bytes: Uint8Array }> {
  const starts = services.tenant.db
    .prepare('SELECT start FROM sp_file_chunks WHERE content = ? AND start > ? ORDER BY start')
    .all(content, from - pieceSize) as { start: number }[];
  const read = services.tenant.db.prepare('SELECT bytes FROM sp_file_chunks WHERE content = ? AND start = ?');
  for (const { start } of starts) {
    const row = read.get(content, start) as { bytes: Uint8Array } | undefined;
    if (row) yield { start, bytes: row.bytes };
  }
}

/** Size and hash of what is stored. */
export function describeContent(services: SharePointServices, id: string): StoredContent {
  const hash = new QuickXorHash();
  let size = 0;
  for (const { bytes } of piecesOf(services, id)) {
    hash.update(bytes);
    size += bytes.length;
  }
  return { id, size, quickXorHash: hash.digest() };
}

/** The bytes from `first` to `last`, both included, piece by piece. */
export function streamContent(
  services: SharePointServices,
  content: string,
  first: number,
  last: number,
): ReadableStream<Uint8Array> {
  const pieces = piecesOf(services, content, first);
  return new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = pieces.next();
      if (next.done || next.value.start > last) {
        controller.close();
        return;
      }
      const { start, bytes } = next.value;
      const slice = bytes.subarray(Math.max(0, first - start), Math.min(bytes.length, last - start + 1));
      // A stream may not be given an empty piece.
      if (slice.length > 0) controller.enqueue(new Uint8Array(slice));
    },
  });
}

export function dropContent(services: SharePointServices, content: string | null): void {
  if (content !== null) services.tenant.db.prepare('DELETE FROM sp_file_chunks WHERE content = ?').run(content);
}
