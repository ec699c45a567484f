import * as v from 'valibot';
import { GraphFailure } from '../../http.ts';
import { previewOf } from '../mime/digest.ts';
import { invalidRequest } from '../refusals.ts';
import type { MessageRow } from '../store/messages.ts';

const recipient = v.object({
  emailAddress: v.object({ name: v.optional(v.nullable(v.string())), address: v.optional(v.nullable(v.string()), '') }),
});
const recipients = v.nullable(v.array(recipient));

export const attachmentInput = v.object({
  '@odata.type': v.optional(v.string()),
  name: v.string(),
  contentType: v.optional(v.nullable(v.string())),
  contentId: v.optional(v.nullable(v.string())),
  isInline: v.optional(v.boolean()),
  size: v.optional(v.number()),
  contentBytes: v.optional(v.pipe(v.string(), v.regex(/^[A-Za-z0-9+/\s]*={0,2}\s*$/, 'Cannot convert to base64.'))),
});

const messageInput = v.strictObject({
  '@odata.type': v.optional(v.string()),
  '@odata.etag': v.optional(v.string()),
  subject: v.optional(v.nullable(v.string())),
  body: v.optional(v.object({ contentType: v.optional(v.string(), 'text'), content: v.optional(v.string(), '') })),
  importance: v.optional(v.pipe(v.string(), v.toLowerCase(), v.picklist(['low', 'normal', 'high']))),
  toRecipients: v.optional(recipients),
  ccRecipients: v.optional(recipients),
  bccRecipients: v.optional(recipients),
  replyTo: v.optional(recipients),
  from: v.optional(v.nullable(recipient)),
  sender: v.optional(v.nullable(recipient)),
  categories: v.optional(v.array(v.string())),
  isRead: v.optional(v.boolean()),
  isReadReceiptRequested: v.optional(v.boolean()),
  isDeliveryReceiptRequested: v.optional(v.boolean()),
  internetMessageId: v.optional(v.string()),
  internetMessageHeaders: v.optional(v.array(v.object({ name: v.string(), value: v.string() }))),
  singleValueExtendedProperties: v.optional(v.array(v.object({ id: v.string(), value: v.string() }))),
  attachments: v.optional(v.array(attachmentInput)),
  flag: v.optional(v.object({ flagStatus: v.picklist(['notFlagged', 'complete', 'flagged']) })),
  inferenceClassification: v.optional(v.string()),
});
export type MessageInput = v.InferOutput<typeof messageInput>;

/** Reads a message that a client wrote; what does not fit is a 400 that names it. */
export function readMessageInput(json: unknown): MessageInput {
  return readInput(messageInput, json);
}

export function readInput<Schema extends v.GenericSchema>(schema: Schema, json: unknown): v.InferOutput<Schema> {
  const parsed = v.safeParse(schema, json);
  if (parsed.success) return parsed.output;
  const [issue] = parsed.issues;
  throw invalidRequest(`The property '${v.getDotPath(issue) ?? ''}' is not valid: ${issue.message}`);
}

const propertyId =
  /^(String|Integer|Boolean|Binary|SystemTime|Long|Double|CLSID|Guid) (\{[0-9a-f-]{36}\} (Name .+|Id 0x[0-9a-f]{1,8})|0x[0-9a-f]{1,8})$/i;

/** Refuses what Exchange refuses in a message's headers and extended properties. */
export function checkMessageInput(input: MessageInput): void {
  const headers = input.internetMessageHeaders ?? [];
  if (headers.some(({ name }) => !/^x-[\w-]+$/i.test(name))) {
    throw new GraphFailure(
      400,
      'InvalidInternetMessageHeader',
      "The internet message header name should start with 'x-' or 'X-'.",
    );
  }
  if (headers.length > 5) {
    throw new GraphFailure(400, 'InvalidInternetMessageHeaderCollection', 'Maximum number of headers is 5.');
  }
  for (const { id } of input.singleValueExtendedProperties ?? []) {
    if (!propertyId.test(id)) throw new GraphFailure(400, 'ErrorInvalidPropertyId', `PropertyId '${id}' is not valid.`);
  }
}

type Columns = Partial<Omit<MessageRow, 'seq'>>;

const people = (list: MessageInput['toRecipients']) =>
  JSON.stringify(
    (list ?? []).map(({ emailAddress }) => ({
      emailAddress: { name: emailAddress.name ?? emailAddress.address ?? '', address: emailAddress.address ?? '' },
    })),
  );

const flag = (value: boolean) => (value ? 1 : 0);

/** The columns that a client's message sets; only those that it names. */
export function toColumns(input: MessageInput): Columns {
  const columns: Columns = {};
  if (input.subject !== undefined) columns.subject = input.subject ?? '';
  if (input.body) {
    columns.bodyType = input.body.contentType.toLowerCase() === 'html' ? 'html' : 'text';
    columns.body = input.body.content;
    columns.bodyPreview = previewOf(columns.bodyType === 'html' ? 'html' : 'text', input.body.content);
  }
  if (input.importance) columns.importance = input.importance;
  if (input.toRecipients !== undefined) columns.toRecipients = people(input.toRecipients);
  if (input.ccRecipients !== undefined) columns.ccRecipients = people(input.ccRecipients);
  if (input.bccRecipients !== undefined) columns.bccRecipients = people(input.bccRecipients);
  if (input.replyTo !== undefined) columns.replyTo = people(input.replyTo);
  if (input.from) columns.sentFrom = JSON.stringify(JSON.parse(people([input.from]))[0]);
  if (input.categories) columns.categories = JSON.stringify(input.categories);
  if (input.isRead !== undefined) columns.isRead = flag(input.isRead);
  if (input.isReadReceiptRequested !== undefined) columns.isReadReceiptRequested = flag(input.isReadReceiptRequested);
  if (input.isDeliveryReceiptRequested !== undefined) {
    columns.isDeliveryReceiptRequested = flag(input.isDeliveryReceiptRequested);
  }
  if (input.internetMessageHeaders) columns.customHeaders = JSON.stringify(input.internetMessageHeaders);
  if (input.flag) columns.flagStatus = input.flag.flagStatus;
  return columns;
}
