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

/**
 * Finds the card that carries the key in the person's chat with the app, newest message first, back to `since` (UTC).
 * Needs the application permissions TeamsAppInstallation.ReadForUser.All and Chat.Read.WhereInstalled.
 * Null when the app is not installed or no such card was posted.
 */
export async function findCard(
  graph: Graph,
  where: { teamsAppId: string; staffId: string; key: string; since: string },
): Promise<string | null> {
  const apps = `/users/${segment(where.staffId)}/teamwork/installedApps`;
  const installed = await readPage(graph, installedSchema, {
    method: 'GET',
    path: apps,
    query: { $expand: 'teamsApp', $filter: `teamsApp/externalId eq ${literal(where.teamsAppId)}` },
  });
  const [app] = installed.items;
  if (!app) return null;
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
    const found = page.items.find(
      (message) =>
        message.deletedDateTime == null && message.attachments?.some((each) => each.content?.includes(marker)),
    );
    if (found) return found.id;
    const oldest = page.items.at(-1)?.createdDateTime;
    if (oldest && Date.parse(oldest) < Date.parse(where.since)) return null;
    cursor = page.next ?? undefined;
  } while (cursor !== undefined);
  return null;
}
