import type { SandboxContext } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { htmlToText, removeActiveContent, textToHtml } from '../mime/decode.ts';
import type { MessageQuery } from '../query/options.ts';
import { bodyOfBlob, contentOf } from '../store/contents.ts';
import { type MessageRow, propertiesOf, readRecipients } from '../store/messages.ts';

/** What a client prefers, by its `Prefer` header. */
export interface Preferences {
  immutableIds: boolean;
  bodyType: 'text' | 'html';
  allowUnsafeHtml: boolean;
}

export function readPreferences(c: SandboxContext): Preferences {
  const header = c.req.header('prefer') ?? '';
  const applied: string[] = [];
  const immutableIds = /IdType\s*=\s*"?ImmutableId"?/i.test(header);
  if (immutableIds) applied.push('IdType="ImmutableId"');
  const bodyType = /outlook\.body-content-type\s*=\s*"?(text|html)"?/i.exec(header)?.[1]?.toLowerCase();
  if (bodyType) applied.push(`outlook.body-content-type="${bodyType}"`);
  if (applied.length > 0) c.header('preference-applied', applied.join(', '));
  return {
    immutableIds,
    bodyType: bodyType === 'text' ? 'text' : 'html',
    allowUnsafeHtml: /outlook\.allow-unsafe-html/i.test(header),
  };
}

/** The id under which a client sees the message. */
export function shownId(message: MessageRow, preferences: Preferences): string {
  return preferences.immutableIds ? message.immutableId : message.movingId;
}

export function changeKeyOf(message: MessageRow): string {
  return Buffer.from(`CQAAABYAAAA|${message.seq}|${message.version}`).toString('base64');
}

export function etagOf(message: MessageRow): string {
  return `W/"${changeKeyOf(message)}"`;
}

/** A message as Graph writes it, with the properties that were selected. */
export function toMessageResource(
  tenant: Tenant,
  message: MessageRow,
  query: Pick<MessageQuery, 'select' | 'extended'>,
  preferences: Preferences,
): Record<string, unknown> {
  const wants = (name: string) => query.select?.includes(name) ?? true;
  const resource: Record<string, unknown> = { '@odata.etag': etagOf(message), id: shownId(message, preferences) };
  if (message.meetingMessageType) {
    resource['@odata.type'] = '#microsoft.graph.eventMessageRequest';
    if (!query.select) resource.meetingMessageType = message.meetingMessageType;
  }
  const plain = plainProperties(tenant, message);
  for (const [name, value] of Object.entries(plain)) if (wants(name)) resource[name] = value;
  if (wants('body')) resource.body = bodyOf(tenant, message, preferences);
  if (query.select?.includes('uniqueBody')) resource.uniqueBody = bodyOf(tenant, message, preferences);
  if (query.select?.includes('internetMessageHeaders')) resource.internetMessageHeaders = headersOf(tenant, message);
  if (query.extended.length > 0) {
    const wanted = query.extended.map((id) => id.toLowerCase());
    const found = propertiesOf(tenant.db, message.seq).filter(({ id }) => wanted.includes(id.toLowerCase()));
    if (found.length > 0) resource.singleValueExtendedProperties = found;
  }
  return resource;
}

function plainProperties(tenant: Tenant, message: MessageRow): Record<string, unknown> {
  return {
    createdDateTime: message.createdAt,
    lastModifiedDateTime: message.modifiedAt,
    changeKey: changeKeyOf(message),
    categories: JSON.parse(message.categories),
    receivedDateTime: message.receivedAt,
    sentDateTime: message.sentAt,
    hasAttachments: message.hasAttachments === 1,
    internetMessageId: message.internetMessageId,
    subject: message.subject,
    bodyPreview: message.bodyPreview,
    importance: message.importance,
    parentFolderId: message.folderId,
    conversationId: message.conversationId,
    conversationIndex: Buffer.from(message.conversationId.slice(0, 22)).toString('base64'),
    isDeliveryReceiptRequested: message.isDeliveryReceiptRequested === 1,
    isReadReceiptRequested: message.isReadReceiptRequested === 1,
    isRead: message.isRead === 1,
    isDraft: message.isDraft === 1,
    webLink: `${tenant.origin}/outlook?ItemID=${encodeURIComponent(message.movingId)}&exvsurl=1&viewmodel=ReadMessageItem`,
    inferenceClassification: 'focused',
    // A draft has nobody it is from until it is sent.
    ...(message.sender ? { sender: JSON.parse(message.sender) } : {}),
    ...(message.sentFrom ? { from: JSON.parse(message.sentFrom) } : {}),
    toRecipients: readRecipients(message.toRecipients),
    ccRecipients: readRecipients(message.ccRecipients),
    bccRecipients: readRecipients(message.bccRecipients),
    replyTo: readRecipients(message.replyTo),
    flag: { flagStatus: message.flagStatus },
  };
}

/** The stored body: a draft's own, or what was read from the bytes. */
export function storedBody(tenant: Tenant, message: MessageRow): { type: string; content: string } {
  if (message.body !== null) return { type: message.bodyType, content: message.body };
  if (message.blobId === null) return { type: message.bodyType, content: '' };
  const content = bodyOfBlob(tenant.db, message.blobId);
  return { type: content.bodyType, content: content.body };
}

function bodyOf(
  tenant: Tenant,
  message: MessageRow,
  preferences: Preferences,
): { contentType: string; content: string } {
  const { type, content } = storedBody(tenant, message);
  if (preferences.bodyType === 'text') {
    return { contentType: 'text', content: type === 'html' ? htmlToText(content) : content };
  }
  const html = type === 'html' ? content : textToHtml(content);
  return { contentType: 'html', content: preferences.allowUnsafeHtml ? html : removeActiveContent(html) };
}

/** Headers that Exchange keeps for itself: `$value` has them, the property has not. */
const unlisted = ['bcc', 'content-transfer-encoding', 'x-ms-exchange-organization-authas'];

function headersOf(tenant: Tenant, message: MessageRow): { name: string; value: string }[] {
  if (message.blobId === null) return JSON.parse(message.customHeaders) as { name: string; value: string }[];
  return contentOf(tenant.db, message.blobId).headers.filter(({ name }) => !unlisted.includes(name.toLowerCase()));
}
