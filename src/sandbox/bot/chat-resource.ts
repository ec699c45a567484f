import { findPerson } from '../identity/directory-store.ts';
import type { Tenant } from '../tenant.ts';
import type { ChatMessage } from './chat-messages.ts';
import type { Conversation } from './conversations.ts';
import { findAppOfBot } from './installations.ts';

/** https://learn.microsoft.com/graph/api/resources/chat */
export function chatResource(tenant: Tenant, conversation: Conversation) {
  return {
    '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#chats/$entity`,
    id: conversation.chatId,
    topic: null,
    createdDateTime: conversation.createdAt,
    lastUpdatedDateTime: conversation.createdAt,
    chatType: 'oneOnOne',
    webUrl: `https://teams.microsoft.com/l/chat/${encodeURIComponent(conversation.chatId)}/0?tenantId=${tenant.tenantId}`,
    tenantId: tenant.tenantId,
    onlineMeetingInfo: null,
    viewpoint: null,
  };
}

function escapeHtml(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

function sender(tenant: Tenant, conversation: Conversation, message: ChatMessage) {
  if (message.isFromBot) {
    const displayName = findAppOfBot(tenant, conversation.botId)?.name ?? null;
    const application = {
      '@odata.type': '#microsoft.graph.teamworkApplicationIdentity',
      id: conversation.botId,
      displayName,
      applicationIdentityType: 'bot',
    };
    return { application, device: null, user: null };
  }
  const person = findPerson(tenant, conversation.userId);
  return {
    application: null,
    device: null,
    user: {
      '@odata.type': '#microsoft.graph.teamworkUserIdentity',
      id: conversation.userId,
      displayName: person?.displayName ?? null,
      userIdentityType: 'aadUser',
      tenantId: tenant.tenantId,
    },
  };
}

/** A bot's text may be Markdown; Graph gives HTML with a mark where each attachment stands. */
function body(message: ChatMessage, attachmentIds: string[]) {
  if (message.deletedAt) return { contentType: 'html', content: '' };
  const marks = attachmentIds.map((id) => `<attachment id="${id}"></attachment>`).join('');
  const text = message.activity.text ? `<p>${escapeHtml(message.activity.text)}</p>` : '';
  return { contentType: 'html', content: text + marks };
}

/**
 * What stands in the chat for everyone: never what one person sees by refresh.
 * https://learn.microsoft.com/graph/api/resources/chatmessage
 */
export function chatMessageResource(tenant: Tenant, conversation: Conversation, message: ChatMessage) {
  const attachments = message.deletedAt
    ? []
    : (message.activity.attachments ?? []).map(({ contentType, content, contentUrl, name }, index) => ({
        // The same id each time it is read, as Graph's is.
        id: `${message.id}${String(index).padStart(3, '0')}`,
        contentType,
        contentUrl: contentUrl ?? null,
        content: content === undefined ? null : JSON.stringify(content),
        name: name ?? null,
        thumbnailUrl: null,
        teamsAppId: null,
      }));
  return {
    id: message.id,
    replyToId: null,
    etag: `${Date.parse(message.modifiedAt)}`,
    messageType: 'message',
    createdDateTime: message.createdAt,
    lastModifiedDateTime: message.modifiedAt,
    lastEditedDateTime: message.version > 1 && !message.deletedAt ? message.modifiedAt : null,
    deletedDateTime: message.deletedAt,
    subject: null,
    summary: message.activity.summary ?? null,
    chatId: conversation.chatId,
    importance: message.activity.importance ?? 'normal',
    locale: message.activity.locale ?? 'en-us',
    webUrl: null,
    channelIdentity: null,
    policyViolation: null,
    eventDetail: null,
    from: sender(tenant, conversation, message),
    body: body(
      message,
      attachments.map(({ id }) => id),
    ),
    attachments,
    mentions: [],
    reactions: [],
  };
}
