import { randomUUID } from 'node:crypto';
import type { Person } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import type { Conversation } from './conversations.ts';
import type { TeamsApp } from './installations.ts';
import { botServiceUrl } from './invoke-token.ts';
import { botMemberId, memberId } from './member-ids.ts';

export interface CardAction {
  type: string;
  id?: string;
  title?: string;
  verb?: string;
  data?: unknown;
}

/** Automatic: the card's own refresh; manual: a person pressed something (facts 4.1). */
export type InvokeTrigger = 'automatic' | 'manual';

/** The fields that every activity from Teams to a bot has. */
export function channelActivity(tenant: Tenant, app: TeamsApp, conversation: Conversation, person: Person) {
  const locale = person.preferredLanguage ?? 'en-GB';
  const at = tenant.clock.now().toISOString();
  return {
    id: `f:${randomUUID()}`,
    timestamp: at,
    localTimestamp: at,
    localTimezone: 'Europe/London',
    channelId: 'msteams',
    serviceUrl: botServiceUrl(tenant),
    from: { id: memberId(conversation.botId, person.id), name: person.displayName, aadObjectId: person.id },
    conversation: { conversationType: 'personal', tenantId: tenant.tenantId, id: conversation.id },
    recipient: { id: botMemberId(conversation.botId), name: app.name },
    entities: [{ type: 'clientInfo', locale, country: 'GB', platform: 'Web', timezone: 'Europe/London' }],
    locale,
    channelData: { tenant: { id: tenant.tenantId } },
  };
}

type ChannelActivity = ReturnType<typeof channelActivity>;

/** What Teams sends when a person presses an `Action.Execute`, or a card refreshes itself. */
export function cardInvoke(base: ChannelActivity, messageId: string, action: CardAction, trigger: InvokeTrigger) {
  return {
    ...base,
    type: 'invoke',
    name: 'adaptiveCard/action',
    replyToId: messageId,
    channelData: { ...base.channelData, source: { name: 'message' }, legacy: { replyToId: messageId } },
    value: { action, trigger },
  };
}

/** What a bot hears when a person gets its app, or loses it. */
export function installationActivities(base: ChannelActivity, action: 'add' | 'remove') {
  const membership = action === 'add' ? 'membersAdded' : 'membersRemoved';
  return [
    { ...base, type: 'installationUpdate', action },
    { ...base, id: `f:${randomUUID()}`, type: 'conversationUpdate', [membership]: [{ id: base.recipient.id }] },
  ];
}
