import * as v from 'valibot';
import { isRemoteError } from '../../application/remote-error.ts';
import { segment } from '../graph/client.ts';
import { type CheckedTenant, judged, notTried, type Question, type Seen } from './question.ts';

/** What `tenant.cardBytes` is unless set, and what a card needs at the least. */
const cardSizes = [25_000, 20_000, 15_000, 10_000];
const idSchema = v.object({ id: v.string() });
const sessionSchema = v.object({ uploadUrl: v.string() });

/** A message of the bot of about this many bytes is posted to the author and taken away; null where Teams refused its size. */
async function post({ bot }: CheckedTenant, conversation: string, bytes: number): Promise<number | null> {
  const card = { type: 'AdaptiveCard', version: '1.5', body: [{ type: 'TextBlock', text: 'x'.repeat(bytes - 200) }] };
  const attachments = [{ contentType: 'application/vnd.microsoft.card.adaptive', content: card }];
  try {
    const id = await bot.connector.post(bot.connectorUrl, conversation, { type: 'message', attachments });
    await bot.connector.remove(bot.connectorUrl, conversation, id);
    return bytes;
  } catch (error) {
    if (isRemoteError(error) && error.code === 'tooLarge') return null;
    throw error;
  }
}

async function askCardSize(tenant: CheckedTenant): Promise<Seen> {
  if (tenant.authorId === null) return notTried('no person was named whom the bot may write to');
  const conversation = await tenant.bot.connector.openConversation(tenant.bot.connectorUrl, tenant.authorId);
  for (const size of cardSizes) {
    if ((await post(tenant, conversation, size)) !== null) return judged(size === cardSizes[0], `taken: ${size} bytes`);
  }
  return judged(false, `refused: even ${cardSizes.at(-1)} bytes`);
}

async function askLargeMessage({ service, largeMessage }: CheckedTenant): Promise<Seen> {
  if (!largeMessage) return notTried('no message above 25 MB was named (largeMessage)');
  const path = `/users/${segment(largeMessage.mailbox)}/messages/${segment(largeMessage.id)}/$value`;
  const bytes = await service.bytes({ method: 'GET', path, timeoutMs: 300_000 });
  const size = bytes.byteLength;
  if (size < 25_000_000) return notTried(`the message that was named has ${size} bytes only`);
  return judged(true, `${size} bytes were answered`);
}

async function askSharedUpload({ people, sharedMailbox }: CheckedTenant): Promise<Seen> {
  if (!sharedMailbox) return notTried('no shared mailbox was named (sharedMailbox)');
  if (!people.author) return notTried('no token of the author was given');
  const graph = people.author;
  const messages = `/users/${segment(sharedMailbox)}/messages`;
  const { id } = await graph.json(idSchema, { method: 'POST', path: messages, body: { subject: 'Urddas check' } });
  const path = `${messages}/${segment(id)}`;
  try {
    const AttachmentItem = { attachmentType: 'file', name: 'check.eml', size: 4_000_000 };
    const body = { AttachmentItem };
    await graph.json(sessionSchema, { method: 'POST', path: `${path}/attachments/createUploadSession`, body });
    return judged(true, 'a session was opened');
  } finally {
    await graph.done({ method: 'DELETE', path });
  }
}

/** The id of a mailbox's inbox: that it opens is seen, and nothing that lies in it. Null where it is refused. */
async function openInbox({ service }: CheckedTenant, mailbox: string): Promise<string | null> {
  const path = `/users/${segment(mailbox)}/mailFolders/inbox`;
  try {
    return (await service.json(idSchema, { method: 'GET', path, query: { $select: 'id' } })).id;
  } catch (error) {
    if (isRemoteError(error) && error.code === 'forbidden') return null;
    throw error;
  }
}

async function askOtherMailbox(tenant: CheckedTenant): Promise<Seen> {
  const { otherMailbox, serviceMailbox } = tenant;
  if (!otherMailbox) return notTried('no other mailbox was named (otherMailbox)');
  try {
    const other = await openInbox(tenant, otherMailbox);
    const own = await openInbox(tenant, serviceMailbox);
    // By its inbox and not by its address: one mailbox may have several.
    if (other !== null && other === own) return notTried('the mailbox that was named is the service’s own');
    if (other !== null) return judged(false, 'it was answered: every mailbox of the organisation may be open');
    // What is refused everywhere says nothing: a right that was just given or taken away counts after up to two hours.
    if (own === null) return notTried('the service’s own mailbox was refused as well: ask again when it can send mail');
    return judged(true, 'refused, and the service’s own mailbox was answered');
  } catch (error) {
    if (isRemoteError(error) && error.code === 'notFound') return notTried(`no such mailbox: ${error.message}`);
    throw error;
  }
}

/** Teams, mail and the estate of Outlooks. Facts 2.1, 2.3, 4.1, 8. */
export const hostQuestions: Question[] = [
  {
    id: 'card-size',
    question: 'How large may a card in a chat be?',
    assumption: '25 000 bytes are taken.',
    otherwise: 'Set tenant.cardBytes to what was taken (URDDAS_TENANT_CARD_BYTES).',
    ask: askCardSize,
  },
  {
    id: 'other-mailbox',
    question: 'Can the service open a mailbox that is not its own?',
    assumption: 'No: Exchange gives it one mailbox, and Entra none.',
    otherwise:
      'In Entra, at the app’s registration, API permissions, Microsoft Graph: revoke the admin consent of every Mail. permission of type Application, then remove it from the list; leave the delegated ones. If none is there, Test-ServicePrincipalAuthorization in Exchange, asked for that mailbox, names the role that is in scope: remove its assignment. Then confine mail (docs/permissions.md), wait two hours, and ask again. Sending is not tried: it was opened by the same consent.',
    ask: askOtherMailbox,
  },
  {
    id: 'large-original',
    question: 'Does $value answer a message above 25 MB?',
    assumption: 'Yes.',
    otherwise: 'Nothing to set: the report is made without the original, says so, and asks for it as a file.',
    ask: askLargeMessage,
  },
  {
    id: 'shared-upload',
    question: 'Can an upload session be opened in a shared mailbox with a person’s token?',
    assumption: 'It may fail. Nothing rests on it: originals are sent from the reporter’s own mailbox.',
    otherwise: 'Nothing to set.',
    ask: askSharedUpload,
  },
  {
    id: 'outlooks',
    question: 'Which Outlooks do people have (LTSC 2021, Mac, mobile)?',
    assumption: 'Any of the README’s table.',
    otherwise: 'Deploy the add-in only manifest beside the unified one (npm run package makes both).',
    ask: async () => notTried('no request answers this: ask whoever looks after Outlook'),
  },
];
