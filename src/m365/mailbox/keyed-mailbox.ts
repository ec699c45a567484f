import type { KeyedMail, Mailbox, SentMail, ServiceMailbox } from '../../application/ports/mailbox.ts';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import { type Graph, segment } from '../graph/client.ts';
import { uploadAttachment } from './attachment-upload.ts';
import {
  attachAlone,
  attachmentRoute,
  createDraft,
  type FoundMessage,
  findById,
  findByKey,
  hasAttachment,
  immutableIds,
} from './keyed-message.ts';

/** Exchange Online takes no larger attachment (facts 2.1). */
const attachmentLimit = 150 * 1024 * 1024;
/** A message on its way from Drafts to Sent Items is for a moment in neither; milliseconds between looks. */
const looks = [0, 1_000, 2_000, 4_000];

type SendOptions = NonNullable<Parameters<Mailbox['sendOnce']>[1]>;

export interface MailboxOptions {
  /** Address of the mailbox; null for the signed-in person's own. */
  owner: string | null;
  fetch?: typeof fetch;
  wait?: (milliseconds: number) => Promise<void>;
}

/**
 * Mails that leave once. The key lies in the draft itself before anything is sent, so that whoever comes later, with or
 * without memory of it, finds it: a draft is sent, a sent one is done (X-IDEM-1).
 * The same code sends as the reporter (delegated) and as the service mailbox (application permission).
 */
export function createMailbox(graph: Graph, options: MailboxOptions): ServiceMailbox {
  const owner = options.owner === null ? '/me' : `/users/${segment(options.owner)}`;
  const send = options.fetch ?? globalThis.fetch.bind(globalThis);
  const wait = options.wait ?? ((milliseconds) => new Promise((resolve) => setTimeout(resolve, milliseconds)));
  const pathOf = (id: string) => `${owner}/messages/${segment(id)}`;

  async function lookFor(mail: KeyedMail, draftId: string | undefined): Promise<FoundMessage | null> {
    // Without a known draft one look is enough: nothing says that there ever was one.
    for (const pause of draftId === undefined ? looks.slice(0, 1) : looks) {
      if (pause > 0) await wait(pause);
      const known = draftId === undefined ? null : await findById(graph, owner, draftId);
      if (known) return known;
      const found = await findByKey(graph, owner, mail.key);
      const best = found.find((message) => !message.isDraft) ?? found[0];
      if (best) return best;
    }
    return null;
  }

  async function complete(mail: KeyedMail, draft: { id: string; isNew: boolean }, given: SendOptions): Promise<void> {
    const { attachment } = mail;
    if (!attachment) return;
    const route = attachmentRoute(attachment.bytes);
    if (route === 'inDraft' || (!draft.isNew && (await hasAttachment(graph, pathOf(draft.id))))) return;
    if (route === 'alone') {
      await attachAlone(graph, pathOf(draft.id), attachment);
      given.onProgress?.(attachment.bytes.byteLength, attachment.bytes.byteLength);
      return;
    }
    await uploadAttachment(graph, pathOf(draft.id), attachment, { fetch: send, wait, onProgress: given.onProgress });
  }

  async function drop(drafts: readonly FoundMessage[]): Promise<void> {
    for (const { id } of drafts) await graph.done({ method: 'DELETE', path: pathOf(id), headers: immutableIds });
  }

  /** An attempt whose answer was lost may have left a second draft; it holds abusive words and is of no use. */
  async function dropOtherDrafts(mail: KeyedMail, keptId: string): Promise<void> {
    const others = (await findByKey(graph, owner, mail.key)).filter((each) => each.isDraft && each.id !== keptId);
    await drop(others);
  }

  return {
    recall: async (key) => {
      const found = await findByKey(graph, owner, key);
      const sent = found.find(({ isDraft }) => !isDraft);
      await drop(found.filter(({ isDraft }) => isDraft));
      return sent?.id ?? null;
    },
    sendOnce: async (mail, given = {}): Promise<SentMail> => {
      if (mail.attachment && mail.attachment.bytes.byteLength > attachmentLimit) {
        throw new RemoteError('tooLarge', 'mail: too large');
      }
      const isRepeat = given.resume === true || given.draftId !== undefined;
      const found = isRepeat ? await lookFor(mail, given.draftId) : null;
      if (found && !found.isDraft) return { messageId: found.id, sentNow: false };

      const draft = found ? { id: found.id, isNew: false } : { id: await createDraft(graph, owner, mail), isNew: true };
      if (draft.id !== given.draftId) await given.onDraft?.(draft.id);
      await complete(mail, draft, given);
      try {
        await graph.done({
          method: 'POST',
          path: `${pathOf(draft.id)}/send`,
          headers: immutableIds,
          timeoutMs: 60_000,
        });
      } catch (error) {
        // Two windows, one draft: the other sent it between our look and now.
        const gone = isRemoteError(error) && (error.code === 'notFound' || error.code === 'conflict');
        const now = gone ? await lookFor(mail, draft.id) : null;
        if (now && !now.isDraft) return { messageId: now.id, sentNow: false };
        throw error;
      }
      if (isRepeat) await dropOtherDrafts(mail, draft.id).catch(() => undefined);
      return { messageId: draft.id, sentNow: true };
    },
  };
}
