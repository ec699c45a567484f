import { GraphFailure } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { buildMime } from '../mime/build.ts';
import { streamStored } from '../resource/attachments.ts';
import type { MailboxRow } from '../store/mailboxes.ts';
import type { MessageRow } from '../store/messages.ts';
import { readSettings } from '../store/settings.ts';
import { toOutgoing } from '../transport/send.ts';

/** The MIME of a message: the exact bytes it came with, or what a draft would be sent as. */
export function messageBytes(tenant: Tenant, mailbox: MailboxRow, message: MessageRow): Response {
  if (message.blobId === null) {
    const mime = Buffer.concat([...buildMime(toOutgoing(tenant, mailbox, message, new Date(message.modifiedAt)))]);
    return new Response(new Uint8Array(mime), { headers: { 'content-type': 'text/plain' } });
  }
  const { size, stream } = streamStored(tenant, message.blobId);
  const { valueLimit } = readSettings(tenant.db);
  if (valueLimit !== null && size > valueLimit) {
    void stream.cancel();
    throw new GraphFailure(500, 'ErrorInternalServerError', 'The MIME content of the message could not be read.');
  }
  return new Response(stream, { headers: { 'content-type': 'text/plain', 'content-length': String(size) } });
}
