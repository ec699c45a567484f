import { type Caller, GraphFailure, requirePermission, type SandboxApp, type SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { findMessage, pageOfMessages } from './chat-messages.ts';
import { chatMessageResource, chatResource } from './chat-resource.ts';
import { type Conversation, findConversationByChat } from './conversations.ts';
import { findAppOfBot, installationState } from './installations.ts';

const everyChat = ['Chat.Read.All', 'Chat.ReadWrite.All'];
const ownChats = ['Chat.Read.WhereInstalled', 'Chat.ReadWrite.WhereInstalled'];
const readPermissions = { delegated: ['Chat.Read', 'Chat.ReadWrite'], application: [...everyChat, ...ownChats] };
const basicPermissions = {
  delegated: [...readPermissions.delegated, 'Chat.ReadBasic'],
  application: [...readPermissions.application, 'Chat.ReadBasic.All', 'Chat.ReadBasic.WhereInstalled'],
};

const orders = {
  'lastModifiedDateTime desc': 'modified_at',
  'createdDateTime desc': 'created_at',
} as const;

/** `WhereInstalled` reaches the chats in which the calling app itself is, as long as it is. */
function isReachable(tenant: Tenant, caller: Caller, conversation: Conversation): boolean {
  if (caller.kind === 'user') return caller.userId === conversation.userId;
  if (caller.roles.some((role) => everyChat.includes(role) || role === 'Chat.ReadBasic.All')) return true;
  const app = findAppOfBot(tenant, conversation.botId);
  if (!app || app.clientId !== caller.appId) return false;
  return installationState(tenant, app, conversation.userId) !== 'notInstalled';
}

/** Graph: chats and what stands in them. */
export function registerChats(app: SandboxApp, tenant: Tenant): void {
  const chatOf = (c: SandboxContext, needed: Parameters<typeof requirePermission>[1]): Conversation => {
    const caller = c.get('caller');
    requirePermission(caller, needed);
    const conversation = findConversationByChat(tenant, decodeURIComponent(c.req.param('chatId') ?? ''));
    if (!conversation) throw new GraphFailure(404, 'NotFound', 'No chat of this id was found.');
    if (!isReachable(tenant, caller, conversation)) {
      throw new GraphFailure(403, 'Forbidden', 'The caller is not part of this chat.');
    }
    return conversation;
  };

  app.get('/graph/v1.0/chats/:chatId', (c) => c.json(chatResource(tenant, chatOf(c, basicPermissions))));

  app.get('/graph/v1.0/chats/:chatId/messages', (c) => {
    const conversation = chatOf(c, readPermissions);
    const top = Number(c.req.query('$top') ?? 20);
    if (!Number.isInteger(top) || top < 1 || top > 50) {
      throw new GraphFailure(400, 'BadRequest', 'The limit of 50 for Top query has been exceeded, or it is no number.');
    }
    const order = c.req.query('$orderby') ?? 'lastModifiedDateTime desc';
    const orderBy = orders[order.trim() as keyof typeof orders];
    if (!orderBy) throw new GraphFailure(400, 'BadRequest', `QueryOptions to order by '${order}' are not supported.`);
    if (c.req.query('$filter')) throw new GraphFailure(400, 'BadRequest', 'This filter is not supported.');
    const skip = Number(c.req.query('$skiptoken') ?? 0);
    if (!Number.isInteger(skip) || skip < 0) throw new GraphFailure(400, 'BadRequest', 'Invalid skip token.');
    const rows = pageOfMessages(tenant, conversation.id, { orderBy, top: top + 1, skip });
    const value = rows.slice(0, top).map((message) => chatMessageResource(tenant, conversation, message));
    const next = new URL(`${tenant.origin}${c.req.path}`);
    next.searchParams.set('$top', String(top));
    next.searchParams.set('$orderby', order.trim());
    next.searchParams.set('$skiptoken', String(skip + top));
    return c.json({
      '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#chats('${conversation.chatId}')/messages`,
      '@odata.count': value.length,
      ...(rows.length > top && { '@odata.nextLink': next.href }),
      value,
    });
  });

  app.get('/graph/v1.0/chats/:chatId/messages/:messageId', (c) => {
    const conversation = chatOf(c, readPermissions);
    const message = findMessage(tenant, conversation.id, c.req.param('messageId') ?? '');
    if (!message) throw new GraphFailure(404, 'NotFound', 'No message of this id was found.');
    return c.json(chatMessageResource(tenant, conversation, message));
  });
}
