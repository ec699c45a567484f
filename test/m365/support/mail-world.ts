import type { Graph } from '../../../src/m365/graph/client.ts';
import type { MailboxWorld } from '../contracts/mailbox-contract.ts';

interface Message {
  id: string;
  subject: string;
  isDraft: boolean;
  body: { content: string };
}

/** Looks into mailboxes with their owners' tokens, through Graph like anyone. */
export function lookInto(
  sender: { graph: () => Graph; owner: string },
  receiver: { graph: () => Graph; owner: string },
) {
  const read = async <T>(graph: Graph, path: string, query: Record<string, string> = {}): Promise<T> =>
    JSON.parse(new TextDecoder().decode(await graph.bytes({ method: 'GET', path, query }))) as T;

  async function messages(side: { graph: () => Graph; owner: string }): Promise<Message[]> {
    const query = { $top: '100', $select: 'id,subject,isDraft,body' };
    return (await read<{ value: Message[] }>(side.graph(), `${side.owner}/messages`, query)).value;
  }

  async function attachmentOf(message: Message): Promise<Uint8Array | null> {
    const path = `${receiver.owner}/messages/${encodeURIComponent(message.id)}/attachments`;
    const { value } = await read<{ value: { id: string }[] }>(receiver.graph(), path);
    const first = value[0];
    if (!first) return null;
    return receiver.graph().bytes({ method: 'GET', path: `${path}/${encodeURIComponent(first.id)}/$value` });
  }

  return {
    arrived: async (subject: string) => {
      const found = (await messages(receiver)).filter((message) => message.subject === subject && !message.isDraft);
      return Promise.all(
        found.map(async (message) => ({ text: message.body.content, attachment: await attachmentOf(message) })),
      );
    },
    draftsLeft: async (subject: string) => {
      const drafts = `${sender.owner}/mailFolders/drafts/messages`;
      const { value } = await read<{ value: Message[] }>(sender.graph(), drafts, { $top: '100', $select: 'subject' });
      return value.filter((message) => message.subject === subject).length;
    },
  } satisfies Pick<MailboxWorld, 'arrived' | 'draftsLeft'>;
}
