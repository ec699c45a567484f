import { graphFetch, readJson } from '../shared/host-session.ts';

/** What Outlook itself may do for the person: its own token, not the app's. */
const scopes = ['User.Read', 'Mail.ReadWrite', 'Mail.Read.Shared', 'Mail.ReadWrite.Shared', 'Mail.Send'];

const pageSize = 50;

export interface Recipient {
  emailAddress: { name?: string; address?: string };
}

/** A mailbox the person may open: the own one, or a team's. */
export interface Mailbox {
  id: string;
  address: string;
  name: string;
  right: 'own' | 'full' | 'read';
}

export interface Folder {
  id: string;
  displayName: string;
  unreadItemCount: number;
}

export interface MessageSummary {
  id: string;
  subject: string | null;
  from?: Recipient | null;
  receivedDateTime: string | null;
  bodyPreview: string;
  isRead: boolean;
  hasAttachments: boolean;
  isDraft: boolean;
}

export interface Attachment {
  id: string;
  name: string;
  size: number;
  contentType: string | null;
  isInline: boolean;
  '@odata.type': string;
}

export interface Message extends MessageSummary {
  sender?: Recipient | null;
  toRecipients: Recipient[];
  ccRecipients: Recipient[];
  internetMessageId: string | null;
  conversationId: string | null;
  createdDateTime: string;
  lastModifiedDateTime: string;
  body: { contentType: 'text' | 'html'; content: string };
}

interface Page<T> {
  value: T[];
  '@odata.nextLink'?: string;
}

const summaryFields = 'id,subject,from,receivedDateTime,bodyPreview,isRead,hasAttachments,isDraft';
const messageFields = `${summaryFields},sender,toRecipients,ccRecipients,internetMessageId,conversationId,createdDateTime,lastModifiedDateTime,body`;

const mostTries = 6;

/** Exchange takes four requests at once for a mailbox and sends the fifth away; Outlook waits as long as it is told. */
async function askPatiently(persona: string, path: string, init: RequestInit): Promise<Response> {
  for (let tries = 1; ; tries += 1) {
    const answer = await graphFetch(persona, scopes, path, init);
    if ((answer.status !== 429 && answer.status !== 503) || tries === mostTries) return answer;
    const seconds = Number(answer.headers.get('retry-after') ?? 1);
    await new Promise((resolve) => setTimeout(resolve, seconds * 1000));
  }
}

/** Reads one mailbox over Graph, with this person's own rights. */
export function createMailClient(persona: string, mailbox: Mailbox) {
  const root = mailbox.right === 'own' ? '/me' : `/users/${mailbox.id}`;
  const get = (path: string, headers: Record<string, string> = {}) => askPatiently(persona, path, { headers });
  const read = async <T>(path: string, headers?: Record<string, string>) => readJson<T>(await get(path, headers));
  const message = (id: string) => `${root}/messages/${encodeURIComponent(id)}`;
  return {
    folders: async () => (await read<Page<Folder>>(`${root}/mailFolders?$top=50`)).value,
    /** One page; `next` is the link that the page before gave. */
    messages: (folderId: string, next?: string) =>
      read<Page<MessageSummary>>(
        next ??
          `${root}/mailFolders/${encodeURIComponent(folderId)}/messages?$select=${summaryFields}&$orderby=receivedDateTime desc&$top=${pageSize}`,
      ),
    message: (id: string) => read<Message>(`${message(id)}?$select=${messageFields}`),
    attachments: async (id: string) =>
      (await read<Page<Attachment>>(`${message(id)}/attachments?$select=id,name,size,contentType,isInline`)).value,
    body: async (id: string, as: 'text' | 'html') =>
      (
        await read<Pick<Message, 'body'>>(`${message(id)}?$select=body`, {
          prefer: `outlook.body-content-type="${as}"`,
        })
      ).body.content,
    headers: async (id: string) =>
      (
        await read<{ internetMessageHeaders?: { name: string; value: string }[] }>(
          `${message(id)}?$select=internetMessageHeaders`,
        )
      ).internetMessageHeaders ?? [],
    /** The message as a file, exactly as the mailbox holds it. */
    original: async (id: string): Promise<Blob> => {
      const answer = await get(`${message(id)}/$value`);
      if (!answer.ok) await readJson(answer);
      return answer.blob();
    },
    markRead: (id: string) =>
      askPatiently(persona, message(id), {
        method: 'PATCH',
        headers: { 'Content-Type': 'application/json' },
        body: JSON.stringify({ isRead: true }),
      }),
  };
}
export type MailClient = ReturnType<typeof createMailClient>;

/** The own mailbox, and those of teams that Exchange maps into this person's Outlook. */
export async function loadMailboxes(persona: {
  key: string;
  id: string;
  displayName: string;
  userPrincipalName: string;
}) {
  const shared = await readJson<{ value: Mailbox[] }>(await fetch(`/sandbox/people/${persona.key}/mailboxes`));
  const own: Mailbox = { id: persona.id, address: persona.userPrincipalName, name: persona.displayName, right: 'own' };
  return [own, ...shared.value];
}

export interface HostedPane {
  clientId: string;
  name: string;
  label: string;
  url: string;
}

/** The apps that the administrator has deployed to Outlook. */
export async function loadPanes(): Promise<HostedPane[]> {
  const apps = await readJson<{
    value: { clientId: string; name: string; outlook: { paneUrl: string; label: string } | null }[];
  }>(await fetch('/sandbox/apps'));
  return apps.value.flatMap(({ clientId, name, outlook }) =>
    outlook ? [{ clientId, name, label: outlook.label, url: outlook.paneUrl }] : [],
  );
}
