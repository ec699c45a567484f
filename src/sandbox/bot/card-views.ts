import type { Tenant } from '../tenant.ts';

/** A card that one person sees in place of the one everybody has (facts 4.1). */
export interface CardView {
  card: unknown;
  /** Version of the message it stands in for. */
  version: number;
  /** UTC. */
  at: string;
}

export function findCardView(tenant: Tenant, messageId: string, userId: string): CardView | null {
  const row = tenant.db
    .prepare('SELECT card, version, at FROM teams_card_views WHERE message_id = ? AND user_id = ?')
    .get(messageId, userId) as { card: string; version: number; at: string } | undefined;
  return row ? { card: JSON.parse(row.card), version: row.version, at: row.at } : null;
}

/**
 * Shows this card to this person from now on, until everybody's card is updated. It counts for the version that stands
 * now: a bot that updates everybody's card and then answers the press means both.
 */
export function keepCardView(
  tenant: Tenant,
  message: { id: string; conversationId: string },
  userId: string,
  card: unknown,
): void {
  tenant.db
    .prepare(
      `INSERT INTO teams_card_views (message_id, user_id, version, card, at)
       SELECT id, ?, version, ?, ? FROM teams_messages WHERE id = ? AND deleted_at IS NULL
       ON CONFLICT (message_id, user_id) DO UPDATE
       SET card = excluded.card, version = excluded.version, at = excluded.at`,
    )
    .run(userId, JSON.stringify(card), tenant.clock.now().toISOString(), message.id);
  tenant.events.emit('chatChanged', { conversationId: message.conversationId, activityId: message.id });
}
