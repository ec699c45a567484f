import { organisation } from '../../identity/organisation.ts';
import type { Tenant } from '../../tenant.ts';
import { htmlToText } from '../mime/decode.ts';
import { attachmentsOf } from '../resource/attachments.ts';
import { storedBody } from '../resource/message-resource.ts';
import type { MailboxRow } from '../store/mailboxes.ts';
import { type MessageRow, readRecipients, updateMessage } from '../store/messages.ts';
import { atomically } from '../store/sql.ts';
import { addAttachment } from './draft-attachments.ts';
import { createDraft, recipientOf } from './drafts.ts';
import type { MessageInput } from './message-input.ts';

export type AnswerKind = 'reply' | 'replyAll' | 'forward';

export interface Answer {
  kind: AnswerKind;
  comment: string;
  message: MessageInput;
  toRecipients: MessageInput['toRecipients'];
}

/** The draft that Exchange makes of an answer: the original quoted in it, its own headers lost. */
export function createAnswerDraft(
  tenant: Tenant,
  mailbox: MailboxRow,
  original: MessageRow,
  answer: Answer,
): MessageRow {
  const prefix = answer.kind === 'forward' ? 'FW' : 'RE';
  const bare = original.subject.replace(/^(re|fw|fwd):\s*/i, '');
  const written = answer.message;
  return atomically(tenant.db, () => {
    const draft = createDraft(tenant, mailbox, {
      subject: `${prefix}: ${bare}`,
      body: { contentType: 'text', content: quote(tenant, original, answer.comment) },
      toRecipients: answer.toRecipients ?? recipientsOf(mailbox, original, answer.kind),
      ...(answer.kind === 'replyAll' ? { ccRecipients: otherRecipients(mailbox, original.ccRecipients) } : {}),
      ...written,
    });
    if (answer.kind === 'forward') {
      for (const attachment of attachmentsOf(tenant, original)) {
        addAttachment(tenant, draft, { ...attachment, bytes: attachment.read() });
      }
    }
    return updateMessage(
      tenant.db,
      draft,
      { conversationId: original.conversationId, inReplyTo: original.internetMessageId },
      tenant.clock.stamp(),
    );
  });
}

function recipientsOf(mailbox: MailboxRow, original: MessageRow, kind: AnswerKind): MessageInput['toRecipients'] {
  if (kind === 'forward') return [];
  const replyTo = readRecipients(original.replyTo);
  const from = original.sentFrom ? [JSON.parse(original.sentFrom)] : [];
  const answered = replyTo.length > 0 ? replyTo : from;
  return kind === 'reply' ? answered : [...answered, ...otherRecipients(mailbox, original.toRecipients)];
}

function otherRecipients(mailbox: MailboxRow, json: string): NonNullable<MessageInput['toRecipients']> {
  const own = mailbox.address.toLowerCase();
  return readRecipients(json).filter(({ emailAddress }) => emailAddress.address.toLowerCase() !== own);
}

function quote(tenant: Tenant, original: MessageRow, comment: string): string {
  const { type, content } = storedBody(tenant, original);
  const name = (person: string | null) => {
    const { emailAddress } = person
      ? JSON.parse(person)
      : recipientOf({ id: '', address: `unknown@${organisation.domain}`, displayName: 'Unknown', shared: false });
    return `${emailAddress.name} <${emailAddress.address}>`;
  };
  const to = readRecipients(original.toRecipients)
    .map(({ emailAddress }) => emailAddress.address)
    .join('; ');
  return [
    comment,
    '',
    '________________________________',
    `From: ${name(original.sentFrom)}`,
    `Sent: ${original.sentAt}`,
    `To: ${to}`,
    `Subject: ${original.subject}`,
    '',
    type === 'html' ? htmlToText(content) : content,
  ].join('\r\n');
}
