import { beforeAll, describe } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { type Documented, itKeepsToTheDocumentation, type Remembered } from './support.ts';

const sandbox = sandboxUnderTest();
const scopes = ['User.Read', 'User.Read.All', 'Chat.Create', 'ChatMessage.Send', 'Chat.Read'];
const tokenOf = () => sandbox.token({ persona: 'reporter', scopes });
const as = 'person';
const remembered: Remembered = new Map();

beforeAll(async () => {
  const answer = await sandbox.send('GET', '/sandbox/personas');
  const { personas } = (await answer.json()) as { personas: { key: string; id: string }[] };
  for (const { key, id } of personas) remembered.set(key, id);
});

const member = (name: string) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles: ['owner'],
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('{${name}}')`,
});
const oneOnOne = { chatType: 'oneOnOne', members: [member('reporter'), member('colleague')] };
const message = { id: 'text', messageType: /^message$/, createdDateTime: 'instant', 'from.user.id': 'text' } as const;

const chats: Documented[] = [
  {
    page: 'chat-post',
    as,
    send: 'POST /chats',
    body: oneOnOne,
    status: 201,
    has: {
      '@odata.context': /\/graph\/v1\.0\/\$metadata#chats\/\$entity$/,
      ...{ id: 'text', chatType: /^oneOnOne$/, createdDateTime: 'instant', lastUpdatedDateTime: 'instant' },
    },
    remember: { chat: 'id' },
  },
  { page: 'chat-post', as, send: 'POST /chats', body: oneOnOne, status: 201, has: { id: /@unq\.gbl\.spaces$/ } },
  { page: 'chat-get', as, send: 'GET /chats/{chat}', status: 200, has: { id: 'text', webUrl: 'address' } },
  {
    page: 'chat-post-messages',
    as,
    send: 'POST /chats/{chat}/messages',
    body: { body: { content: 'Hello world' } },
    status: 201,
    has: { ...message, importance: /^normal$/, 'body.contentType': /^text$/, 'body.content': /^Hello world$/ },
    remember: { message: 'id' },
  },
  {
    page: 'chatmessage-post',
    as,
    send: 'POST /chats/{chat}/messages',
    body: { importance: 'high', body: { contentType: 'html', content: 'Hello <b>world</b>' } },
    status: 201,
    has: { ...message, importance: /^high$/, 'body.contentType': /^html$/ },
  },
  {
    page: 'chat-list-messages',
    as,
    send: 'GET /chats/{chat}/messages?$top=1',
    status: 200,
    has: { '@odata.count': 'number', '@odata.nextLink': 'address', 'value.0.importance': /^high$/ },
  },
  { page: 'chatmessage-get', as, send: 'GET /chats/{chat}/messages/{message}', status: 200, has: message },
  { page: 'chatmessage-get', as, send: 'GET /chats/{chat}/messages/1', status: 404, has: { 'error.code': 'text' } },
];

describe('chats between people, as documented', () => itKeepsToTheDocumentation(sandbox, chats, tokenOf, remembered));
