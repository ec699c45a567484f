import type { Incident } from '../../../src/domain/incident/incident.ts';
import { joinText, recordParts } from '../../../src/m365/lists/split-text.ts';
import { issueInvokeToken } from '../../../src/sandbox/bot/invoke-token.ts';
import { cardsOf, itemsOf, sentMails } from './look.ts';
import type { Product } from './product.ts';
import { personOf } from './reporter.ts';

/**
 * Everything that an attack could have changed: both registers without the desk's own notes, the trails without refused attempts, the
 * switchboard's list, the evidence folders, every mail sent and every chat. Two of them are compared.
 */
export async function everything(product: Product) {
  const { lists, evidenceDrives } = product.settings.site;
  const register = async (list: string) =>
    (await itemsOf(product, list)).map(({ fields }) => {
      const { work: _, ...incident } = JSON.parse(joinText('Details', recordParts, fields)) as Incident & {
        work: unknown;
      };
      return { state: fields.State, forward: fields.ForwardState, comment: fields.NewComment, incident };
    });
  const trail = async (list: string) =>
    (await itemsOf(product, list)).map(({ fields }) => fields.Action).filter((action) => action !== 'refused');
  const folders = async (drive: string) =>
    (
      await product.look<{ value: { name: string; folder?: { childCount: number } }[] }>(
        `/drives/${drive}/root/children`,
      )
    ).value.map(({ name, folder }) => `${name} ${folder?.childCount}`);
  return {
    registers: [await register(lists.incidents), await register(lists.incidentsHr)],
    trails: [await trail(lists.audit), await trail(lists.auditHr)],
    switchboard: (await itemsOf(product, lists.switchboard)).map(({ fields }) => fields),
    evidence: [await folders(evidenceDrives.default), await folders(evidenceDrives.hr)],
    mails: await sentMails(product),
    chats: [
      await cardsOf(product, 'manager'),
      await cardsOf(product, 'seniorManager'),
      await cardsOf(product, 'colleague'),
    ],
  };
}

/** Lines the replicas have logged since, and the same as one text. */
export function logSince(product: Product): () => { text: string; events: string[] } {
  const start = product.logged().length;
  return () => {
    const text = product.logged().slice(start);
    const events = text
      .split('\n')
      .filter(Boolean)
      .map((line) => (JSON.parse(line) as { msg: string }).msg);
    return { text, events };
  };
}

/** Calls the bot as the channel does when this person presses something, with whatever an attacker puts into the activity. */
export async function invoke(
  product: Product,
  origin: string,
  persona: string,
  action: unknown,
  over: Record<string, unknown> = {},
): Promise<{ status: number; answer: string }> {
  const { id: aadObjectId } = await personOf(product, persona);
  const response = await postActivity(product, origin, {
    type: 'invoke',
    name: 'adaptiveCard/action',
    channelId: 'msteams',
    serviceUrl: `${product.sandbox.origin}/connector/`,
    from: { id: `29:${persona}`, aadObjectId },
    conversation: { id: 'a:1', tenantId: product.settings.tenantId, conversationType: 'personal' },
    value: { action, trigger: 'manual' },
    ...over,
  });
  return { status: response.status, answer: await response.text() };
}

export async function postActivity(
  product: Product,
  origin: string,
  body: object | string | Uint8Array,
  headers: Record<string, string> = {},
): Promise<Response> {
  const token = await issueInvokeToken(product.sandbox.tenant, product.settings.bot.id, {});
  const isRaw = typeof body === 'string' || body instanceof Uint8Array;
  return fetch(`${origin}/api/messages`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}`, ...headers },
    body: isRaw ? (body as string) : JSON.stringify(body),
  });
}
