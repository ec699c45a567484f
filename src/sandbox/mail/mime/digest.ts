import { parseAddresses, type Recipient } from './addresses.ts';
import { decodeCharset, decodedSize, decodeTransfer, htmlToText } from './decode.ts';
import { decodeHeaderText, type MimeHeader } from './headers.ts';
import { headerOf, type MimePart, parseMime } from './parse.ts';

/** An attachment as a place in the message's bytes. */
export interface PartPlace {
  kind: 'file' | 'item';
  name: string;
  contentType: string;
  contentId: string | null;
  isInline: boolean;
  encoding: string;
  start: number;
  end: number;
  /** Bytes once decoded. */
  size: number;
}

/** What a mailbox shows of a message, read once when it arrives. */
export interface MailDigest {
  subject: string;
  from: Recipient | null;
  sender: Recipient | null;
  replyTo: Recipient[];
  to: Recipient[];
  cc: Recipient[];
  bcc: Recipient[];
  internetMessageId: string | null;
  inReplyTo: string | null;
  /** Ids of the thread, oldest first. */
  references: string[];
  /** ISO time of the Date header, or null when it is missing or makes no sense. */
  sentAt: string | null;
  importance: 'low' | 'normal' | 'high';
  bodyType: 'text' | 'html';
  body: string;
  preview: string;
  hasAttachments: boolean;
  parts: PartPlace[];
  headers: MimeHeader[];
  meetingMessageType: string | null;
  asksReadReceipt: boolean;
}

/** Reads a whole message. */
export function digestMime(bytes: Buffer): MailDigest {
  const root = parseMime(bytes);
  const header = (name: string) => headerOf(root, name);
  const found: Found = { text: undefined, html: undefined, calendar: undefined, places: [] };
  collect(bytes, root, found, false);
  const bodyPart = found.html ?? found.text;
  const body = bodyPart ? textOf(bytes, bodyPart) : '';
  const bodyType = found.html ? 'html' : 'text';
  const from = parseAddresses(header('from'))[0] ?? null;
  return {
    subject: decodeHeaderText(header('subject') ?? ''),
    from,
    sender: parseAddresses(header('sender'))[0] ?? from,
    replyTo: parseAddresses(header('reply-to')),
    to: parseAddresses(header('to')),
    cc: parseAddresses(header('cc')),
    bcc: parseAddresses(header('bcc')),
    internetMessageId: header('message-id')?.trim() || null,
    inReplyTo: header('in-reply-to')?.trim() || null,
    references: (header('references') ?? '').match(/<[^<>\s]+>/g) ?? [],
    sentAt: readDate(header('date')),
    importance: readImportance(header('importance') ?? header('x-priority') ?? ''),
    bodyType,
    body,
    preview: previewOf(bodyType, body),
    hasAttachments: found.places.some((place) => !place.isInline),
    parts: found.places,
    headers: root.headers.map(({ name, value }) => ({ name, value: decodeHeaderText(value) })),
    meetingMessageType: found.calendar ? 'meetingRequest' : null,
    asksReadReceipt: header('disposition-notification-to') !== undefined,
  };
}

/** At most 255 characters of text on one line. */
export function previewOf(bodyType: 'text' | 'html', body: string): string {
  // A preview needs only the beginning; a body may be megabytes.
  const beginning = body.slice(0, 20_000);
  const text = bodyType === 'html' ? htmlToText(beginning) : beginning;
  return [...text.replace(/\s+/g, ' ').trim().slice(0, 600)].slice(0, 255).join('');
}

interface Found {
  text: MimePart | undefined;
  html: MimePart | undefined;
  calendar: MimePart | undefined;
  places: PartPlace[];
}

function collect(bytes: Buffer, part: MimePart, found: Found, isRelated: boolean): void {
  const type = part.contentType.value;
  if (type.startsWith('multipart/')) {
    for (const child of part.children) collect(bytes, child, found, type === 'multipart/related');
    return;
  }
  const isAttachment = part.disposition.value === 'attachment' || fileNameOf(part) !== '';
  if (!isAttachment && type === 'text/plain' && !found.text) found.text = part;
  else if (!isAttachment && type === 'text/html' && !found.html) found.html = part;
  else if (!isAttachment && type === 'text/calendar' && !found.calendar) found.calendar = part;
  else if (part.end > part.start) found.places.push(placeOf(bytes, part, isRelated));
}

function placeOf(bytes: Buffer, part: MimePart, isRelated: boolean): PartPlace {
  const nested = part.children[0];
  const contentId = headerOf(part, 'content-id')?.replace(/^<|>$/g, '') ?? null;
  const nestedSubject = nested ? decodeHeaderText(headerOf(nested, 'subject') ?? '') : '';
  return {
    kind: nested ? 'item' : 'file',
    name: fileNameOf(part) || nestedSubject || (nested ? 'Untitled' : 'Untitled attachment'),
    contentType: part.contentType.value || 'application/octet-stream',
    contentId,
    isInline: part.disposition.value === 'inline' || (isRelated && contentId !== null),
    encoding: part.encoding,
    start: part.start,
    end: part.end,
    size: decodedSize(bytes.subarray(part.start, part.end), part.encoding),
  };
}

function fileNameOf(part: MimePart): string {
  return part.disposition.parameters.filename ?? part.contentType.parameters.name ?? '';
}

function textOf(bytes: Buffer, part: MimePart): string {
  const decoded = decodeTransfer(bytes.subarray(part.start, part.end), part.encoding);
  return decodeCharset(decoded, part.contentType.parameters.charset ?? 'utf-8');
}

function readDate(header: string | undefined): string | null {
  const time = header ? Date.parse(header.replace(/\([^)]*\)/g, '').trim()) : Number.NaN;
  return Number.isNaN(time) ? null : `${new Date(time).toISOString().slice(0, 19)}Z`;
}

function readImportance(value: string): MailDigest['importance'] {
  if (/^(high|1|2)/i.test(value.trim())) return 'high';
  return /^(low|4|5)/i.test(value.trim()) ? 'low' : 'normal';
}
