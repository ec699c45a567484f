// biome-ignore-all lint/suspicious/noExplicitAny: answers are JSON of many shapes, and each test says which
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();
const json = async (answer: Response) => (await answer.json()) as Record<string, any>;
const both = ['Chat.Create', 'ChatMessage.Send'];
const id: Record<string, string> = {};

beforeAll(async () => {
  const { personas } = await json(await sandbox.send('GET', '/sandbox/personas'));
  for (const { key, id: personId } of personas) id[key] = personId;
});

const member = (user: string, over: object = {}) => ({
  '@odata.type': '#microsoft.graph.aadUserConversationMember',
  roles: ['owner'],
  'user@odata.bind': `https://graph.microsoft.com/v1.0/users('${user}')`,
  ...over,
});
const oneOnOne = (one: string, other: string) => ({
  chatType: 'oneOnOne',
  members: [member(id[one] ?? ''), member(id[other] ?? '')],
});
async function as(persona: string, scopes: string[], method: string, path: string, body?: unknown) {
  const token = await sandbox.token({ persona, scopes });
  return sandbox.send(method, `/graph/v1.0${path}`, { token, ...(body !== undefined && { body }) });
}
async function chatOf(one: string, other: string): Promise<string> {
  return (await json(await as(one, both, 'POST', '/chats', oneOnOne(one, other)))).id;
}
const messages = (chat: string) => `/chats/${encodeURIComponent(chat)}/messages`;

describe('a one-on-one chat (chat-post)', () => {
  it('is made once for a pair, whoever of the two asks, and answers 201 each time', async () => {
    const first = await as('reporter', ['Chat.Create'], 'POST', '/chats', oneOnOne('reporter', 'colleague'));
    expect(first.status).toBe(201);
    const chat = await json(first);
    expect(chat).toMatchObject({ chatType: 'oneOnOne', topic: null, tenantId: expect.any(String) });
    expect(chat.id).toMatch(/^19:[0-9a-f-]{36}_[0-9a-f-]{36}@unq\.gbl\.spaces$/);
    const again = await as('colleague', ['Chat.ReadWrite'], 'POST', '/chats', oneOnOne('colleague', 'reporter'));
    expect([again.status, (await json(again)).id]).toEqual([201, chat.id]);
  });

  it('takes people by sign-in name as well, and by the tenant’s own address of Graph', async () => {
    const { personas } = await json(await sandbox.send('GET', '/sandbox/personas'));
    const upn = personas.find(({ key }: any) => key === 'colleague').userPrincipalName;
    const bind = `${sandbox.origin}/graph/v1.0/users/${upn}`;
    const members = [member(id.reporter ?? ''), member('', { 'user@odata.bind': bind })];
    const answer = await as('reporter', both, 'POST', '/chats', { chatType: 'oneOnOne', members });
    expect((await json(answer)).id).toBe(await chatOf('reporter', 'colleague'));
  });

  it.each([
    ['without its permission', ['ChatMessage.Send', 'User.Read'], () => oneOnOne('reporter', 'colleague'), 403],
    ['that leaves the caller out', both, () => oneOnOne('manager', 'colleague'), 403],
    ['with oneself', both, () => oneOnOne('reporter', 'reporter'), 400],
    ['of one', both, () => ({ chatType: 'oneOnOne', members: [member(id.reporter ?? '')] }), 400],
    ['with a topic', both, () => ({ ...oneOnOne('reporter', 'colleague'), topic: 'Help' }), 400],
    ['without the type of member', both, () => ({ chatType: 'oneOnOne', members: [{}, {}] }), 400],
    [
      'with somebody who is not there',
      both,
      () => ({ chatType: 'oneOnOne', members: [member(id.reporter ?? ''), member(crypto.randomUUID())] }),
      404,
    ],
    [
      'with a role that fits nobody',
      both,
      () => ({ chatType: 'oneOnOne', members: [member(id.reporter ?? ''), member(id.manager ?? '', { roles: [] })] }),
      400,
    ],
    [
      'bound to an address that is not Graph’s',
      both,
      () => ({
        chatType: 'oneOnOne',
        members: [
          member(id.reporter ?? ''),
          member('', { 'user@odata.bind': `https://evil.example/users('${id.manager}')` }),
        ],
      }),
      400,
    ],
  ])('%s is refused', async (_, scopes, body, status) => {
    expect((await as('reporter', scopes, 'POST', '/chats', body())).status).toBe(status);
  });

  it('is not made by an app of its own here', async () => {
    const token = await sandbox.token({ app: 'an-app', scopes: ['Chat.Create'] });
    expect(
      (await sandbox.send('POST', '/graph/v1.0/chats', { token, body: oneOnOne('reporter', 'colleague') })).status,
    ).toBe(403);
  });
});

describe('a message in it (chat-post-messages)', () => {
  it('is read by the two, in Graph and in Teams, and by nobody else', async () => {
    const chat = await chatOf('reporter', 'colleague');
    const body = { importance: 'high', body: { contentType: 'html', content: 'Ring 3333 &lt;now&gt;<br>Please' } };
    const sent = await as('reporter', ['ChatMessage.Send'], 'POST', messages(chat), body);
    expect(sent.status).toBe(201);
    const message = await json(sent);
    expect(message).toMatchObject({
      ...body,
      chatId: chat,
      messageType: 'message',
      from: { user: { id: id.reporter } },
    });

    for (const persona of ['reporter', 'colleague']) {
      const { value } = await json(await as(persona, ['Chat.Read'], 'GET', messages(chat)));
      expect(
        value.map((each: any) => each.id),
        persona,
      ).toEqual([message.id]);
    }
    expect((await as('manager', ['Chat.Read'], 'GET', messages(chat))).status).toBe(403);
    expect((await as('colleague', ['ChatMessage.Send'], 'GET', messages(chat))).status).toBe(403);

    const page = async (persona: string) => json(await sandbox.send('GET', `/sandbox/teams/chats?persona=${persona}`));
    expect(await page('colleague')).toMatchObject([
      { title: expect.any(String), messages: [{ text: 'Ring 3333 <now>\nPlease', isOwn: false, isImportant: true }] },
    ]);
    expect(await page('reporter')).toMatchObject([{ messages: [{ isOwn: true }] }]);
    expect(await page('manager')).toEqual([]);
  });

  it('is paged, newest first', async () => {
    const chat = await chatOf('manager', 'hr');
    for (const content of ['one', 'two', 'three']) {
      await as('manager', both, 'POST', messages(chat), { body: { content } });
    }
    const first = await json(await as('hr', ['Chat.Read'], 'GET', `${messages(chat)}?$top=2`));
    expect(first.value.map((each: any) => each.body)).toEqual([
      { contentType: 'text', content: 'three' },
      { contentType: 'text', content: 'two' },
    ]);
    const next = first['@odata.nextLink'].replace(`${sandbox.origin}/graph/v1.0`, '');
    const second = await json(await as('hr', ['Chat.Read'], 'GET', next));
    expect([second.value.length, second['@odata.nextLink']]).toEqual([1, undefined]);
  });

  it.each([
    ['by somebody outside it', 'manager', both, { body: { content: 'x' } }, 403],
    ['without the permission', 'reporter', ['Chat.Create'], { body: { content: 'x' } }, 403],
    ['that is empty', 'reporter', both, { body: { content: '  ' } }, 400],
    ['without a body', 'reporter', both, { importance: 'high' }, 400],
    ['of an importance there is not', 'reporter', both, { body: { content: 'x' }, importance: 'extreme' }, 400],
    ['that is too long', 'reporter', both, { body: { content: 'x'.repeat(29_000) } }, 413],
  ])('%s is refused', async (_, persona, scopes, body, status) => {
    const chat = await chatOf('reporter', 'colleague');
    expect((await as(persona, scopes, 'POST', messages(chat), body)).status).toBe(status);
  });

  it('goes to no chat that was not made', async () => {
    expect(
      (await as('reporter', both, 'POST', messages('19:none@unq.gbl.spaces'), { body: { content: 'x' } })).status,
    ).toBe(404);
  });

  it('is held up by throttling as anything in Graph', async () => {
    const chat = await chatOf('reporter', 'colleague');
    await sandbox.send('POST', '/sandbox/faults', {
      body: {
        match: { part: 'graph', path: '*/chats/*/messages', method: 'POST' },
        effect: { kind: 'status', status: 429, retryAfter: 7 },
      },
    });
    const answer = await as('reporter', both, 'POST', messages(chat), { body: { content: 'x' } });
    expect([answer.status, answer.headers.get('retry-after')]).toEqual([429, '7']);
  });
});
