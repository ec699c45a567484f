import { randomBytes } from 'node:crypto';
import * as v from 'valibot';
import { type Caller, GraphFailure } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { addAttachment } from '../drafts/draft-attachments.ts';
import { readInput } from '../drafts/message-input.ts';
import { itemNotFound, tooLarge } from '../refusals.ts';
import type { DraftAttachmentRow } from '../resource/attachments.ts';
import { appendToBlob, deleteBlob, writeBlob } from '../store/blobs.ts';
import type { MailboxRow } from '../store/mailboxes.ts';
import { type MessageRow, messageBySeq } from '../store/messages.ts';
import { readSettings } from '../store/settings.ts';
import { atomically, row, run } from '../store/sql.ts';

const smallest = 3 * 1024 * 1024;
const largest = 150 * 1024 * 1024;
const lifetimeMs = 60 * 60 * 1000;

const attachmentItem = v.object({
  attachmentType: v.pipe(v.string(), v.toLowerCase(), v.literal('file')),
  name: v.pipe(v.string(), v.minLength(1)),
  size: v.pipe(v.number(), v.integer(), v.minValue(1)),
  contentType: v.optional(v.nullable(v.string())),
  contentId: v.optional(v.nullable(v.string())),
  isInline: v.optional(v.boolean()),
});
type AttachmentItem = v.InferOutput<typeof attachmentItem>;

export interface UploadRow {
  id: string;
  messageSeq: number;
  mailboxId: string;
  appId: string;
  item: string;
  blobId: number;
  size: number;
  received: number;
  chunks: number;
  expiresAt: string;
}

export interface SessionResource {
  expirationDateTime: string;
  nextExpectedRanges: string[];
}

/** Opens an upload session for one large attachment of a draft; its address is the key, so it takes no token. */
export function createUploadSession(
  tenant: Tenant,
  caller: Caller,
  mailbox: MailboxRow,
  draft: MessageRow,
  item: unknown,
): SessionResource & { '@odata.context': string; uploadUrl: string } {
  const { size, ...rest } = readInput(attachmentItem, item);
  if (size < smallest) {
    throw new GraphFailure(
      400,
      'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize',
      'Attachment size must be greater than the minimum size: post it directly.',
    );
  }
  if (size > largest) throw tooLarge('The attachment is larger than 150 MB.');
  if (mailbox.id !== caller.userId && caller.kind === 'user' && readSettings(tenant.db).sharedUploadFails) {
    throw new GraphFailure(500, 'ErrorInternalServerError', 'An internal server error occurred. The operation failed.');
  }
  const id = randomBytes(32).toString('base64url');
  const expiresAt = new Date(tenant.clock.now().getTime() + lifetimeMs).toISOString();
  run(
    tenant.db,
    'INSERT INTO mail_uploads (id, messageSeq, mailboxId, appId, item, blobId, size, expiresAt) VALUES (?, ?, ?, ?, ?, ?, ?, ?)',
    [id, draft.seq, mailbox.id, caller.appId, JSON.stringify(rest), writeBlob(tenant.db, []), size, expiresAt],
  );
  return {
    '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#microsoft.graph.uploadSession`,
    uploadUrl: `${tenant.uploadOrigin}/upload/mail/${id}`,
    expirationDateTime: expiresAt,
    nextExpectedRanges: ['0-'],
  };
}

/** An open session; 404 when it never was, has run out, is finished, or its draft has left. */
export function findUpload(tenant: Tenant, id: string): UploadRow {
  const upload = row<UploadRow>(tenant.db, 'SELECT * FROM mail_uploads WHERE id = ?', [id]);
  if (!upload) throw itemNotFound();
  if (new Date(upload.expiresAt) <= tenant.clock.now()) {
    cancelUpload(tenant, upload);
    throw new GraphFailure(404, 'ErrorItemNotFound', 'The upload session has expired or does not exist.');
  }
  return upload;
}

export function sessionResource(upload: UploadRow): SessionResource {
  return { expirationDateTime: upload.expiresAt, nextExpectedRanges: [String(upload.received)] };
}

export function cancelUpload(tenant: Tenant, upload: UploadRow): void {
  atomically(tenant.db, () => {
    run(tenant.db, 'DELETE FROM mail_uploads WHERE id = ?', [upload.id]);
    deleteBlob(tenant.db, upload.blobId);
  });
}

/** Takes the next piece. With the last one the attachment is there, and the session is over. */
export function takeChunk(
  tenant: Tenant,
  upload: UploadRow,
  bytes: Buffer,
): { session: SessionResource } | { message: MessageRow; attachment: DraftAttachmentRow } {
  const { db } = tenant;
  return atomically(db, () => {
    const received = upload.received + appendToBlob(db, upload.blobId, upload.received, bytes);
    if (received < upload.size) {
      run(db, 'UPDATE mail_uploads SET received = ?, chunks = chunks + 1 WHERE id = ?', [received, upload.id]);
      return { session: sessionResource({ ...upload, received }) };
    }
    const message = messageBySeq(db, upload.messageSeq);
    if (message?.isDraft !== 1) throw itemNotFound();
    run(db, 'DELETE FROM mail_uploads WHERE id = ?', [upload.id]);
    const item = JSON.parse(upload.item) as AttachmentItem;
    const attachment = addAttachment(tenant, message, {
      name: item.name,
      contentType: item.contentType ?? typeByName(item.name),
      contentId: item.contentId ?? null,
      isInline: item.isInline ?? false,
      bytes: { blobId: upload.blobId },
    });
    return { message, attachment };
  });
}

const types: Record<string, string> = {
  eml: 'message/rfc822',
  pdf: 'application/pdf',
  jpg: 'image/jpeg',
  jpeg: 'image/jpeg',
  png: 'image/png',
  txt: 'text/plain',
  zip: 'application/zip',
};

function typeByName(name: string): string {
  return types[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'application/octet-stream';
}
