import type { OriginalReader } from '../../application/ports/mailbox.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { type Graph, segment } from '../graph/client.ts';
import { immutableIds } from './keyed-message.ts';
import { messageIdSchema } from './schema.ts';

interface Place {
  mailbox: string;
  itemId: string;
}

/** Recipients in whose mailboxes a message is looked for: a letter to everybody is no reason to knock at every door. */
const mostMailboxes = 5;

/** A message of 150 MB on a slow line. */
const readTimeoutMs = 300_000;

/**
 * Reads messages as they are stored. Reading `$value` marks nothing as read and moves nothing (COM-6.1-5).
 * `ownAddress` gives the signed-in person's own mailbox; any other is reached as a shared one, by `Mail.Read.Shared`.
 */
export function createOriginalReader(graph: Graph, ownAddress: () => string | null): OriginalReader {
  const isOwn = (mailbox: string) => mailbox === '' || mailbox.toLowerCase() === ownAddress()?.toLowerCase();
  const pathOf = ({ mailbox, itemId }: Place) => {
    return `${isOwn(mailbox) ? '/me' : `/users/${segment(mailbox)}`}/messages/${segment(itemId)}`;
  };
  const bytesOf = (place: Place) =>
    graph.bytes({ method: 'GET', path: `${pathOf(place)}/$value`, timeoutMs: readTimeoutMs });

  /** An id belongs to one mailbox: whichever has it, has this message. Throws the first refusal where none has. */
  async function read({ recipients = [], ...place }: Parameters<OriginalReader['read']>[0]): Promise<Uint8Array> {
    try {
      return await bytesOf(place);
    } catch (error) {
      if (!isOwn(place.mailbox) || !isRemoteError(error) || error.code !== 'notFound') throw error;
      const others = [...new Set(recipients)].filter((mailbox) => mailbox !== '' && !isOwn(mailbox));
      for (const mailbox of others.slice(0, mostMailboxes)) {
        const found = await bytesOf({ mailbox, itemId: place.itemId }).catch(() => null);
        if (found) return found;
      }
      throw error;
    }
  }

  return {
    read,
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
