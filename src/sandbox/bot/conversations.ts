import { createHash } from 'node:crypto';
import type { Tenant } from '../tenant.ts';

/** The one personal chat between a person and a bot. */
export interface Conversation {
  /** What the bot calls it. */
  id: string;
  /** What Graph calls it. */
  chatId: string;
  clientId: string;
  botId: string;
  userId: string;
  createdAt: string;
}

interface Row {
  id: string;
  chat_id: string;
  client_id: string;
  bot_id: string;
  user_id: string;
  created_at: string;
}

function fromRow(row: Row): Conversation {
  return {
    id: row.id,
    chatId: row.chat_id,
    clientId: row.client_id,
    botId: row.bot_id,
    userId: row.user_id,
    createdAt: row.created_at,
  };
}

/** The same chat however often it is asked for. */
export function openConversation(tenant: Tenant, clientId: string, botId: string, userId: string): Conversation {
  const id = `a:1${createHash('sha256').update(`conversation ${botId} ${userId}`).digest('base64url')}`;
  tenant.db
    .prepare(
      `INSERT INTO teams_conversations (id, chat_id, client_id, bot_id, user_id, created_at) VALUES (?, ?, ?, ?, ?, ?)
       ON CONFLICT DO NOTHING`,
    )
    .run(id, `19:${userId}_${botId}@unq.gbl.spaces`, clientId, botId, userId, tenant.clock.now().toISOString());
  const conversation = findConversation(tenant, id);
  if (!conversation) throw new Error('The chat that was just stored is gone.');
  return conversation;
}

export function findConversation(tenant: Tenant, id: string): Conversation | null {
  const row = tenant.db.prepare('SELECT * FROM teams_conversations WHERE id = ?').get(id) as Row | undefined;
  return row ? fromRow(row) : null;
}

export function findConversationByChat(tenant: Tenant, chatId: string): Conversation | null {
  const row = tenant.db.prepare('SELECT * FROM teams_conversations WHERE chat_id = ?').get(chatId) as Row | undefined;
  return row ? fromRow(row) : null;
}

export function conversationsOf(tenant: Tenant, userId: string): Conversation[] {
  const rows = tenant.db
    .prepare('SELECT * FROM teams_conversations WHERE user_id = ? ORDER BY created_at')
    .all(userId) as Row[];
  return rows.map(fromRow);
}
