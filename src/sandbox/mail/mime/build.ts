import { createHash } from 'node:crypto';
import type { Recipient } from './addresses.ts';
import { htmlToText } from './decode.ts';
import {
  encodeAddress,
  encodeBase64Lines,
  encodeHeaderText,
  encodeParameter,
  encodeQuotedPrintable,
  headerLine,
} from './encode.ts';

export interface OutgoingAttachment {
  name: string;
  contentType: string;
  contentId: string | null;
  isInline: boolean;
  /** True when the bytes are a message that is to be carried unencoded. */
  isMessage: boolean;
  bytes: () => Iterable<Uint8Array>;
}

export interface OutgoingMail {
  from: Recipient;
  /** When it differs from `from` (sent on behalf). */
  sender: Recipient | null;
  replyTo: Recipient[];
  to: Recipient[];
  cc: Recipient[];
  subject: string;
  internetMessageId: string;
  inReplyTo: string | null;
  /** The moment it is sent. */
  at: Date;
  importance: string;
  asksReadReceipt: boolean;
  customHeaders: { name: string; value: string }[];
  bodyType: string;
  body: string;
  attachments: OutgoingAttachment[];
}

/** Writes a message, piece by piece. Blind recipients are never written. RFC 5322, 2045-2047, 2231. */
export function* buildMime(mail: OutgoingMail): Generator<Buffer> {
  // Made from the message itself, so that the same draft always gives the same bytes.
  const boundary = `_urddas_${createHash('sha256').update(mail.internetMessageId).digest('hex').slice(0, 32)}`;
  yield Buffer.from(topHeaders(mail), 'latin1');
  if (mail.attachments.length === 0) {
    yield* bodyEntity(mail, boundary);
    return;
  }
  const outer = `${boundary}_m`;
  yield text(`Content-Type: multipart/mixed;\r\n boundary="${outer}"\r\n\r\n--${outer}\r\n`);
  yield* bodyEntity(mail, boundary);
  for (const attachment of mail.attachments) {
    yield text(`\r\n--${outer}\r\n${attachmentHeaders(attachment)}\r\n`);
    if (attachment.isMessage) yield* asBuffers(attachment.bytes());
    else yield* encodeBase64Lines(attachment.bytes());
  }
  yield text(`\r\n--${outer}--\r\n`);
}

function text(content: string): Buffer {
  return Buffer.from(content, 'latin1');
}

function* asBuffers(pieces: Iterable<Uint8Array>): Generator<Buffer> {
  for (const piece of pieces) yield Buffer.from(piece);
}

function addressLine(name: string, people: Recipient[]): string {
  const list = people.map(({ emailAddress }) => encodeAddress(emailAddress.name, emailAddress.address)).join(', ');
  return list === '' ? '' : headerLine(name, list);
}

function topHeaders(mail: OutgoingMail): string {
  const date = mail.at.toUTCString().replace('GMT', '+0000');
  const importance = mail.importance === 'normal' ? '' : headerLine('Importance', mail.importance);
  return [
    addressLine('From', [mail.from]),
    mail.sender ? addressLine('Sender', [mail.sender]) : '',
    addressLine('Reply-To', mail.replyTo),
    addressLine('To', mail.to),
    addressLine('Cc', mail.cc),
    headerLine('Subject', encodeHeaderText(mail.subject)),
    headerLine('Date', date),
    headerLine('Message-ID', mail.internetMessageId),
    mail.inReplyTo ? headerLine('In-Reply-To', mail.inReplyTo) + headerLine('References', mail.inReplyTo) : '',
    importance,
    mail.asksReadReceipt ? addressLine('Disposition-Notification-To', [mail.from]) : '',
    ...mail.customHeaders.map(({ name, value }) => headerLine(name, encodeHeaderText(value))),
    headerLine('MIME-Version', '1.0'),
  ].join('');
}

function* bodyEntity(mail: OutgoingMail, boundary: string): Generator<Buffer> {
  const asText = mail.bodyType === 'html' ? htmlToText(mail.body) : mail.body;
  if (mail.bodyType !== 'html') {
    yield text(`${bodyHeaders('plain')}${encodeQuotedPrintable(asText)}\r\n`);
    return;
  }
  const inner = `${boundary}_a`;
  yield text(`Content-Type: multipart/alternative;\r\n boundary="${inner}"\r\n\r\n--${inner}\r\n`);
  yield text(`${bodyHeaders('plain')}${encodeQuotedPrintable(asText)}\r\n\r\n--${inner}\r\n`);
  yield text(`${bodyHeaders('html')}${encodeQuotedPrintable(mail.body)}\r\n\r\n--${inner}--\r\n`);
}

function bodyHeaders(subtype: string): string {
  return `Content-Type: text/${subtype}; charset="utf-8"\r\nContent-Transfer-Encoding: quoted-printable\r\n\r\n`;
}

function attachmentHeaders(attachment: OutgoingAttachment): string {
  const disposition = attachment.isInline ? 'inline' : 'attachment';
  const contentId = attachment.contentId ? `Content-ID: <${attachment.contentId}>\r\n` : '';
  const encoding = attachment.isMessage ? '8bit' : 'base64';
  return (
    `Content-Type: ${attachment.contentType}${encodeParameter('name', attachment.name)}\r\n` +
    `Content-Disposition: ${disposition}${encodeParameter('filename', attachment.name)}\r\n` +
    `${contentId}Content-Transfer-Encoding: ${encoding}\r\n`
  );
}
