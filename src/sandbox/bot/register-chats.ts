import { type Caller, GraphFailure, requirePermission, type SandboxApp, type SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { findMessage, pageOfMessages } from './chat-messages.ts';
import { chatMessageResource, chatResource } from './chat-resource.ts';
import { type Conversation, findConversationByChat } from './conversations.ts';
import { findAppOfBot, installationState } from './installations.ts';
import { readNewChat, readNewMessage } from './new-chat.ts';
import { personChatResource, personMessageResource } from './person-chat-resource.ts';
import {
  addPersonMessage,
  findPersonChat,
  findPersonMessage,
  openPersonChat,
  type PersonChat,
  pageOfPersonMessages,
} from './person-chats.ts';

const everyChat = ['Chat.Read.All', 'Chat.ReadWrite.All'];
const ownChats = ['Chat.Read.WhereInstalled', 'Chat.ReadWrite.WhereInstalled'];
const readPermissions = { delegated: ['Chat.Read', 'Chat.ReadWrite'], application: [...everyChat, ...ownChats] };
const basicPermissions = {
  delegated: [...readPermissions.delegated, 'Chat.ReadBasic'],
  application: [...readPermissions.application, 'Chat.ReadBasic.All', 'Chat.ReadBasic.WhereInstalled'],
};

/** An app of its own makes chats with `Chat.Create` too, but writes into none: that the stand-in leaves out. */
const createPermissions = { delegated: ['Chat.Create', 'Chat.ReadWrite'], application: [] };
const sendPermissions = { delegated: ['ChatMessage.Send', 'Chat.ReadWrite'], application: [] };

const orders = {
  'lastModifiedDateTime desc': 'modified_at',
  'createdDateTime desc': 'created_at',
} as const;

/** `WhereInstalled` reaches the chats in which the calling app itself is, as long as it is. */
function isWithBot(chat: Conversation | PersonChat): chat is Conversation {
  return 'botId' in chat;
}

function isReachable(tenant: Tenant, caller: Caller, conversation: Conversation | PersonChat): boolean {
  if (caller.kind === 'user') {
    const { userId } = caller;
    if (isWithBot(conversation)) return userId === conversation.userId;
    return conversation.members.some((member) => member === userId);
  }
  if (caller.roles.some((role) => everyChat.includes(role) || role === 'Chat.ReadBasic.All')) return true;
  if (!isWithBot(conversation)) return false;
  const app = findAppOfBot(tenant, conversation.botId);
  if (!app || app.clientId !== caller.appId) return false;
  return installationState(tenant, app, conversation.userId) !== 'notInstalled';
}

interface PageAsked {
  top: number;
  skip: number;
  order: keyof typeof orders;
}

function readPageAsked(c: SandboxContext): PageAsked {
  const top = Number(c.req.query('$top') ?? 20);
  if (!Number.isInteger(top) || top < 1 || top > 50) {
    throw new GraphFailure(400, 'BadRequest', 'The limit of 50 for Top query has been exceeded, or it is no number.');
  }
  const order = (c.req.query('$orderby') ?? 'lastModifiedDateTime desc').trim();
  if (!(order in orders)) {
    throw new GraphFailure(400, 'BadRequest', `QueryOptions to order by '${order}' are not supported.`);
  }
  if (c.req.query('$filter')) throw new GraphFailure(400, 'BadRequest', 'This filter is not supported.');
  const skip = Number(c.req.query('$skiptoken') ?? 0);
  if (!Number.isInteger(skip) || skip < 0) throw new GraphFailure(400, 'BadRequest', 'Invalid skip token.');
  return { top, skip, order: order as keyof typeof orders };
}

/** Graph: chats and what stands in them. */
export function registerChats(app: SandboxApp, tenant: Tenant): void {
  const chatOf = (c: SandboxContext, needed: Parameters<typeof requirePermission>[1]): Conversation | PersonChat => {
    const caller = c.get('caller');
    requirePermission(caller, needed);
    const id = decodeURIComponent(c.req.param('chatId') ?? '');
    const chat = findConversationByChat(tenant, id) ?? findPersonChat(tenant, id);
    if (!chat) throw new GraphFailure(404, 'NotFound', 'No chat of this id was found.');
    if (!isReachable(tenant, caller, chat)) {
      throw new GraphFailure(403, 'Forbidden', 'The caller is not part of this chat.');
    }
    return chat;
  };

  app.post('/graph/v1.0/chats', async (c) => {
    const caller = c.get('caller');
    requirePermission(caller, createPermissions);
    const people = readNewChat(tenant, caller.userId ?? '', await c.req.json().catch(() => null));
    return c.json(personChatResource(tenant, openPersonChat(tenant, people)), 201);
  });

  app.get('/graph/v1.0/chats/:chatId', (c) => {
    const chat = chatOf(c, basicPermissions);
    return c.json(isWithBot(chat) ? chatResource(tenant, chat) : personChatResource(tenant, chat));
  });

  app.post('/graph/v1.0/chats/:chatId/messages', async (c) => {
    const chat = chatOf(c, sendPermissions);
    if (isWithBot(chat))
      throw new GraphFailure(400, 'BadRequest', 'The stand-in writes to a bot from its Teams page only.');
    const input = readNewMessage(await c.req.json().catch(() => null));
    const message = addPersonMessage(tenant, chat, { ...input, fromId: c.get('caller').userId ?? '' });
    const context = `${tenant.origin}/graph/v1.0/$metadata#chats('${encodeURIComponent(chat.id)}')/messages/$entity`;
    return c.json({ '@odata.context': context, ...personMessageResource(tenant, message) }, 201);
  });

  app.get('/graph/v1.0/chats/:chatId/messages', (c) => {
    const chat = chatOf(c, readPermissions);
    const { top, skip, order } = readPageAsked(c);
    const found = isWithBot(chat)
      ? pageOfMessages(tenant, chat.id, { orderBy: orders[order], top: top + 1, skip }).map((message) =>
          chatMessageResource(tenant, chat, message),
        )
      : pageOfPersonMessages(tenant, chat.id, { top: top + 1, skip }).map((message) =>
          personMessageResource(tenant, message),
        );
    const value = found.slice(0, top);
    const next = new URL(`${tenant.origin}${c.req.path}`);
    next.searchParams.set('$top', String(top));
    next.searchParams.set('$orderby', order);
    next.searchParams.set('$skiptoken', String(skip + top));
    const chatId = isWithBot(chat) ? chat.chatId : chat.id;
    return c.json({
      '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#chats('${chatId}')/messages`,
      '@odata.count': value.length,
      ...(found.length > top && { '@odata.nextLink': next.href }),
      value,
    });
  });

  app.get('/graph/v1.0/chats/:chatId/messages/:messageId', (c) => {
    const chat = chatOf(c, readPermissions);
    const id = c.req.param('messageId') ?? '';
    if (isWithBot(chat)) {
      const message = findMessage(tenant, chat.id, id);
      if (message) return c.json(chatMessageResource(tenant, chat, message));
    } else {
      const message = findPersonMessage(tenant, chat.id, id);
      if (message) return c.json(personMessageResource(tenant, message));
    }
    throw new GraphFailure(404, 'NotFound', 'No message of this id was found.');
  });
}
