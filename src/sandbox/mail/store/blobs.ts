import type Database from 'libsql';
import { atomically, row, rows, run } from './sql.ts';

const chunkSize = 1024 * 1024;

/** Stores bytes in pieces of at most 1 MiB and gives the blob's id. */
export function writeBlob(db: Database.Database, source: Iterable<Uint8Array>): number {
  return atomically(db, () => {
    const { rowId: id } = run(db, 'INSERT INTO mail_blobs (size) VALUES (0)');
    let size = 0;
    for (const piece of source) size += appendToBlob(db, id, size, piece);
    return id;
  });
}

const sources = new Map<string, () => Iterable<Uint8Array>>();

/** Names a way to make bytes, for blobs that are only written when somebody reads them. */
export function defineBlobSource(name: string, make: () => Iterable<Uint8Array>): void {
  sources.set(name, make);
}

/** A blob whose bytes will come from that source. */
export function writeLazyBlob(db: Database.Database, source: string): number {
  return run(db, 'INSERT INTO mail_blobs (size, source) VALUES (0, ?)', [source]).rowId;
}

function makeIfNeeded(db: Database.Database, id: number): void {
  const source = row<{ source: string | null }>(db, 'SELECT source FROM mail_blobs WHERE id = ?', [id])?.source;
  if (!source) return;
  atomically(db, () => {
    let size = 0;
    for (const piece of sources.get(source)?.() ?? []) size += appendToBlob(db, id, size, piece);
    run(db, 'UPDATE mail_blobs SET source = NULL WHERE id = ?', [id]);
  });
}

/** Adds bytes at the blob's end (`at` = its present size) and gives how many. */
export function appendToBlob(db: Database.Database, id: number, at: number, bytes: Uint8Array): number {
  return atomically(db, () => {
    for (let start = 0; start < bytes.length; start += chunkSize) {
      const piece = Buffer.from(bytes.subarray(start, start + chunkSize));
      run(db, 'INSERT INTO mail_blob_chunks (blobId, start, size, bytes) VALUES (?, ?, ?, ?)', [
        id,
        at + start,
        piece.length,
        piece,
      ]);
    }
    run(db, 'UPDATE mail_blobs SET size = ? WHERE id = ?', [at + bytes.length, id]);
    return bytes.length;
  });
}

/** Size in bytes. */
export function sizeOfBlob(db: Database.Database, id: number): number {
  makeIfNeeded(db, id);
  return row<{ size: number }>(db, 'SELECT size FROM mail_blobs WHERE id = ?', [id])?.size ?? 0;
}

/** The bytes from `start` up to (not including) `end`, piece by piece, so that no message is ever whole in memory twice. */
export function* readBlob(db: Database.Database, id: number, start = 0, end = sizeOfBlob(db, id)): Generator<Buffer> {
  makeIfNeeded(db, id);
  const starts = rows<{ start: number }>(
    db,
    'SELECT start FROM mail_blob_chunks WHERE blobId = ? AND start < ? AND start + size > ? ORDER BY start',
    [id, end, start],
  );
  for (const chunk of starts) {
    const found = row<{ bytes: Buffer }>(db, 'SELECT bytes FROM mail_blob_chunks WHERE blobId = ? AND start = ?', [
      id,
      chunk.start,
    ]);
    if (!found) continue;
    const { bytes } = found;
    yield bytes.subarray(Math.max(0, start - chunk.start), Math.min(bytes.length, end - chunk.start));
  }
}

/** The bytes in one piece. */
export function loadBlob(db: Database.Database, id: number, start?: number, end?: number): Buffer {
  return Buffer.concat([...readBlob(db, id, start, end)]);
}

/** A web stream over the bytes, read as the other side takes them. */
export function streamBlob(
  db: Database.Database,
  id: number,
  start?: number,
  end?: number,
): ReadableStream<Uint8Array> {
  const pieces = readBlob(db, id, start, end);
  return new ReadableStream({
    pull(controller) {
      const next = pieces.next();
      if (next.done) controller.close();
      else controller.enqueue(new Uint8Array(next.value));
    },
  });
}

/** Forgets a blob that nothing refers to any more. */
export function deleteBlob(db: Database.Database, id: number): void {
  run(db, 'DELETE FROM mail_blob_chunks WHERE blobId = ?', [id]);
  run(db, 'DELETE FROM mail_contents WHERE blobId = ?', [id]);
  run(db, 'DELETE FROM mail_blobs WHERE id = ?', [id]);
}
