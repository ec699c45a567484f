import * as v from 'valibot';
import { type Graph, type GraphRequest, literal, segment } from '../graph/client.ts';
import { readPage } from '../graph/paging.ts';

const installedSchema = v.object({ id: v.string() });
const chatSchema = v.object({ id: v.string() });
const messageSchema = v.object({
  id: v.string(),
  createdDateTime: v.nullish(v.string()),
  deletedDateTime: v.nullish(v.string()),
  attachments: v.nullish(v.array(v.object({ content: v.nullish(v.string()) }))),
});

interface CardSearch {
  teamsAppId: string;
  staffId: string;
  key: string;
  since: string;
}

/** The newest card that `findCards` finds; null for none. */
export async function findCard(graph: Graph, where: CardSearch): Promise<string | null> {
  for await (const id of cardsWith(graph, where)) return id;
  return null;
}

/**
 * Finds the cards that carry the key in the person's chat with the app, newest message first, back to `since` (UTC).
 * Needs the application permissions TeamsAppInstallation.ReadForUser.All and Chat.Read.WhereInstalled.
 * Empty when the app is not installed or no such card was posted.
 */
export async function findCards(graph: Graph, where: CardSearch): Promise<string[]> {
  const found: string[] = [];
  for await (const id of cardsWith(graph, where)) found.push(id);
  return found;
}

async function* cardsWith(graph: Graph, where: CardSearch): AsyncGenerator<string> {
  const apps = `/users/${segment(where.staffId)}/teamwork/installedApps`;
  const installed = await readPage(graph, installedSchema, {
    method: 'GET',
    path: apps,
    query: { $expand: 'teamsApp', $filter: `teamsApp/externalId eq ${literal(where.teamsAppId)}` },
  });
  const [app] = installed.items;
  if (!app) return;
  const chat = await graph.json(chatSchema, { method: 'GET', path: `${apps}/${segment(app.id)}/chat` });
  const request: GraphRequest = {
    method: 'GET',
    path: `/chats/${segment(chat.id)}/messages`,
    query: { $top: '50', $orderby: 'createdDateTime desc' },
  };
  const marker = JSON.stringify(where.key).slice(1, -1);
  let cursor: string | undefined;
  do {
    const page = await readPage(graph, messageSchema, request, cursor);
    for (const { id, deletedDateTime, attachments } of page.items) {
      if (deletedDateTime == null && attachments?.some((each) => each.content?.includes(marker))) yield id;
    }
    const oldest = page.items.at(-1)?.createdDateTime;
    if (oldest && Date.parse(oldest) < Date.parse(where.since)) return;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
}
