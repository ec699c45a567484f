import * as v from 'valibot';
import { GraphFailure } from '../http.ts';
import { findPerson } from '../identity/directory-store.ts';
import type { Tenant } from '../tenant.ts';
import { importances, type PersonMessage } from './person-chats.ts';

const memberInput = v.looseObject({
  '@odata.type': v.literal('#microsoft.graph.aadUserConversationMember'),
  roles: v.optional(v.array(v.string()), []),
  'user@odata.bind': v.string(),
});

const chatInput = v.looseObject({
  chatType: v.picklist(['oneOnOne', 'group']),
  topic: v.nullish(v.string()),
  members: v.array(memberInput),
});

/** About 28 KB a message. https://learn.microsoft.com/microsoftteams/limits-specifications-teams */
const mostBytes = 28 * 1024;

const messageInput = v.looseObject({
  body: v.looseObject({ contentType: v.optional(v.picklist(['text', 'html']), 'text'), content: v.string() }),
  importance: v.optional(v.picklist(importances), 'normal'),
  attachments: v.optional(v.array(v.unknown()), []),
});

function refuse(message: string): never {
  throw new GraphFailure(400, 'BadRequest', message);
}

/** Id or sign-in name out of `…/users('…')` or `…/users/…`; the address must be Graph's own. */
function userIn(bind: string, origin: string): string {
  const url = URL.canParse(bind) ? new URL(bind) : refuse(`The bind property '${bind}' is not an absolute address.`);
  const isGraph = url.origin === 'https://graph.microsoft.com' || url.href.startsWith(`${origin}/graph/`);
  const name = /\/users(?:\('([^']+)'\)|\/([^/]+))$/.exec(decodeURIComponent(url.pathname));
  return isGraph && name ? (name[1] ?? name[2] ?? '') : refuse(`The bind property '${bind}' names no user.`);
}

/** The two people of `POST /chats`. https://learn.microsoft.com/graph/api/chat-post */
export function readNewChat(tenant: Tenant, callerId: string, body: unknown): [string, string] {
  const parsed = v.safeParse(chatInput, body);
  if (!parsed.success) return refuse(`Invalid chat: ${JSON.stringify(v.flatten(parsed.issues))}`);
  const { chatType, topic, members } = parsed.output;
  if (chatType === 'group') refuse('The stand-in plays one-on-one chats only.');
  if (topic) refuse('Topic can be given for a group chat only.');
  if (members.length !== 2) refuse(`Incorrect number of members for a one-on-one chat: ${members.length}.`);
  const ids = members.map((member) => {
    const person = findPerson(tenant, userIn(member['user@odata.bind'], tenant.origin));
    if (!person) throw new GraphFailure(404, 'NotFound', 'A member of the chat was not found.');
    const [role] = member.roles;
    const wanted = person.kind === 'guest' ? 'guest' : 'owner';
    if (member.roles.length !== 1 || role !== wanted)
      refuse(`Each member must have the role owner, or guest: ${wanted}.`);
    return person.id;
  });
  const [one = '', other = ''] = ids;
  if (one === other) refuse('Duplicate chat members are given in the request.');
  if (!ids.includes(callerId)) {
    throw new GraphFailure(403, 'Forbidden', 'The caller must be a member of the chat that is made.');
  }
  return [one, other];
}

/** The message of `POST /chats/{id}/messages`. https://learn.microsoft.com/graph/api/chat-post-messages */
export function readNewMessage(body: unknown): Pick<PersonMessage, 'contentType' | 'content' | 'importance'> {
  const parsed = v.safeParse(messageInput, body);
  if (!parsed.success) return refuse(`Invalid message: ${JSON.stringify(v.flatten(parsed.issues))}`);
  const { body: words, importance, attachments } = parsed.output;
  if (words.content.trim() === '') refuse('Missing body content.');
  if (attachments.length > 0) refuse('The stand-in plays messages without attachments only.');
  if (Buffer.byteLength(words.content) > mostBytes) {
    throw new GraphFailure(413, 'RequestEntityTooLarge', 'The message is too long.');
  }
  return { contentType: words.contentType, content: words.content, importance };
}
