import type { Receipt } from '../../../src/application/ports/intake.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { TenantView } from './product.ts';

interface Item {
  id: string;
  eTag: string;
  fields: Record<string, string>;
}

export async function itemsOf(product: TenantView, list: string): Promise<Item[]> {
  const { site } = product.settings;
  const { value } = await product.look<{ value: Item[] }>(
    `/sites/${site.id}/lists/${list}/items?$expand=fields&$top=900`,
  );
  return value;
}

export async function incidents(
  product: TenantView,
  list = product.settings.site.lists.incidents,
): Promise<{ item: Item; incident: Incident }[]> {
  const items = await itemsOf(product, list);
  return items.map((item) => ({ item, incident: JSON.parse(item.fields.Details ?? '') as Incident }));
}

export async function receiptsIn(product: TenantView, rowId: string): Promise<Record<string, Receipt['state']>> {
  const row = (await itemsOf(product, product.settings.site.lists.intake)).find((item) => item.id === rowId);
  const receipts = JSON.parse(row?.fields.Receipts ?? '[]') as Receipt[];
  return Object.fromEntries(receipts.map((receipt) => [receipt.step, receipt.state]));
}

/** Mails in the service mailbox's Sent Items, by subject. */
export async function sentMails(
  product: TenantView,
): Promise<{ subject: string; to: string[]; text: string; hasAttachments: boolean }[]> {
  const token = await product.token({ app: product.settings.clientId, scopes: ['.default'] });
  const root = product.settings.graphBaseUrl.replace(/\/(v1\.0)?\/?$/, '');
  const response = await fetch(
    `${root}/v1.0/users/${product.settings.serviceMailbox}/messages?$top=500&$select=subject,toRecipients,body,isDraft,hasAttachments`,
    { headers: { authorization: `Bearer ${token}` } },
  );
  if (!response.ok) throw new Error(`mails: ${response.status} ${await response.text()}`);
  const { value } = (await response.json()) as {
    value: {
      subject: string;
      isDraft: boolean;
      hasAttachments: boolean;
      toRecipients: { emailAddress: { address: string } }[];
      body: { content: string };
    }[];
  };
  return value
    .filter((message) => !message.isDraft)
    .map(({ subject, toRecipients, body, hasAttachments }) => ({
      subject,
      to: toRecipients.map((each) => each.emailAddress.address),
      text: body.content,
      hasAttachments,
    }));
}

interface Chat {
  id: string;
  messages: { id: string; card?: unknown; [key: string]: unknown }[];
  hasEarlier: boolean;
}

/** Throws when a chat holds more than `most`: what was not looked at could be anything. */
export async function cardsOf(
  product: TenantView,
  persona: string,
  most = 2000,
): Promise<{ chatId: string; messageId: string; json: string }[]> {
  const response = await fetch(`${product.sandbox.origin}/sandbox/teams/chats?persona=${persona}&messages=${most}`);
  const chats = (await response.json()) as Chat[];
  if (chats.some(({ hasEarlier }) => hasEarlier)) throw new Error(`${persona} has more than ${most} messages`);
  return chats.flatMap((chat) =>
    chat.messages.map((message) => ({ chatId: chat.id, messageId: message.id, json: JSON.stringify(message) })),
  );
}

/** Presses an action of a card, as that person's Teams does; gives what the person then sees. */
export async function press(
  product: TenantView,
  persona: string,
  place: { chatId: string; messageId: string },
  action: { verb: string; data: Record<string, unknown> },
): Promise<{ kind: string; text?: string; card?: unknown }> {
  const response = await fetch(
    `${product.sandbox.origin}/sandbox/teams/chats/${encodeURIComponent(place.chatId)}/messages/${place.messageId}/actions`,
    {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({
        persona,
        action: { type: 'Action.Execute', id: 'x', ...action },
        trigger: action.verb === 'refresh' ? 'automatic' : 'manual',
      }),
    },
  );
  if (!response.ok) throw new Error(`press: ${response.status} ${await response.text()}`);
  return (await response.json()) as never;
}
