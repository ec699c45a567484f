import { GraphFailure } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { dropAllAttachments } from '../drafts/draft-attachments.ts';
import { recipientOf } from '../drafts/drafts.ts';
import { isAddress, type Recipient } from '../mime/addresses.ts';
import { buildMime, type OutgoingMail } from '../mime/build.ts';
import { invalidRecipients, itemNotFound } from '../refusals.ts';
import { attachmentsOf } from '../resource/attachments.ts';
import { writeBlob } from '../store/blobs.ts';
import { standardFolderId } from '../store/folders.ts';
import { accessOf, findMailbox, type MailboxRow } from '../store/mailboxes.ts';
import { destroyMessage, type MessageRow, moveMessage, readRecipients, updateMessage } from '../store/messages.ts';
import { atomically } from '../store/sql.ts';
import { deliver } from './deliver.ts';

/** The draft as the mail it will be. `sentBy` is the person at the keyboard, or null for an app. */
export function toOutgoing(tenant: Tenant, mailbox: MailboxRow, draft: MessageRow, at: Date): OutgoingMail {
  const wanted = draft.sentFrom ? (JSON.parse(draft.sentFrom) as Recipient) : null;
  const named = wanted ? findMailbox(tenant, wanted.emailAddress.address) : mailbox;
  return {
    from: named ? recipientOf(named) : recipientOf(mailbox),
    sender: null,
    replyTo: readRecipients(draft.replyTo),
    to: readRecipients(draft.toRecipients),
    cc: readRecipients(draft.ccRecipients),
    subject: draft.subject,
    internetMessageId: draft.internetMessageId ?? '',
    inReplyTo: draft.inReplyTo,
    at,
    importance: draft.importance,
    asksReadReceipt: draft.isReadReceiptRequested === 1,
    customHeaders: JSON.parse(draft.customHeaders) as OutgoingMail['customHeaders'],
    bodyType: draft.bodyType,
    body: draft.body ?? '',
    attachments: attachmentsOf(tenant, draft).map((attachment) => ({
      ...attachment,
      isMessage: attachment.kind === 'item',
      bytes: () => attachment.read(),
    })),
  };
}

/** Refuses an address that is not one's own unless the mailbox behind it gave full access. */
function checkSender(tenant: Tenant, mailbox: MailboxRow, draft: MessageRow, personId: string | null): void {
  if (!draft.sentFrom) return;
  const { emailAddress } = JSON.parse(draft.sentFrom) as Recipient;
  const named = findMailbox(tenant, emailAddress.address);
  if (named?.id === mailbox.id) return;
  if (!named || personId === null || accessOf(tenant, named.id, personId) !== 'full') {
    throw new GraphFailure(
      403,
      'ErrorSendAsDenied',
      'The user account which was used to submit this request does not have the right to send mail on behalf of the specified sending account.',
    );
  }
}

/**
 * Sends a draft: builds its bytes, delivers them, and leaves the message in Sent Items under the same immutable id
 * (or nowhere). A message that is no draft any more is not found, as Exchange answers for one that has left.
 */
export function sendDraft(
  tenant: Tenant,
  mailbox: MailboxRow,
  draft: MessageRow,
  options: { personId: string | null; saveToSentItems: boolean },
): void {
  if (draft.isDraft === 0) throw itemNotFound();
  const addresses = [draft.toRecipients, draft.ccRecipients, draft.bccRecipients]
    .flatMap(readRecipients)
    .map(({ emailAddress }) => emailAddress.address);
  if (addresses.length === 0 || !addresses.every(isAddress)) throw invalidRecipients();
  checkSender(tenant, mailbox, draft, options.personId);
  const { db } = tenant;
  const at = tenant.clock.stamp();
  atomically(db, () => {
    const outgoing = toOutgoing(tenant, mailbox, draft, new Date(at));
    const blobId = writeBlob(db, buildMime(outgoing));
    deliver(tenant, { blobId, recipients: addresses, returnTo: mailbox.address });
    dropAllAttachments(tenant, draft.seq);
    if (!options.saveToSentItems) {
      destroyMessage(db, draft);
      return;
    }
    const from = JSON.stringify(outgoing.from);
    const sent = updateMessage(
      db,
      draft,
      { blobId, body: null, isDraft: 0, isRead: 1, sentFrom: from, sender: from, sentAt: at, receivedAt: at },
      at,
    );
    moveMessage(db, sent, standardFolderId(mailbox.id, 'sentitems'), at);
  });
  tenant.events.emit('mailChanged', { userId: mailbox.id, messageId: draft.immutableId });
}
