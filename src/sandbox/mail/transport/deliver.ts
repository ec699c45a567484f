import { randomUUID } from 'node:crypto';
import type { Tenant } from '../../tenant.ts';
import type { MailDigest } from '../mime/digest.ts';
import { digestBlob } from '../store/contents.ts';
import { standardFolderId } from '../store/folders.ts';
import { immutableIdOf } from '../store/ids.ts';
import { findMailboxByAddress, isInternalAddress } from '../store/mailboxes.ts';
import { insertMessage, type MessageRow, type NewMessage } from '../store/messages.ts';
import { atomically, row, run } from '../store/sql.ts';
import { bounce } from './bounce.ts';

export interface Shipment {
  blobId: number;
  /** Everyone the envelope names, blind recipients too. */
  recipients: string[];
  /** Where a report of failure goes; null for such a report itself. */
  returnTo: string | null;
}

/** Puts the message into every recipient's inbox at once; outside addresses go to the outbox table. */
export function deliver(tenant: Tenant, shipment: Shipment): void {
  const { db } = tenant;
  const digest = digestBlob(db, shipment.blobId);
  const unknown: string[] = [];
  const arrived: MessageRow[] = [];
  atomically(db, () => {
    for (const address of uniqueAddresses(shipment.recipients)) {
      const mailbox = findMailboxByAddress(tenant, address);
      if (mailbox) {
        const folderId = standardFolderId(mailbox.id, 'inbox');
        arrived.push(storeReceived(tenant, { mailboxId: mailbox.id, folderId, blobId: shipment.blobId, digest }));
      } else if (isInternalAddress(address)) {
        unknown.push(address);
      } else {
        run(
          db,
          'INSERT INTO mail_external (recipient, sender, subject, internetMessageId, blobId, at) VALUES (?, ?, ?, ?, ?, ?)',
          [
            address,
            digest.from?.emailAddress.address ?? '',
            digest.subject,
            digest.internetMessageId ?? '',
            shipment.blobId,
            tenant.clock.stamp(),
          ],
        );
      }
    }
    if (unknown.length > 0 && shipment.returnTo !== null) {
      const blobId = bounce(tenant, { digest, original: shipment.blobId, unknown, to: shipment.returnTo });
      deliver(tenant, { blobId, recipients: [shipment.returnTo], returnTo: null });
    }
  });
  for (const message of arrived) {
    tenant.events.emit('mailChanged', { userId: message.mailboxId, messageId: message.immutableId });
  }
}

/** Makes the row of a message that came from somewhere. `receivedAt` is the tenant's clock unless given. */
export function storeReceived(
  tenant: Tenant,
  mail: {
    mailboxId: string;
    folderId: string;
    blobId: number;
    digest: MailDigest;
    receivedAt?: string;
    seed?: string;
    isRead?: boolean;
  },
): MessageRow {
  const { digest } = mail;
  const receivedAt = mail.receivedAt ?? tenant.clock.stamp();
  return insertMessage(tenant.db, {
    ...describe(digest),
    seed: mail.seed ?? randomUUID(),
    mailboxId: mail.mailboxId,
    folderId: mail.folderId,
    blobId: mail.blobId,
    // Exchange gives a message without one an id of its own.
    internetMessageId: digest.internetMessageId ?? `<${randomUUID()}@no-message-id.sandbox.example>`,
    conversationId: conversationOf(tenant, mail.mailboxId, digest),
    isRead: mail.isRead ? 1 : 0,
    receivedAt,
    sentAt: digest.sentAt ?? receivedAt,
  });
}

/** The columns that follow from a message's bytes. */
export function describe(digest: MailDigest): Omit<NewMessage, 'mailboxId' | 'folderId' | 'receivedAt' | 'sentAt'> {
  return {
    subject: digest.subject,
    sender: digest.sender ? JSON.stringify(digest.sender) : null,
    sentFrom: digest.from ? JSON.stringify(digest.from) : null,
    fromAddress: digest.from?.emailAddress.address ?? '',
    replyTo: JSON.stringify(digest.replyTo),
    toRecipients: JSON.stringify(digest.to),
    ccRecipients: JSON.stringify(digest.cc),
    bodyType: digest.bodyType,
    bodyPreview: digest.preview,
    importance: digest.importance,
    meetingMessageType: digest.meetingMessageType,
    isReadReceiptRequested: digest.asksReadReceipt ? 1 : 0,
    hasAttachments: digest.hasAttachments ? 1 : 0,
    internetMessageId: digest.internetMessageId,
    inReplyTo: digest.inReplyTo,
  };
}

/** The thread a message answers into, if the mailbox has it; otherwise a thread of its own. */
function conversationOf(tenant: Tenant, mailboxId: string, digest: MailDigest): string {
  for (const id of [digest.inReplyTo, ...digest.references.toReversed()]) {
    if (!id) continue;
    const earlier = row<{ conversationId: string }>(
      tenant.db,
      'SELECT conversationId FROM mail_messages WHERE mailboxId = ? AND internetMessageId = ? LIMIT 1',
      [mailboxId, id],
    );
    if (earlier) return earlier.conversationId;
  }
  return immutableIdOf(`conversation|${digest.references[0] ?? digest.internetMessageId ?? randomUUID()}`);
}

function uniqueAddresses(addresses: string[]): string[] {
  return [...new Map(addresses.map((address) => [address.toLowerCase(), address])).values()];
}
