import * as v from 'valibot';
import type { Colleagues } from '../../application/ports/colleagues.ts';
import { isRemoteError, RemoteError } from '../../application/remote-error.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import { type Graph, segment } from '../graph/client.ts';

/** Somebody is on the line: after this the screen shows the words instead. */
const patienceMs = 8_000;

const idSchema = v.object({ id: v.string() });

/**
 * One-to-one chats with the signed-in person's own token (Chat.Create, ChatMessage.Send). Two people have one such chat: making
 * it again gives the one there is, so nothing is looked up first.
 * https://learn.microsoft.com/graph/api/chat-post, https://learn.microsoft.com/graph/api/chat-post-messages
 */
export function createColleagueChat(graph: Graph, personId: () => Promise<string>): Pick<Colleagues, 'ask'> {
  const member = (id: string) => ({
    '@odata.type': '#microsoft.graph.aadUserConversationMember',
    roles: ['owner'],
    'user@odata.bind': new URL(`users('${segment(id)}')`, graph.root).href,
  });

  async function send(own: string, to: Staff, text: string): Promise<void> {
    const chat = await graph.json(idSchema, {
      method: 'POST',
      path: '/chats',
      body: { chatType: 'oneOnOne', members: [member(own), member(to.id)] },
      timeoutMs: patienceMs,
    });
    await graph.done({
      method: 'POST',
      path: `/chats/${segment(chat.id)}/messages`,
      body: { importance: 'high', body: { contentType: 'html', content: asHtml(text) } },
      timeoutMs: patienceMs,
    });
  }

  return {
    ask: async (to, text) => {
      const own = await personId();
      const others = to.filter(({ id }) => id !== own);
      if (others.length === 0) throw new RemoteError('invalid', 'colleagues: nobody to ask');
      const outcomes = await Promise.allSettled(others.map((each) => send(own, each, text)));
      const refusals = outcomes.flatMap((each) => (each.status === 'rejected' ? [each.reason as unknown] : []));
      const unexpected = refusals.find((each) => !isRemoteError(each));
      if (unexpected) throw unexpected;
      if (refusals.length === others.length) throw refusals[0];
      const sent = new Set(others.filter((_, index) => outcomes[index]?.status === 'fulfilled').map(({ id }) => id));
      return to.map((each) => ({ to: each, sent: sent.has(each.id) }));
    },
  };
}

/** The words as they are, line by line: no character of them can become markup, a link or a mention. */
function asHtml(text: string): string {
  const marks: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;', "'": '&#39;' };
  return text.replace(/[&<>"']/g, (character) => marks[character] ?? '').replace(/\r\n|\r|\n/g, '<br>');
}
