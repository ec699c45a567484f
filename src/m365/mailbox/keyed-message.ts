import * as v from 'valibot';
import type { KeyedMail } from '../../application/ports/mailbox.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { type Graph, literal, segment } from '../graph/client.ts';
import { toBase64 } from './base64.ts';
import { attachmentsSchema, keyedMessageSchema } from './schema.ts';

/**
 * The property that carries the key. It is ours, named in the set for public strings, and never leaves the sender's
 * mailbox: Exchange does not put it on the wire.
 * https://learn.microsoft.com/graph/api/resources/singlevaluelegacyextendedproperty
 */
export const keyProperty = 'String {00020329-0000-0000-C000-000000000046} Name UrddasKey';

/** Ids that stay the same when a draft moves to Sent Items; must be asked for in every request (facts 2.1). */
export const immutableIds = { Prefer: 'IdType="ImmutableId"' };

/** As base64 this stays under the 4 MB that Graph takes in one request, with room for the rest of the mail. */
const inlineLimit = 2_900_000;
/** An upload session takes no less than this; a request for the attachment alone takes no more (facts 2.1). */
const sessionMinimum = 3 * 1024 * 1024;

export type FoundMessage = v.InferOutput<typeof keyedMessageSchema>;

/** How an attachment of this size reaches its draft. */
export function attachmentRoute(bytes: Uint8Array): 'inDraft' | 'alone' | 'session' {
  if (bytes.byteLength <= inlineLimit) return 'inDraft';
  return bytes.byteLength < sessionMinimum ? 'alone' : 'session';
}

type Attachment = NonNullable<KeyedMail['attachment']>;

function fileAttachment(attachment: Attachment): Record<string, string> {
  return {
    '@odata.type': '#microsoft.graph.fileAttachment',
    name: attachment.name,
    contentType: attachment.contentType,
    contentBytes: toBase64(attachment.bytes),
  };
}

/** Adds a file of the narrow band between what fits beside a mail's words and what an upload session takes. */
export function attachAlone(graph: Graph, messagePath: string, attachment: Attachment): Promise<void> {
  const body = fileAttachment(attachment);
  return graph.done({
    method: 'POST',
    path: `${messagePath}/attachments`,
    headers: immutableIds,
    timeoutMs: 60_000,
    body,
  });
}

/** Every message with the key, wherever it lies in the mailbox. */
export async function findByKey(graph: Graph, owner: string, key: string): Promise<FoundMessage[]> {
  const { value } = await graph.json(v.object({ value: v.array(keyedMessageSchema) }), {
    method: 'GET',
    path: `${owner}/messages`,
    query: {
      $filter: `singleValueExtendedProperties/Any(ep: ep/id eq ${literal(keyProperty)} and ep/value eq ${literal(key)})`,
      $select: 'id,isDraft',
      $top: '20',
    },
    headers: immutableIds,
  });
  return value;
}

/** Null when the mailbox has no such message. */
export async function findById(graph: Graph, owner: string, id: string): Promise<FoundMessage | null> {
  try {
    return await graph.json(keyedMessageSchema, {
      method: 'GET',
      path: `${owner}/messages/${segment(id)}`,
      query: { $select: 'id,isDraft' },
      headers: immutableIds,
    });
  } catch (error) {
    if (isRemoteError(error) && error.code === 'notFound') return null;
    throw error;
  }
}

/** Makes the draft, with a small attachment in it, and gives its immutable id. */
export async function createDraft(graph: Graph, owner: string, mail: KeyedMail): Promise<string> {
  const { attachment } = mail;
  const { id } = await graph.json(v.object({ id: v.string() }), {
    method: 'POST',
    path: `${owner}/messages`,
    headers: immutableIds,
    timeoutMs: 60_000,
    body: {
      subject: mail.subject,
      importance: mail.importance,
      body: { contentType: 'text', content: mail.text },
      toRecipients: mail.to.map((address) => ({ emailAddress: { address } })),
      singleValueExtendedProperties: [{ id: keyProperty, value: mail.key }],
      ...(attachment && attachmentRoute(attachment.bytes) === 'inDraft'
        ? { attachments: [fileAttachment(attachment)] }
        : {}),
    },
  });
  return id;
}

/** True when the draft holds its attachment whole: an upload that broke off leaves none. */
export async function hasAttachment(graph: Graph, messagePath: string): Promise<boolean> {
  const { value } = await graph.json(attachmentsSchema, {
    method: 'GET',
    path: `${messagePath}/attachments`,
    query: { $select: 'id,name' },
    headers: immutableIds,
  });
  return value.length > 0;
}
