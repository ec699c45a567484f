import { findPerson } from '../identity/directory-store.ts';
import type { Tenant } from '../tenant.ts';
import type { PersonChat, PersonMessage } from './person-chats.ts';

/** https://learn.microsoft.com/graph/api/resources/chat */
export function personChatResource(tenant: Tenant, chat: PersonChat) {
  return {
    '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#chats/$entity`,
    id: chat.id,
    topic: null,
    createdDateTime: chat.createdAt,
    lastUpdatedDateTime: chat.createdAt,
    chatType: 'oneOnOne',
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(chat.id)}/0?tenantId=${tenant.tenantId}`,
    tenantId: tenant.tenantId,
    onlineMeetingInfo: null,
    viewpoint: null,
  };
}

/** https://learn.microsoft.com/graph/api/resources/chatmessage */
export function personMessageResource(tenant: Tenant, message: PersonMessage) {
  return {
    id: message.id,
    replyToId: null,
    etag: message.id,
    messageType: 'message',
    createdDateTime: message.createdAt,
    lastModifiedDateTime: message.createdAt,
    lastEditedDateTime: null,
    deletedDateTime: null,
    subject: null,
    summary: null,
    chatId: message.chatId,
    importance: message.importance,
    locale: 'en-us',
    webUrl: null,
    channelIdentity: null,
    policyViolation: null,
    eventDetail: null,
    from: {
      application: null,
      device: null,
      user: {
        '@odata.type': '#microsoft.graph.teamworkUserIdentity',
        id: message.fromId,
        displayName: findPerson(tenant, message.fromId)?.displayName ?? null,
        userIdentityType: 'aadUser',
        tenantId: tenant.tenantId,
      },
    },
    body: { contentType: message.contentType, content: message.content },
    attachments: [],
    mentions: [],
    reactions: [],
  };
}

const entities: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', '#39': "'", nbsp: '\u00a0' };

/** What a person reads of a message: its lines, without any markup. */
export function readableText({ contentType, content }: Pick<PersonMessage, 'contentType' | 'content'>): string {
  if (contentType === 'text') return content;
  return content
    .replace(/<br\s*\/?>|<\/(p|div|li)>/gi, '\n')
    .replace(/<[^>]*>/g, '')
    .replace(/&(amp|lt|gt|quot|#39|nbsp);/g, (_, name: string) => entities[name] ?? '')
    .trim();
}
