import { streamSSE } from 'hono/streaming';
import * as v from 'valibot';
import { GraphFailure, type SandboxApp, type SandboxContext } from '../http.ts';
import { findPerson, personOfPersona } from '../identity/directory-store.ts';
import type { Person } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import { notificationsOf } from './activity-notifications.ts';
import { callBot } from './call-bot.ts';
import { channelActivity } from './channel-activity.ts';
import { addMessage, type ChatMessage, findMessage } from './chat-messages.ts';
import { viewChat, viewMessage } from './chat-view.ts';
import { type Conversation, conversationsOf, findConversation } from './conversations.ts';
import { findAppOfBot, installationState, listTeamsApps } from './installations.ts';
import { performCardAction } from './perform-card-action.ts';
import { viewPersonChat, viewPersonMessage } from './person-chat-view.ts';
import { addPersonMessage, findPersonChat, openPersonChat, type PersonChat, personChatsOf } from './person-chats.ts';

const cardAction = v.looseObject({
  type: v.string(),
  id: v.optional(v.string()),
  title: v.optional(v.string()),
  verb: v.optional(v.string()),
  data: v.optional(v.unknown()),
});

async function readInput<Schema extends v.GenericSchema>(
  c: SandboxContext,
  schema: Schema,
): Promise<v.InferOutput<Schema>> {
  const parsed = v.safeParse(schema, await c.req.json().catch(() => null));
  if (!parsed.success) throw new GraphFailure(400, 'invalidRequest', JSON.stringify(v.flatten(parsed.issues)));
  return parsed.output;
}

/** What the Teams host page asks for the person who sits at it. */
export function registerTeamsClient(app: SandboxApp, tenant: Tenant): void {
  const personNamed = (key: string | undefined): Person => {
    const person = key ? (personOfPersona(tenant, key) ?? findPerson(tenant, key)) : null;
    if (!person) throw new GraphFailure(404, 'itemNotFound', `There is no person "${key ?? ''}".`);
    return person;
  };
  const chatOf = (person: Person, id: string): Conversation => {
    const conversation = findConversation(tenant, id);
    if (conversation?.userId !== person.id) throw new GraphFailure(404, 'itemNotFound', 'There is no such chat.');
    return conversation;
  };
  const personChatOf = (person: Person, id: string): PersonChat | null => {
    const chat = findPersonChat(tenant, id);
    return chat?.members.includes(person.id) ? chat : null;
  };
  const write = (person: Person, chat: PersonChat, text: string) =>
    viewPersonMessage(
      addPersonMessage(tenant, chat, { fromId: person.id, contentType: 'text', content: text, importance: 'normal' }),
      person.id,
    );
  const messageOf = (conversation: Conversation, id: string): ChatMessage => {
    const message = findMessage(tenant, conversation.id, id);
    if (!message || message.deletedAt) throw new GraphFailure(404, 'itemNotFound', 'There is no such message.');
    return message;
  };

  app.get('/sandbox/teams/apps', (c) => {
    const person = personNamed(c.req.query('persona'));
    return c.json(
      listTeamsApps(tenant).map((entry) => ({
        clientId: entry.clientId,
        name: entry.name,
        teamsAppId: entry.teams.teamsAppId,
        tabs: entry.teams.tabs,
        botId: entry.teams.bot?.id ?? null,
        state: installationState(tenant, entry, person.id),
      })),
    );
  });

  app.get('/sandbox/teams/chats', (c) => {
    const person = personNamed(c.req.query('persona'));
    const count = Number(c.req.query('messages') ?? 50);
    if (!Number.isInteger(count) || count < 1) {
      throw new GraphFailure(400, 'invalidRequest', 'messages must be a whole number from 1.');
    }
    return c.json([
      ...conversationsOf(tenant, person.id).map((conversation) => ({
        id: conversation.id,
        title: findAppOfBot(tenant, conversation.botId)?.name ?? 'An app that is no longer here',
        ...viewChat(tenant, conversation, count),
      })),
      ...personChatsOf(tenant, person.id).map((chat) => viewPersonChat(tenant, chat, person.id, count)),
    ]);
  });

  app.get('/sandbox/teams/notifications', (c) =>
    c.json(notificationsOf(tenant, personNamed(c.req.query('persona')).id)),
  );

  app.post('/sandbox/teams/chats/:id/messages', async (c) => {
    const input = await readInput(c, v.object({ persona: v.string(), text: v.pipe(v.string(), v.nonEmpty()) }));
    const person = personNamed(input.persona);
    const own = personChatOf(person, c.req.param('id'));
    if (own) return c.json(write(person, own, input.text), 201);
    const conversation = chatOf(person, c.req.param('id'));
    const bot = findAppOfBot(tenant, conversation.botId);
    if (!bot) throw new GraphFailure(404, 'itemNotFound', 'The app of this chat is no longer here.');
    const message = addMessage(tenant, conversation.id, false, { type: 'message', text: input.text });
    const activity = { ...channelActivity(tenant, bot, conversation, person), id: message.id };
    await callBot(tenant, bot, { ...activity, type: 'message', text: input.text, textFormat: 'plain' });
    return c.json(viewMessage(tenant, conversation, message), 201);
  });

  app.post('/sandbox/teams/person-chats', async (c) => {
    const input = await readInput(
      c,
      v.object({ persona: v.string(), to: v.string(), text: v.pipe(v.string(), v.nonEmpty()) }),
    );
    const person = personNamed(input.persona);
    const chat = openPersonChat(tenant, [person.id, personNamed(input.to).id]);
    write(person, chat, input.text);
    return c.json({ id: chat.id }, 201);
  });

  app.post('/sandbox/teams/chats/:id/messages/:messageId/actions', async (c) => {
    const input = await readInput(
      c,
      v.object({ persona: v.string(), action: cardAction, trigger: v.picklist(['manual', 'automatic']) }),
    );
    const conversation = chatOf(personNamed(input.persona), c.req.param('id'));
    const message = messageOf(conversation, c.req.param('messageId'));
    const outcome = await performCardAction(tenant, {
      conversation,
      message,
      action: input.action,
      trigger: input.trigger,
    });
    return c.json(outcome);
  });

  app.get('/sandbox/teams/events', (c) => {
    const person = personNamed(c.req.query('persona'));
    return streamSSE(c, async (stream) => {
      const tell = ({ conversationId }: { conversationId: string }) => {
        const isHere =
          findConversation(tenant, conversationId)?.userId === person.id ||
          personChatOf(person, conversationId) !== null;
        if (isHere) {
          void stream.writeSSE({ event: 'chatChanged', data: conversationId });
        }
      };
      tenant.events.on('chatChanged', tell);
      stream.onAbort(() => void tenant.events.off('chatChanged', tell));
      await stream.writeSSE({ event: 'open', data: person.id });
      while (!stream.aborted) {
        await stream.sleep(15_000);
        if (!stream.aborted) await stream.writeSSE({ event: 'alive', data: '' });
      }
      tenant.events.off('chatChanged', tell);
    });
  });
}
