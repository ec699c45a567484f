import type { WireAddress, WireItem } from '../office/office-protocol.ts';
import type { Attachment, Mailbox, Message, Recipient } from './mail-client.ts';

export interface OpenMail {
  mailbox: Mailbox;
  message: Message;
  attachments: Attachment[];
}

export const toWireAddress = (recipient: Recipient | null | undefined): WireAddress => ({
  displayName: recipient?.emailAddress.name ?? '',
  emailAddress: recipient?.emailAddress.address ?? '',
});

/** The open message as Office has it at hand. */
export function toWireItem({ mailbox, message, attachments }: OpenMail): WireItem {
  return {
    restId: message.id,
    subject: message.subject ?? '',
    from: toWireAddress(message.from),
    sender: toWireAddress(message.sender ?? message.from),
    to: message.toRecipients.map(toWireAddress),
    cc: message.ccRecipients.map(toWireAddress),
    internetMessageId: message.internetMessageId ?? '',
    conversationId: message.conversationId ?? '',
    createdAt: message.createdDateTime,
    modifiedAt: message.lastModifiedDateTime,
    attachments: attachments.map((attachment) => ({
      id: attachment.id,
      name: attachment.name,
      size: attachment.size,
      contentType: attachment.contentType ?? 'application/octet-stream',
      attachmentType: attachment['@odata.type'] === '#microsoft.graph.itemAttachment' ? 'item' : 'file',
      isInline: attachment.isInline,
    })),
    isShared: mailbox.right !== 'own',
  };
}

/** Bytes as base64, by the browser's own reader: a 25 MB message must not go through a loop of ours. */
export function toBase64(bytes: Blob): Promise<string> {
  return new Promise((resolve, reject) => {
    const reader = new FileReader();
    reader.onload = () => resolve(String(reader.result).replace(/^[^,]*,/, ''));
    reader.onerror = () => reject(reader.error ?? new Error('The message could not be read.'));
    reader.readAsDataURL(bytes);
  });
}
