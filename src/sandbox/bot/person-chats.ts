import type { Tenant } from '../tenant.ts';

/** The one chat between two people. Ids stand in the order of the alphabet, so that the pair has one chat. */
export interface PersonChat {
  /** What Graph calls it, and the Teams page too. */
  id: string;
  members: [string, string];
  createdAt: string;
}

export const importances = ['normal', 'high', 'urgent'] as const;
export type Importance = (typeof importances)[number];

export interface PersonMessage {
  /** Milliseconds since 1970, as Teams numbers its messages. */
  id: string;
  chatId: string;
  fromId: string;
  contentType: 'text' | 'html';
  content: string;
  importance: Importance;
  createdAt: string;
}

interface ChatRow {
  id: string;
  one_id: string;
  other_id: string;
  created_at: string;
}

interface MessageRow {
  id: string;
  chat_id: string;
  from_id: string;
  content_type: 'text' | 'html';
  content: string;
  importance: Importance;
  created_at: string;
}

function chatFrom(row: ChatRow): PersonChat {
  return { id: row.id, members: [row.one_id, row.other_id], createdAt: row.created_at };
}

function messageFrom(row: MessageRow): PersonMessage {
  return {
    id: row.id,
    chatId: row.chat_id,
    fromId: row.from_id,
    contentType: row.content_type,
    content: row.content,
    importance: row.importance,
    createdAt: row.created_at,
  };
}

/** The same chat however often, and by whichever of the two, it is asked for. */
export function openPersonChat(tenant: Tenant, people: readonly [string, string]): PersonChat {
  const [one, other] = people.toSorted() as [string, string];
  const id = `19:${one}_${other}@unq.gbl.spaces`;
  tenant.db
    .prepare(
      'INSERT INTO teams_person_chats (id, one_id, other_id, created_at) VALUES (?, ?, ?, ?) ON CONFLICT DO NOTHING',
    )
    .run(id, one, other, tenant.clock.now().toISOString());
  const chat = findPersonChat(tenant, id);
  if (!chat) throw new Error('The chat that was just stored is gone.');
  return chat;
}

export function findPersonChat(tenant: Tenant, id: string): PersonChat | null {
  const row = tenant.db.prepare('SELECT * FROM teams_person_chats WHERE id = ?').get(id) as ChatRow | undefined;
  return row ? chatFrom(row) : null;
}

export function personChatsOf(tenant: Tenant, userId: string): PersonChat[] {
  const rows = tenant.db
    .prepare('SELECT * FROM teams_person_chats WHERE one_id = ? OR other_id = ? ORDER BY created_at')
    .all(userId, userId) as ChatRow[];
  return rows.map(chatFrom);
}

export function addPersonMessage(
  tenant: Tenant,
  chat: PersonChat,
  message: Pick<PersonMessage, 'fromId' | 'contentType' | 'content' | 'importance'>,
): PersonMessage {
  const at = tenant.clock.now();
  const insert = tenant.db.prepare(
    `INSERT INTO teams_person_messages (id, chat_id, from_id, content_type, content, importance, created_at)
     VALUES (?, ?, ?, ?, ?, ?, ?) ON CONFLICT DO NOTHING`,
  );
  const { fromId, contentType, content, importance } = message;
  // Two messages in one millisecond: the later one takes the next free number.
  let id = at.getTime();
  const store = () => insert.run(String(id), chat.id, fromId, contentType, content, importance, at.toISOString());
  while (store().changes === 0) id += 1;
  tenant.events.emit('chatChanged', { conversationId: chat.id, activityId: String(id) });
  return { id: String(id), chatId: chat.id, fromId, contentType, content, importance, createdAt: at.toISOString() };
}

export function findPersonMessage(tenant: Tenant, chatId: string, id: string): PersonMessage | null {
  const row = tenant.db.prepare('SELECT * FROM teams_person_messages WHERE chat_id = ? AND id = ?').get(chatId, id) as
    | MessageRow
    | undefined;
  return row ? messageFrom(row) : null;
}

/** Newest first, as Graph pages them. */
export function pageOfPersonMessages(
  tenant: Tenant,
  chatId: string,
  page: { top: number; skip: number },
): PersonMessage[] {
  const rows = tenant.db
    .prepare('SELECT * FROM teams_person_messages WHERE chat_id = ? ORDER BY CAST(id AS INTEGER) DESC LIMIT ? OFFSET ?')
    .all(chatId, page.top, page.skip) as MessageRow[];
  return rows.map(messageFrom);
}
