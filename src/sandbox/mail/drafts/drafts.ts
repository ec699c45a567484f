import { randomUUID } from 'node:crypto';
import { organisation } from '../../identity/organisation.ts';
import type { Tenant } from '../../tenant.ts';
import type { Recipient } from '../mime/addresses.ts';
import { decodeTransfer } from '../mime/decode.ts';
import { digestMime } from '../mime/digest.ts';
import { standardFolderId } from '../store/folders.ts';
import type { MailboxRow } from '../store/mailboxes.ts';
import { insertMessage, type MessageRow, setProperty, updateMessage } from '../store/messages.ts';
import { atomically } from '../store/sql.ts';
import { describe } from '../transport/deliver.ts';
import { addAttachment } from './draft-attachments.ts';
import { checkMessageInput, type MessageInput, toColumns } from './message-input.ts';

export function recipientOf(mailbox: MailboxRow): Recipient {
  return { emailAddress: { name: mailbox.displayName, address: mailbox.address } };
}

const newInternetMessageId = () => `<${randomUUID()}@${organisation.domain}>`;

/** Makes a draft in the mailbox (in Drafts unless a folder is named). */
export function createDraft(tenant: Tenant, mailbox: MailboxRow, input: MessageInput, folderId?: string): MessageRow {
  checkMessageInput(input);
  const at = tenant.clock.stamp();
  return atomically(tenant.db, () => {
    const draft = insertMessage(tenant.db, {
      subject: '',
      bodyType: 'text',
      body: '',
      internetMessageId: input.internetMessageId ?? newInternetMessageId(),
      ...toColumns(input),
      mailboxId: mailbox.id,
      folderId: folderId ?? standardFolderId(mailbox.id, 'drafts'),
      isDraft: 1,
      isRead: 1,
      receivedAt: at,
      sentAt: at,
    });
    for (const { id, value } of input.singleValueExtendedProperties ?? []) setProperty(tenant.db, draft.seq, id, value);
    for (const attachment of input.attachments ?? []) {
      addAttachment(tenant, draft, {
        name: attachment.name,
        contentType: attachment.contentType ?? null,
        contentId: attachment.contentId ?? null,
        isInline: attachment.isInline ?? false,
        bytes: [Buffer.from(attachment.contentBytes ?? '', 'base64')],
      });
    }
    return draft;
  });
}

/** Makes a draft out of a whole MIME message, as a client may upload it. */
export function createDraftFromMime(tenant: Tenant, mailbox: MailboxRow, mime: Buffer, folderId?: string): MessageRow {
  const digest = digestMime(mime);
  const at = tenant.clock.stamp();
  const custom = digest.headers.filter(({ name }) => /^x-/i.test(name));
  return atomically(tenant.db, () => {
    const draft = insertMessage(tenant.db, {
      ...describe(digest),
      bccRecipients: JSON.stringify(digest.bcc),
      sender: null,
      internetMessageId: digest.internetMessageId ?? newInternetMessageId(),
      body: digest.body,
      customHeaders: JSON.stringify(custom),
      mailboxId: mailbox.id,
      folderId: folderId ?? standardFolderId(mailbox.id, 'drafts'),
      isDraft: 1,
      isRead: 1,
      receivedAt: at,
      sentAt: at,
    });
    for (const part of digest.parts) {
      addAttachment(tenant, draft, {
        ...part,
        bytes: [decodeTransfer(mime.subarray(part.start, part.end), part.encoding)],
      });
    }
    return draft;
  });
}

/** Changes a message. What only a draft has cannot be changed on one that was sent or received. */
export function changeMessage(tenant: Tenant, message: MessageRow, input: MessageInput): MessageRow {
  checkMessageInput(input);
  const at = tenant.clock.stamp();
  return atomically(tenant.db, () => {
    for (const { id, value } of input.singleValueExtendedProperties ?? []) {
      setProperty(tenant.db, message.seq, id, value);
    }
    return updateMessage(tenant.db, message, toColumns(input), at);
  });
}

/** Properties of a sent or received message that a client may still change. */
const changeableLater = [
  'categories',
  'isRead',
  'flag',
  'importance',
  'singleValueExtendedProperties',
  'inferenceClassification',
  'subject',
];

/** First property in the change that this message does not let be changed. */
export function unchangeableIn(message: MessageRow, input: MessageInput): string | undefined {
  if (message.isDraft === 1) return undefined;
  return Object.keys(input).find((name) => !name.startsWith('@') && !changeableLater.includes(name));
}
