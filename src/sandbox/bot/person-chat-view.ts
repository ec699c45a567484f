import { findPerson } from '../identity/directory-store.ts';
import type { Tenant } from '../tenant.ts';
import type { MessageView } from './chat-view.ts';
import { readableText } from './person-chat-resource.ts';
import { type PersonChat, type PersonMessage, pageOfPersonMessages } from './person-chats.ts';

export function viewPersonMessage(message: PersonMessage, readerId: string): MessageView {
  return {
    id: message.id,
    version: 1,
    isFromBot: false,
    isOwn: message.fromId === readerId,
    isImportant: message.importance !== 'normal',
    text: readableText(message),
    cards: [],
    isPersonal: false,
    refresh: null,
    createdAt: message.createdAt,
    isEdited: false,
    isDeleted: false,
  };
}

/** A chat with somebody else as one of the two sees it: whom it is with, the newest messages, and whether there are older ones. */
export function viewPersonChat(
  tenant: Tenant,
  chat: PersonChat,
  readerId: string,
  count: number,
): { id: string; title: string; messages: MessageView[]; hasEarlier: boolean } {
  const otherId = chat.members.find((member) => member !== readerId) ?? readerId;
  const found = pageOfPersonMessages(tenant, chat.id, { top: count + 1, skip: 0 });
  return {
    id: chat.id,
    title: findPerson(tenant, otherId)?.displayName ?? 'Somebody who is no longer here',
    messages: found
      .slice(0, count)
      .reverse()
      .map((message) => viewPersonMessage(message, readerId)),
    hasEarlier: found.length > count,
  };
}
