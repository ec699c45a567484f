import type { OriginalReader } from '../../application/ports/mailbox.ts';
import { type Graph, segment } from '../graph/client.ts';
import { immutableIds } from './keyed-message.ts';
import { messageIdSchema } from './schema.ts';

/** A message of 150 MB on a slow line. */
const readTimeoutMs = 300_000;

/**
 * Reads messages as they are stored. Reading `$value` marks nothing as read and moves nothing (COM-6.1-5).
 * `ownAddress` gives the signed-in person's own mailbox; any other is reached as a shared one, by `Mail.Read.Shared`.
 */
export function createOriginalReader(graph: Graph, ownAddress: () => string | null): OriginalReader {
  const pathOf = ({ mailbox, itemId }: { mailbox: string; itemId: string }) => {
    const isOwn = mailbox === '' || mailbox.toLowerCase() === ownAddress()?.toLowerCase();
    return `${isOwn ? '/me' : `/users/${segment(mailbox)}`}/messages/${segment(itemId)}`;
  };
  return {
    read: (message) => graph.bytes({ method: 'GET', path: `${pathOf(message)}/$value`, timeoutMs: readTimeoutMs }),
    immutableId: async (message) => {
      const { id } = await graph.json(messageIdSchema, {
        method: 'GET',
        path: pathOf(message),
        query: { $select: 'id' },
        headers: immutableIds,
      });
      return id;
    },
  };
}
