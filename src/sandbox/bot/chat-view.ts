import type { Tenant } from '../tenant.ts';
import { findCardView } from './card-views.ts';
import type { CardAction } from './channel-activity.ts';
import { type ChatMessage, latestMessages } from './chat-messages.ts';
import type { Conversation } from './conversations.ts';
import { memberId } from './member-ids.ts';

export const adaptiveCardType = 'application/vnd.microsoft.card.adaptive';

/** Most people that a card may name for its own refreshing (facts 4.1). */
const mostRefreshers = 60;
/** A card that somebody has just had refreshed is left alone for so long. */
const refreshPauseMs = 60_000;

export interface CardRefresh {
  action: CardAction;
  isAutomatic: boolean;
}

/** One message as one person sees it. */
export interface MessageView {
  id: string;
  version: number;
  isFromBot: boolean;
  /** The person who looks wrote it. */
  isOwn: boolean;
  /** Marked as important by whoever wrote it. */
  isImportant: boolean;
  text: string;
  cards: unknown[];
  /** The card is this person's own, not the one everybody has. */
  isPersonal: boolean;
  /** How the card may be refreshed now; null when it has no refresh. */
  refresh: CardRefresh | null;
  createdAt: string;
  isEdited: boolean;
  isDeleted: boolean;
}

function refreshOf(card: unknown, mri: string): CardRefresh | null {
  const refresh = (card as { refresh?: { action?: CardAction; userIds?: string[] } } | undefined)?.refresh;
  if (refresh?.action?.type !== 'Action.Execute') return null;
  // No list at all means everybody in a small chat; an empty one means by hand only.
  const isAutomatic = refresh.userIds === undefined || refresh.userIds.slice(0, mostRefreshers).includes(mri);
  return { action: refresh.action, isAutomatic };
}

function cardsOf(message: ChatMessage): unknown[] {
  return (message.activity.attachments ?? [])
    .filter(({ contentType }) => contentType === adaptiveCardType)
    .map(({ content }) => content);
}

export function viewMessage(tenant: Tenant, conversation: Conversation, message: ChatMessage): MessageView {
  const view = findCardView(tenant, message.id, conversation.userId);
  const shared = cardsOf(message);
  const cards = view ? [view.card, ...shared.slice(1)] : shared;
  const refresh = refreshOf(cards[0], memberId(conversation.botId, conversation.userId));
  const isFresh = view !== null && tenant.clock.now().getTime() - Date.parse(view.at) < refreshPauseMs;
  const isDeleted = message.deletedAt !== null;
  return {
    id: message.id,
    version: message.version,
    isFromBot: message.isFromBot,
    isOwn: !message.isFromBot,
    isImportant: message.activity.importance === 'high' || message.activity.importance === 'urgent',
    text: isDeleted ? '' : (message.activity.text ?? ''),
    cards: isDeleted ? [] : cards,
    isPersonal: view !== null,
    refresh: isDeleted || !refresh ? null : { ...refresh, isAutomatic: refresh.isAutomatic && !isFresh },
    createdAt: message.createdAt,
    isEdited: message.version > 1 && !isDeleted,
    isDeleted,
  };
}

/** The newest messages of a chat, and whether there are older ones. */
export function viewChat(
  tenant: Tenant,
  conversation: Conversation,
  count: number,
): { messages: MessageView[]; hasEarlier: boolean } {
  const found = latestMessages(tenant, conversation.id, count + 1);
  return {
    messages: found.slice(-count).map((message) => viewMessage(tenant, conversation, message)),
    hasEarlier: found.length > count,
  };
}
