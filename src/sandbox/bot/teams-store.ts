import type { Tenant } from '../tenant.ts';

/** Tables of everything Teams keeps: who has which app, the chats with bots and between people, what stands in them, and notifications. */
export function prepareTeams(tenant: Tenant): void {
  tenant.db.exec(`
    CREATE TABLE IF NOT EXISTS teams_installations (
      client_id TEXT NOT NULL, user_id TEXT NOT NULL, state TEXT NOT NULL,
      PRIMARY KEY (client_id, user_id));
    CREATE TABLE IF NOT EXISTS teams_conversations (
      id TEXT PRIMARY KEY, chat_id TEXT NOT NULL UNIQUE, client_id TEXT NOT NULL, bot_id TEXT NOT NULL,
      user_id TEXT NOT NULL, created_at TEXT NOT NULL, UNIQUE (bot_id, user_id));
    CREATE TABLE IF NOT EXISTS teams_messages (
      id TEXT PRIMARY KEY, conversation_id TEXT NOT NULL, from_bot INTEGER NOT NULL, activity TEXT NOT NULL,
      version INTEGER NOT NULL DEFAULT 1, created_at TEXT NOT NULL, modified_at TEXT NOT NULL, deleted_at TEXT);
    CREATE INDEX IF NOT EXISTS teams_messages_by_chat ON teams_messages (conversation_id, modified_at);
    CREATE TABLE IF NOT EXISTS teams_person_chats (
      id TEXT PRIMARY KEY, one_id TEXT NOT NULL, other_id TEXT NOT NULL, created_at TEXT NOT NULL);
    CREATE TABLE IF NOT EXISTS teams_person_messages (
      id TEXT NOT NULL, chat_id TEXT NOT NULL, from_id TEXT NOT NULL, content_type TEXT NOT NULL,
      content TEXT NOT NULL, importance TEXT NOT NULL, created_at TEXT NOT NULL, PRIMARY KEY (chat_id, id));
    CREATE TABLE IF NOT EXISTS teams_card_views (
      message_id TEXT NOT NULL, user_id TEXT NOT NULL, version INTEGER NOT NULL, card TEXT NOT NULL, at TEXT NOT NULL,
      PRIMARY KEY (message_id, user_id));
    CREATE TABLE IF NOT EXISTS teams_notifications (
      id TEXT PRIMARY KEY, user_id TEXT NOT NULL, client_id TEXT NOT NULL, activity_type TEXT NOT NULL,
      preview TEXT NOT NULL, web_url TEXT, at TEXT NOT NULL);
    CREATE INDEX IF NOT EXISTS teams_notifications_by_user ON teams_notifications (user_id, at);
  `);
}
