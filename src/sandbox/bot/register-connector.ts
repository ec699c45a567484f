import type { SandboxApp, SandboxContext } from '../http.ts';
import { findPerson, listPeople } from '../identity/directory-store.ts';
import type { Person } from '../identity/organisation.ts';
import { signingKey } from '../identity/signing-keys.ts';
import type { Tenant } from '../tenant.ts';
import { addMessage, type ChatMessage, deleteMessage, findMessage, updateMessage } from './chat-messages.ts';
import { ConnectorFailure } from './connector-failure.ts';
import { parseActivity, parseConversationParameters, readBody } from './connector-schema.ts';
import { type Conversation, findConversation, openConversation } from './conversations.ts';
import { findAppOfBot, installationState, type TeamsApp } from './installations.ts';
import { memberId } from './member-ids.ts';

/** The app whose bot is calling, from its token (which has been checked by now). */
function callingApp(tenant: Tenant, c: SandboxContext): TeamsApp {
  const caller = c.get('caller');
  const app = caller.kind === 'app' ? findAppOfBot(tenant, caller.appId) : null;
  if (!app) throw new ConnectorFailure(403, 'Forbidden', 'No bot of this tenant is registered for the caller.');
  return app;
}

function ownConversation(tenant: Tenant, app: TeamsApp, id: string): Conversation {
  const conversation = findConversation(tenant, id);
  if (!conversation) throw new ConnectorFailure(404, 'ConversationNotFound', 'Conversation not found.');
  if (conversation.clientId !== app.clientId) throw notInRoster();
  return conversation;
}

function notInRoster(): ConnectorFailure {
  return new ConnectorFailure(403, 'BotNotInConversationRoster', 'The bot is not part of the conversation roster.');
}

/** A bot may write only to people who have its app and have not blocked it (facts 4.3, trap 22). */
function requireReachable(tenant: Tenant, app: TeamsApp, person: Person): void {
  const state = installationState(tenant, app, person.id);
  if (state === 'blocked') {
    throw new ConnectorFailure(403, 'ConversationBlockedByUser', 'User blocked the conversation with the bot.');
  }
  if (state === 'notInstalled') throw notInRoster();
}

function personOf(tenant: Tenant, conversation: Conversation): Person {
  const person = findPerson(tenant, conversation.userId);
  if (!person) throw new ConnectorFailure(404, 'ConversationNotFound', 'The member of this conversation is gone.');
  return person;
}

function storedMessage(tenant: Tenant, conversation: Conversation, activityId: string): ChatMessage {
  const message = findMessage(tenant, conversation.id, activityId);
  if (!message || message.deletedAt || !message.isFromBot) {
    throw new ConnectorFailure(404, 'ActivityNotFoundInConversation', 'The activity is not found in the conversation.');
  }
  return message;
}

/** A roster entry, as a bot gets it. */
function rosterEntry(tenant: Tenant, botId: string, person: Person) {
  return {
    id: memberId(botId, person.id),
    name: person.displayName,
    objectId: person.id,
    aadObjectId: person.id,
    givenName: person.givenName,
    surname: person.surname,
    email: person.userPrincipalName,
    userPrincipalName: person.userPrincipalName,
    tenantId: tenant.tenantId,
    userRole: 'user',
  };
}

/** Bot Connector of the tenant: conversations, activities, members, and the keys its own calls are signed with. */
export function registerConnector(app: SandboxApp, tenant: Tenant): void {
  const base = '/connector/v3/conversations';
  const guarded =
    (handle: (c: SandboxContext, caller: TeamsApp) => Promise<Response> | Response) => async (c: SandboxContext) => {
      try {
        return await handle(c, callingApp(tenant, c));
      } catch (error) {
        if (error instanceof ConnectorFailure) return error.answer();
        throw error;
      }
    };
  const param = (c: SandboxContext, name: string) => decodeURIComponent(c.req.param(name) ?? '');

  app.get('/connector/.well-known/openidconfiguration', (c) =>
    c.json({
      issuer: 'https://api.botframework.com',
      authorization_endpoint: 'https://invalid.botframework.com',
      jwks_uri: `${tenant.origin}/connector/keys`,
      id_token_signing_alg_values_supported: ['RS256'],
      token_endpoint_auth_methods_supported: ['private_key_jwt'],
    }),
  );

  app.get('/connector/keys', async (c) => {
    const { publicJwk } = await signingKey(tenant, 'connector');
    return c.json({ keys: [{ ...publicJwk, x5t: publicJwk.kid, endorsements: ['msteams'] }] });
  });

  app.post(
    base,
    guarded(async (c, caller) => {
      const parameters = parseConversationParameters(await readBody(c.req, tenant.outcomes.botMessageBytes));
      const botId = caller.teams.bot?.id ?? '';
      const wantedTenant = parameters.channelData?.tenant?.id ?? parameters.tenantId;
      if (wantedTenant !== tenant.tenantId) {
        throw new ConnectorFailure(
          400,
          'BadArgument',
          'The tenant of the conversation must be given, and be this one.',
        );
      }
      const wanted = parameters.members[0]?.id ?? '';
      const person = wanted.startsWith('29:')
        ? listPeople(tenant).find(({ id }) => memberId(botId, id) === wanted)
        : findPerson(tenant, wanted);
      if (!person) throw new ConnectorFailure(400, 'BadArgument', 'Failed to decrypt or find the member of this id.');
      const activity = parameters.activity && parseActivity(parameters.activity);
      requireReachable(tenant, caller, person);
      const conversation = openConversation(tenant, caller.clientId, botId, person.id);
      const message = activity?.type === 'message' ? addMessage(tenant, conversation.id, true, activity) : null;
      return c.json(
        { id: conversation.id, serviceUrl: `${tenant.origin}/connector/`, ...(message && { activityId: message.id }) },
        201,
      );
    }),
  );

  const send = guarded(async (c, caller) => {
    const activity = parseActivity(await readBody(c.req, tenant.outcomes.botMessageBytes));
    const conversation = ownConversation(tenant, caller, param(c, 'conversationId'));
    requireReachable(tenant, caller, personOf(tenant, conversation));
    if (activity.type === 'typing') return c.json({ id: String(tenant.clock.now().getTime()) }, 202);
    return c.json({ id: addMessage(tenant, conversation.id, true, activity).id }, 201);
  });
  app.post(`${base}/:conversationId/activities`, send);
  // A reply in a personal chat stands at the end like any other message.
  app.post(`${base}/:conversationId/activities/:activityId`, send);

  app.put(
    `${base}/:conversationId/activities/:activityId`,
    guarded(async (c, caller) => {
      const activity = parseActivity(await readBody(c.req, tenant.outcomes.botMessageBytes));
      const conversation = ownConversation(tenant, caller, param(c, 'conversationId'));
      requireReachable(tenant, caller, personOf(tenant, conversation));
      const message = storedMessage(tenant, conversation, param(c, 'activityId'));
      updateMessage(tenant, message, activity);
      return c.json({ id: message.id });
    }),
  );

  app.delete(
    `${base}/:conversationId/activities/:activityId`,
    guarded((c, caller) => {
      const conversation = ownConversation(tenant, caller, param(c, 'conversationId'));
      deleteMessage(tenant, storedMessage(tenant, conversation, param(c, 'activityId')));
      return c.body(null, 200);
    }),
  );

  const members = (c: SandboxContext, caller: TeamsApp) => {
    const conversation = ownConversation(tenant, caller, param(c, 'conversationId'));
    const person = personOf(tenant, conversation);
    if (installationState(tenant, caller, person.id) === 'notInstalled') throw notInRoster();
    return rosterEntry(tenant, conversation.botId, person);
  };
  app.get(
    `${base}/:conversationId/members`,
    guarded((c, caller) => c.json([members(c, caller)])),
  );
  app.get(
    `${base}/:conversationId/pagedmembers`,
    guarded((c, caller) => c.json({ members: [members(c, caller)], continuationToken: null })),
  );
  app.get(
    `${base}/:conversationId/members/:memberId`,
    guarded((c, caller) => {
      const entry = members(c, caller);
      const wanted = param(c, 'memberId');
      if (wanted !== entry.id && wanted !== entry.aadObjectId) {
        throw new ConnectorFailure(404, 'MemberNotFoundInConversation', 'The member is not in the conversation.');
      }
      return c.json(entry);
    }),
  );
}
