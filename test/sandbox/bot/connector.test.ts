// biome-ignore-all lint/suspicious/noExplicitAny: answers are JSON of many shapes, and each test says which
import { describe, expect, it } from 'vitest';
import { botUnderTest, card, cardMessage } from './running-bot.ts';

const bot = botUnderTest();
const { sandbox } = bot;
const json = async (answer: Response) => (await answer.json()) as Record<string, any>;

describe('conversations', () => {
  it('gives the same chat for the same person, however the person is named', async () => {
    const first = await bot.conversationWith('manager');
    const [member] = (await (await bot.connector('GET', `/${encodeURIComponent(first)}/members`)).json()) as any[];
    const again = await bot.connector('POST', '', {
      members: [{ id: member.id }],
      channelData: { tenant: { id: sandbox.running.tenant.tenantId } },
    });
    expect(again.status).toBe(201);
    expect((await json(again)).id).toBe(first);
  });

  it('names its member by an id of this bot, with the directory id beside it', async () => {
    const id = await bot.conversationWith('manager');
    const personId = await bot.personId('manager');
    const [member] = (await (await bot.connector('GET', `/${id}/members`)).json()) as any[];
    expect(member).toMatchObject({ aadObjectId: personId, tenantId: sandbox.running.tenant.tenantId });
    expect(member.id).toMatch(/^29:/);
    expect(member.userPrincipalName).toContain('@');
    const byMri = await json(await bot.connector('GET', `/${id}/members/${encodeURIComponent(member.id)}`));
    const byDirectoryId = await json(await bot.connector('GET', `/${id}/members/${personId}`));
    expect(byMri).toEqual(byDirectoryId);
    expect((await bot.connector('GET', `/${id}/members/29:nobody`)).status).toBe(404);
  });

  it('sends the first message together with the conversation when asked', async () => {
    const made = await bot.connector('POST', '', {
      members: [{ id: await bot.personId('hr') }],
      tenantId: sandbox.running.tenant.tenantId,
      activity: cardMessage(card('Hello')),
    });
    expect((await json(made)).activityId).toMatch(/^\d+$/);
  });

  it.each([
    ['another tenant', { tenantId: '00000000-0000-0000-0000-000000000000' }],
    ['no tenant', { tenantId: undefined }],
    ['an unknown member', { members: [{ id: 'nobody' }] }],
    ['two members', { members: [{ id: 'a' }, { id: 'b' }] }],
  ])('refuses %s', async (_name, change) => {
    const answer = await bot.connector('POST', '', {
      members: [{ id: await bot.personId('manager') }],
      tenantId: sandbox.running.tenant.tenantId,
      ...change,
    });
    expect(answer.status).toBe(400);
  });
});

describe('activities', () => {
  it('are stored, replaced for everyone and deleted', async () => {
    const id = await bot.conversationWith('seniorManager');
    const sent = await bot.connector('POST', `/${id}/activities`, cardMessage(card('First')));
    expect(sent.status).toBe(201);
    const { id: activityId } = await json(sent);
    const seen = async () => {
      const [chat] = (await (await sandbox.send('GET', '/sandbox/teams/chats?persona=seniorManager')).json()) as any[];
      return chat.messages.at(-1);
    };
    expect((await seen()).cards[0].body[0].text).toBe('First');
    const changed = await bot.connector('PUT', `/${id}/activities/${activityId}`, cardMessage(card('Second')));
    expect(await json(changed)).toEqual({ id: activityId });
    expect(await seen()).toMatchObject({ version: 2, isEdited: true, cards: [{ body: [{ text: 'Second' }] }] });
    expect((await bot.connector('DELETE', `/${id}/activities/${activityId}`)).status).toBe(200);
    expect(await seen()).toMatchObject({ isDeleted: true, cards: [] });
    expect((await bot.connector('PUT', `/${id}/activities/${activityId}`, cardMessage(card('x')))).status).toBe(404);
  });

  it('get different ids even within one millisecond', async () => {
    const id = await bot.conversationWith('seniorManager');
    const answers = await Promise.all(
      Array.from({ length: 10 }, () => bot.connector('POST', `/${id}/activities`, { type: 'message', text: 'x' })),
    );
    const ids = await Promise.all(answers.map(async (answer) => (await json(answer)).id));
    expect(new Set(ids).size).toBe(10);
  });

  it('are refused over 40 KB', async () => {
    const id = await bot.conversationWith('manager');
    const answer = await bot.connector('POST', `/${id}/activities`, { type: 'message', text: 'x'.repeat(40 * 1024) });
    expect(answer.status).toBe(413);
    expect((await json(answer)).error.code).toBe('MessageSizeTooBig');
  });

  it.each([
    ['nothing in them', { type: 'message' }],
    ['an unknown type', { type: 'invoke', text: 'x' }],
    ['an attachment that is no card', cardMessage({ type: 'Something' })],
  ])('are refused with %s', async (_name, activity) => {
    const id = await bot.conversationWith('manager');
    const answer = await bot.connector('POST', `/${id}/activities`, activity);
    expect(answer.status).toBe(400);
    expect((await json(answer)).error.code).toBe('BadSyntax');
  });

  it('do not reach a conversation that is not there', async () => {
    const answer = await bot.connector('POST', '/a:unknown/activities', { type: 'message', text: 'x' });
    expect(answer.status).toBe(404);
    expect((await json(answer)).error.code).toBe('ConversationNotFound');
  });
});

describe('who may be written to', () => {
  it.each([
    ['notInstalled', 'BotNotInConversationRoster'],
    ['blocked', 'ConversationBlockedByUser'],
  ])('refuses when the app is %s', async (state, code) => {
    const id = await bot.conversationWith('deputyDirector');
    const put = (to: string) =>
      sandbox.send('PUT', '/sandbox/teams/installations', { body: { persona: 'deputyDirector', state: to } });
    expect((await put(state)).status).toBe(204);
    const refused = [
      await bot.connector('POST', `/${id}/activities`, { type: 'message', text: 'x' }),
      await bot.connector('POST', '', {
        members: [{ id: await bot.personId('deputyDirector') }],
        tenantId: sandbox.running.tenant.tenantId,
      }),
    ];
    await put('installed');
    for (const answer of refused) {
      expect(answer.status).toBe(403);
      expect((await json(answer)).error.code).toBe(code);
    }
    expect((await bot.connector('POST', `/${id}/activities`, { type: 'message', text: 'x' })).status).toBe(201);
  });

  it.each([
    ['no token', {}],
    ['a Graph token', { scopes: ['User.Read.All'] }],
    ['an expired token', { scopes: ['https://api.botframework.com/.default'], expiresIn: -10 }],
  ])('refuses a call with %s', async (_name, order) => {
    const id = await bot.conversationWith('manager');
    const token = 'scopes' in order ? await sandbox.token({ app: bot.clientId, ...order }) : undefined;
    const answer = await sandbox.send('POST', `/connector/v3/conversations/${id}/activities`, {
      ...(token && { token }),
      body: { type: 'message', text: 'x' },
    });
    expect(answer.status).toBe(401);
  });

  it('refuses an app that is no bot here', async () => {
    const id = await bot.conversationWith('manager');
    const token = await sandbox.token({ app: 'somebody-else', audience: 'https://api.botframework.com' });
    const answer = await sandbox.send('POST', `/connector/v3/conversations/${id}/activities`, {
      token,
      body: { type: 'message', text: 'x' },
    });
    expect(answer.status).toBe(403);
  });

  it('throttles, and fails a precondition, when told to', async () => {
    const id = await bot.conversationWith('manager');
    const fault = (effect: object) =>
      sandbox.send('POST', '/sandbox/faults', { body: { match: { part: 'connector' }, effect } });
    await fault({ kind: 'status', status: 429, retryAfter: 3 });
    const throttled = await bot.connector('POST', `/${id}/activities`, { type: 'message', text: 'x' });
    expect([throttled.status, throttled.headers.get('retry-after')]).toEqual([429, '3']);
    await fault({ kind: 'status', status: 412, code: 'PreconditionFailed' });
    const failed = await bot.connector('POST', `/${id}/activities`, { type: 'message', text: 'x' });
    expect([failed.status, (await json(failed)).error.code]).toEqual([412, 'PreconditionFailed']);
  });
});
