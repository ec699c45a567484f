import type { Tenant } from '../../tenant.ts';
import { writeBlob } from '../store/blobs.ts';
import { digestBlob } from '../store/contents.ts';
import { standardFolderId } from '../store/folders.ts';
import type { MailboxRow } from '../store/mailboxes.ts';
import type { MessageRow } from '../store/messages.ts';
import { atomically } from '../store/sql.ts';
import { storeReceived } from './deliver.ts';

/** Puts a message's bytes into a mailbox, exactly as they are. The same `seed` gives the same ids. */
export function dropMail(
  tenant: Tenant,
  mailbox: MailboxRow,
  bytes: Buffer,
  options: { receivedAt?: string; seed?: string; isRead?: boolean; folder?: string } = {},
): MessageRow {
  const message = atomically(tenant.db, () => {
    const blobId = writeBlob(tenant.db, [bytes]);
    return storeReceived(tenant, {
      ...options,
      mailboxId: mailbox.id,
      folderId: standardFolderId(mailbox.id, options.folder ?? 'inbox'),
      blobId,
      digest: digestBlob(tenant.db, blobId),
    });
  });
  tenant.events.emit('mailChanged', { userId: mailbox.id, messageId: message.immutableId });
  return message;
}
