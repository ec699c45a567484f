import { randomUUID } from 'node:crypto';
import type { Tenant } from '../../tenant.ts';
import type { DraftAttachmentRow } from '../resource/attachments.ts';
import { deleteBlob, sizeOfBlob, writeBlob } from '../store/blobs.ts';
import { attachmentIdOf } from '../store/ids.ts';
import { type MessageRow, updateMessage } from '../store/messages.ts';
import { atomically, row, rows, run } from '../store/sql.ts';

export interface NewAttachment {
  name: string;
  contentType: string | null;
  contentId: string | null;
  isInline: boolean;
  /** `item` for a message that is carried as a message; a file otherwise. */
  kind?: 'file' | 'item';
  bytes: Iterable<Uint8Array> | { blobId: number };
}

/** A type that can stand in a header; anything else is plain bytes. */
function safeType(contentType: string | null): string {
  return contentType && /^[\w!#$&^.+-]+\/[\w!#$&^.+-]+$/.test(contentType)
    ? contentType.toLowerCase()
    : 'application/octet-stream';
}

/** Adds an attachment to a draft. */
export function addAttachment(tenant: Tenant, draft: MessageRow, attachment: NewAttachment): DraftAttachmentRow {
  const { db } = tenant;
  return atomically(db, () => {
    const { bytes } = attachment;
    const blobId = 'blobId' in bytes ? bytes.blobId : writeBlob(db, bytes);
    const id = attachmentIdOf(draft.immutableId, randomUUID());
    const position = row<{ n: number }>(
      db,
      'SELECT coalesce(max(position), -1) + 1 AS n FROM mail_draft_attachments WHERE messageSeq = ?',
      [draft.seq],
    );
    const at = tenant.clock.stamp();
    run(
      db,
      `INSERT INTO mail_draft_attachments (id, messageSeq, position, kind, name, contentType, contentId, isInline, blobId, size, modifiedAt)
       VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
      [
        id,
        draft.seq,
        position?.n ?? 0,
        attachment.kind ?? 'file',
        attachment.name,
        safeType(attachment.contentType),
        attachment.contentId,
        attachment.isInline ? 1 : 0,
        blobId,
        sizeOfBlob(db, blobId),
        at,
      ],
    );
    if (!attachment.isInline) updateMessage(db, draft, { hasAttachments: 1 }, at);
    return row<DraftAttachmentRow>(db, 'SELECT * FROM mail_draft_attachments WHERE id = ?', [id]) as DraftAttachmentRow;
  });
}

/** Takes one attachment off a draft; false when it has none of that id. */
export function removeAttachment(tenant: Tenant, draft: MessageRow, id: string): boolean {
  const { db } = tenant;
  const found = row<DraftAttachmentRow>(db, 'SELECT * FROM mail_draft_attachments WHERE id = ? AND messageSeq = ?', [
    id,
    draft.seq,
  ]);
  if (!found) return false;
  atomically(db, () => {
    dropAttachments(tenant, [found]);
    const left = row<{ n: number }>(
      db,
      'SELECT count(*) AS n FROM mail_draft_attachments WHERE messageSeq = ? AND isInline = 0',
      [draft.seq],
    );
    updateMessage(db, draft, { hasAttachments: left?.n ? 1 : 0 }, tenant.clock.stamp());
  });
  return true;
}

/** Forgets a draft's attachments, once they have become part of its bytes. */
export function dropAllAttachments(tenant: Tenant, seq: number): void {
  dropAttachments(
    tenant,
    rows<DraftAttachmentRow>(tenant.db, 'SELECT * FROM mail_draft_attachments WHERE messageSeq = ?', [seq]),
  );
}

function dropAttachments(tenant: Tenant, attachments: DraftAttachmentRow[]): void {
  for (const { id, blobId } of attachments) {
    run(tenant.db, 'DELETE FROM mail_draft_attachments WHERE id = ?', [id]);
    deleteBlob(tenant.db, blobId);
  }
}
