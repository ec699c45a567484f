import type { Tenant } from '../../tenant.ts';
import { decodeTransfer } from '../mime/decode.ts';
import type { PartPlace } from '../mime/digest.ts';
import { loadBlob, readBlob, sizeOfBlob, streamBlob } from '../store/blobs.ts';
import { contentOf } from '../store/contents.ts';
import { attachmentIdOf } from '../store/ids.ts';
import type { MessageRow } from '../store/messages.ts';
import { rows } from '../store/sql.ts';

/** An attachment of a draft or of a received message, one shape for both. */
export interface Attachment {
  id: string;
  kind: 'file' | 'item';
  name: string;
  contentType: string;
  contentId: string | null;
  isInline: boolean;
  size: number;
  modifiedAt: string;
  /** The decoded bytes. */
  load(): Buffer;
  /** The decoded bytes piece by piece. */
  read(): Iterable<Uint8Array>;
}

export interface DraftAttachmentRow {
  id: string;
  messageSeq: number;
  position: number;
  kind: 'file' | 'item';
  name: string;
  contentType: string;
  contentId: string | null;
  isInline: number;
  blobId: number;
  size: number;
  modifiedAt: string;
}

/** All attachments of a message, inline ones too. */
export function attachmentsOf(tenant: Tenant, message: MessageRow): Attachment[] {
  const { db } = tenant;
  if (message.blobId !== null) {
    const { blobId } = message;
    return contentOf(db, blobId).parts.map((part, position) => fromPart(tenant, message, blobId, part, position));
  }
  return rows<DraftAttachmentRow>(db, 'SELECT * FROM mail_draft_attachments WHERE messageSeq = ? ORDER BY position', [
    message.seq,
  ]).map((entry) => ({
    id: entry.id,
    kind: entry.kind,
    name: entry.name,
    contentType: entry.contentType,
    contentId: entry.contentId,
    isInline: entry.isInline === 1,
    size: entry.size,
    modifiedAt: entry.modifiedAt,
    load: () => loadBlob(db, entry.blobId),
    read: () => readBlob(db, entry.blobId),
  }));
}

function fromPart(tenant: Tenant, message: MessageRow, blobId: number, part: PartPlace, position: number): Attachment {
  const load = () => decodeTransfer(loadBlob(tenant.db, blobId, part.start, part.end), part.encoding);
  return {
    id: attachmentIdOf(message.immutableId, position),
    kind: part.kind,
    name: part.name,
    contentType: part.contentType,
    contentId: part.contentId,
    isInline: part.isInline,
    size: part.size,
    modifiedAt: message.receivedAt,
    load,
    read: () => [load()],
  };
}

/** An attachment as Graph writes it; `contentBytes` only when asked for. An attached item never has it. */
export function toAttachmentResource(attachment: Attachment, withContent: boolean): Record<string, unknown> {
  const common = {
    '@odata.type': `#microsoft.graph.${attachment.kind}Attachment`,
    '@odata.mediaContentType': attachment.contentType,
    id: attachment.id,
    lastModifiedDateTime: attachment.modifiedAt,
    name: attachment.name,
    contentType: attachment.kind === 'item' ? null : attachment.contentType,
    size: attachment.size,
    isInline: attachment.isInline,
  };
  if (attachment.kind === 'item') return common;
  return {
    ...common,
    contentId: attachment.contentId,
    contentLocation: null,
    ...(withContent ? { contentBytes: attachment.load().toString('base64') } : {}),
  };
}

/** The message's own bytes: stored ones as they are, a draft's as they would be sent. */
export function streamStored(tenant: Tenant, blobId: number): { size: number; stream: ReadableStream<Uint8Array> } {
  return { size: sizeOfBlob(tenant.db, blobId), stream: streamBlob(tenant.db, blobId) };
}
