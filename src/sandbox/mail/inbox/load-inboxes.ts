import { readFileSync } from 'node:fs';
import type { Tenant } from '../../tenant.ts';
import { digestMime } from '../mime/digest.ts';
import { defineBlobSource, writeLazyBlob } from '../store/blobs.ts';
import { standardFolderId } from '../store/folders.ts';
import { findMailbox } from '../store/mailboxes.ts';
import { storeReceived } from '../transport/deliver.ts';
import { dropMail } from '../transport/drop-mail.ts';
import index from './index.json' with { type: 'json' };
import { largeMessage, largeMessageReceivedAt, largeMessageRecipient } from './large-message.ts';

/** A message file of the sandbox, and whose inbox it lies in. */
export interface InboxEntry {
  file: string;
  /** Addresses. */
  mailboxes: string[];
  receivedAt: string;
  subject: string;
  from: string;
  /** What the message is there to show. */
  about: string;
  read?: boolean;
}

/** Every message file, in the order in which they arrived. */
export const inboxEntries: InboxEntry[] = index;

/** A file's bytes, exactly. */
export function readInboxFile(file: string): Buffer {
  return readFileSync(new URL(file, import.meta.url));
}

/** Fills the inboxes. The ids follow from file and mailbox, so they are the same after every reset. */
export function loadInboxes(tenant: Tenant): void {
  const drop = (address: string, bytes: Buffer, seed: string, receivedAt: string, isRead = false) => {
    const mailbox = findMailbox(tenant, address);
    if (!mailbox) throw new Error(`The inbox has a message for ${address}, who has no mailbox.`);
    dropMail(tenant, mailbox, bytes, { seed, receivedAt, isRead });
  };
  for (const entry of inboxEntries) {
    const bytes = readInboxFile(entry.file);
    for (const address of entry.mailboxes) drop(address, bytes, entry.file, entry.receivedAt, entry.read);
  }
  loadLargeMessage(tenant);
}

const largeSource = 'large message of the inbox';
defineBlobSource(largeSource, () => largeMessage());

/** The bytes of the large message are written when somebody first reads them: most tests never do. */
function loadLargeMessage(tenant: Tenant): void {
  const mailbox = findMailbox(tenant, largeMessageRecipient);
  if (!mailbox) throw new Error('The recipient of the large message has no mailbox.');
  storeReceived(tenant, {
    mailboxId: mailbox.id,
    folderId: standardFolderId(mailbox.id, 'inbox'),
    blobId: writeLazyBlob(tenant.db, largeSource),
    digest: digestMime(Buffer.concat([...largeMessage(1)])),
    receivedAt: largeMessageReceivedAt,
    seed: 'large',
  });
}
