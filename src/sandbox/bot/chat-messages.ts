import type { Tenant } from '../tenant.ts';

/** The parts of a Bot Framework activity that the chat uses; the rest is kept as it came. */
export interface Activity {
  type: string;
  text?: string;
  textFormat?: string;
  summary?: string;
  locale?: string;
  importance?: string;
  attachments?: { contentType: string; content?: unknown; contentUrl?: string; name?: string }[];
  [other: string]: unknown;
}

export interface ChatMessage {
  /** Milliseconds since 1970, as Teams numbers its messages. */
  id: string;
  conversationId: string;
  isFromBot: boolean;
  activity: Activity;
  /** Grows by one with each update. */
  version: number;
  createdAt: string;
  modifiedAt: string;
  deletedAt: string | null;
}

interface Row {
  id: string;
  conversation_id: string;
  from_bot: number;
  activity: string;
  version: number;
  created_at: string;
  modified_at: string;
  deleted_at: string | null;
}

function fromRow(row: Row): ChatMessage {
  return {
    id: row.id,
    conversationId: row.conversation_id,
    isFromBot: row.from_bot === 1,
    activity: JSON.parse(row.activity) as Activity,
    version: row.version,
    createdAt: row.created_at,
    modifiedAt: row.modified_at,
    deletedAt: row.deleted_at,
  };
}

export function addMessage(
  tenant: Tenant,
  conversationId: string,
  isFromBot: boolean,
  activity: Activity,
): ChatMessage {
  const at = tenant.clock.now();
  const insert = tenant.db.prepare(
    `INSERT INTO teams_messages (id, conversation_id, from_bot, activity, created_at, modified_at)
     VALUES (?, ?, ?, ?, ?, ?) ON CONFLICT (id) DO NOTHING`,
  );
  // Two messages in one millisecond: the later one takes the next free number.
  let id = at.getTime();
  const stamp = at.toISOString();
  while (
    insert.run(String(id), conversationId, isFromBot ? 1 : 0, JSON.stringify(activity), stamp, stamp).changes === 0
  ) {
    id += 1;
  }
  tenant.events.emit('chatChanged', { conversationId, activityId: String(id) });
  return fromRow(tenant.db.prepare('SELECT * FROM teams_messages WHERE id = ?').get(String(id)) as Row);
}

export function findMessage(tenant: Tenant, conversationId: string, id: string): ChatMessage | null {
  const row = tenant.db
    .prepare('SELECT * FROM teams_messages WHERE id = ? AND conversation_id = ?')
    .get(id, conversationId) as Row | undefined;
  return row ? fromRow(row) : null;
}

/** Everyone sees the new content; what single people saw instead of the old one is gone. */
export function updateMessage(tenant: Tenant, message: ChatMessage, activity: Activity): void {
  tenant.db
    .prepare('UPDATE teams_messages SET activity = ?, version = version + 1, modified_at = ? WHERE id = ?')
    .run(JSON.stringify(activity), tenant.clock.now().toISOString(), message.id);
  tenant.db.prepare('DELETE FROM teams_card_views WHERE message_id = ?').run(message.id);
  tenant.events.emit('chatChanged', { conversationId: message.conversationId, activityId: message.id });
}

export function deleteMessage(tenant: Tenant, message: ChatMessage): void {
  const now = tenant.clock.now().toISOString();
  tenant.db
    .prepare('UPDATE teams_messages SET deleted_at = ?, modified_at = ?, version = version + 1 WHERE id = ?')
    .run(now, now, message.id);
  tenant.db.prepare('DELETE FROM teams_card_views WHERE message_id = ?').run(message.id);
  tenant.events.emit('chatChanged', { conversationId: message.conversationId, activityId: message.id });
}

/** The newest messages, oldest of them first. */
export function latestMessages(tenant: Tenant, conversationId: string, count: number): ChatMessage[] {
  const rows = tenant.db
    .prepare('SELECT * FROM teams_messages WHERE conversation_id = ? ORDER BY CAST(id AS INTEGER) DESC LIMIT ?')
    .all(conversationId, count) as Row[];
  return rows.map(fromRow).reverse();
}

/** Newest first by the given time, as Graph pages them. */
export function pageOfMessages(
  tenant: Tenant,
  conversationId: string,
  page: { orderBy: 'created_at' | 'modified_at'; top: number; skip: number },
): ChatMessage[] {
  const rows = tenant.db
    .prepare(
      `SELECT * FROM teams_messages WHERE conversation_id = ?
       ORDER BY ${page.orderBy} DESC, CAST(id AS INTEGER) DESC LIMIT ? OFFSET ?`,
    )
    .all(conversationId, page.top, page.skip) as Row[];
  return rows.map(fromRow);
}
