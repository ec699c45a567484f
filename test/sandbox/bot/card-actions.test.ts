// biome-ignore-all lint/suspicious/noExplicitAny: answers are JSON of many shapes, and each test says which
import { beforeEach, describe, expect, it } from 'vitest';
import { botUnderTest, card, cardMessage, verifyBotToken } from './running-bot.ts';

const bot = botUnderTest();
const { sandbox } = bot;
const execute = { type: 'Action.Execute', verb: 'approve', data: { key: 'K1', comment: 'Diolch' } };
const cardAnswer = (text: string) => ({
  body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: card(text) },
});

async function sendCard(persona: string, content: object): Promise<{ chat: string; message: string }> {
  const chat = await bot.conversationWith(persona);
  const sent = await bot.connector('POST', `/${chat}/activities`, cardMessage(content));
  return { chat, message: ((await sent.json()) as { id: string }).id };
}

async function press(persona: string, at: { chat: string; message: string }, trigger = 'manual') {
  const answer = await sandbox.send('POST', `/sandbox/teams/chats/${at.chat}/messages/${at.message}/actions`, {
    body: { persona, action: execute, trigger },
  });
  return (await answer.json()) as { kind: string; text?: string };
}

async function seenBy(persona: string, message: string) {
  const chats = (await (await sandbox.send('GET', `/sandbox/teams/chats?persona=${persona}`)).json()) as any[];
  return chats.flatMap((chat) => chat.messages).find(({ id }) => id === message);
}

beforeEach(async () => {
  bot.received.length = 0;
  bot.answerWith(() => cardAnswer('Approved'));
  await sandbox.send('DELETE', '/sandbox/faults');
});

describe('a press on a card', () => {
  it('reaches the bot as an invoke with all that Teams sends', async () => {
    const at = await sendCard('manager', card('Base'));
    await press('manager', at);
    const tenantId = sandbox.running.tenant.tenantId;
    const [{ activity, authorization } = {} as never] = bot.received;
    expect(activity).toMatchObject({
      type: 'invoke',
      name: 'adaptiveCard/action',
      channelId: 'msteams',
      serviceUrl: `${sandbox.origin}/connector/`,
      from: { aadObjectId: await bot.personId('manager') },
      conversation: { id: at.chat, tenantId, conversationType: 'personal' },
      recipient: { id: `28:${bot.clientId}` },
      channelData: { tenant: { id: tenantId } },
      replyToId: at.message,
      value: { action: execute, trigger: 'manual' },
    });
    expect(activity?.from.id).toMatch(/^29:/);
    expect(activity?.locale).toBe('cy-GB');
    const claims = await verifyBotToken(bot, authorization);
    expect(claims.serviceurl).toBe(`${sandbox.origin}/connector/`);
    expect(Number(claims.exp) - Number(claims.nbf)).toBe(300);
  });

  it('shows the answered card to that person, and keeps what stands for everyone', async () => {
    const at = await sendCard('manager', card('Base'));
    expect(await press('manager', at)).toMatchObject({ kind: 'card' });
    expect(await seenBy('manager', at.message)).toMatchObject({
      isPersonal: true,
      cards: [{ body: [{ text: 'Approved' }] }],
    });
    await bot.connector('PUT', `/${at.chat}/activities/${at.message}`, cardMessage(card('Done')));
    expect(await seenBy('manager', at.message)).toMatchObject({
      isPersonal: false,
      cards: [{ body: [{ text: 'Done' }] }],
    });
  });

  it.each([
    [
      'a message',
      { statusCode: 200, type: 'application/vnd.microsoft.activity.message', value: 'Thanks' },
      { kind: 'message', text: 'Thanks' },
    ],
    [
      'an error',
      { statusCode: 400, type: 'application/vnd.microsoft.error', value: { code: 'BadRequest', message: 'No' } },
      { kind: 'error', text: 'No' },
    ],
    [
      'status instead of statusCode',
      { status: 200, type: 'application/vnd.microsoft.activity.message', value: 'x' },
      { kind: 'unreachable' },
    ],
    [
      'a card that is none',
      { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: {} },
      { kind: 'unreachable' },
    ],
    ['nothing', undefined, { kind: 'unreachable' }],
  ])('shows %s as Teams does', async (_name, body, shown) => {
    bot.answerWith(() => ({ body }));
    const at = await sendCard('manager', card('Base'));
    expect(await press('manager', at)).toMatchObject(shown);
  });

  it('cannot reach the app when it answers 500', async () => {
    bot.answerWith(() => ({ status: 500, body: {} }));
    expect(await press('manager', await sendCard('manager', card('Base')))).toMatchObject({ kind: 'unreachable' });
  });

  it('has run although the answer came too late', async () => {
    const at = await sendCard('manager', card('Base'));
    await sandbox.send('POST', '/sandbox/faults', {
      body: { match: { part: 'invoke' }, effect: { kind: 'timeout', milliseconds: 1 } },
    });
    expect(await press('manager', at)).toMatchObject({
      kind: 'unreachable',
      text: expect.stringContaining('Unable to reach app'),
    });
    expect(bot.received).toHaveLength(1);
    expect(await seenBy('manager', at.message)).toMatchObject({ isPersonal: false });
  });

  it('is delivered twice when told to', async () => {
    const at = await sendCard('manager', card('Base'));
    await sandbox.send('POST', '/sandbox/faults', {
      body: { match: { part: 'invoke' }, effect: { kind: 'webhook', delivery: 'twice' } },
    });
    expect(await press('manager', at)).toMatchObject({ kind: 'card' });
    expect(bot.received).toHaveLength(2);
    expect(bot.received[0]?.activity).toEqual(bot.received[1]?.activity);
  });

  it('is not for somebody who is not in the chat', async () => {
    const at = await sendCard('manager', card('Base'));
    const answer = await sandbox.send('POST', `/sandbox/teams/chats/${at.chat}/messages/${at.message}/actions`, {
      body: { persona: 'colleague', action: execute, trigger: 'manual' },
    });
    expect(answer.status).toBe(404);
    expect(bot.received).toHaveLength(0);
  });
});

describe('the refresh of a card', () => {
  const refreshing = (userIds?: string[]) =>
    card('Base', {
      refresh: { action: { type: 'Action.Execute', verb: 'view', data: {} }, ...(userIds && { userIds }) },
    });
  const mriOf = async (persona: string) => {
    const chat = await bot.conversationWith(persona);
    const [member] = (await (await bot.connector('GET', `/${chat}/members`)).json()) as { id: string }[];
    return member!.id;
  };

  it('is automatic for the people it names, by hand for others, and for all in a small chat', async () => {
    const named = await sendCard('manager', refreshing([await mriOf('manager')]));
    const other = await sendCard('manager', refreshing([await mriOf('hr')]));
    const open = await sendCard('manager', refreshing());
    expect((await seenBy('manager', named.message)).refresh.isAutomatic).toBe(true);
    expect((await seenBy('manager', other.message)).refresh.isAutomatic).toBe(false);
    expect((await seenBy('manager', open.message)).refresh.isAutomatic).toBe(true);
    expect((await seenBy('manager', (await sendCard('manager', card('x'))).message)).refresh).toBeNull();
  });

  it('rests for a minute after it has been answered', async () => {
    bot.answerWith(() => ({
      body: { statusCode: 200, type: 'application/vnd.microsoft.card.adaptive', value: refreshing() },
    }));
    const at = await sendCard('manager', refreshing());
    await press('manager', at, 'automatic');
    expect(bot.received[0]?.activity.value.trigger).toBe('automatic');
    expect((await seenBy('manager', at.message)).refresh.isAutomatic).toBe(false);
    await sandbox.send('POST', '/sandbox/clock', { body: { advanceSeconds: 61 } });
    expect((await seenBy('manager', at.message)).refresh.isAutomatic).toBe(true);
  });
});

describe('calls that Teams would never make', () => {
  const invoke = async (order: object) => {
    const answer = await sandbox.send('POST', '/sandbox/bot/invoke', { body: { persona: 'manager', ...order } });
    return ((await answer.json()) as { answers: { status?: number; unreachable?: string }[] }).answers;
  };

  it.each([
    ['no token', { omit: true }, 'ERR_JWS_INVALID'],
    ['a key nobody published', { wrongKey: true }, 'ERR_JWS_SIGNATURE_VERIFICATION_FAILED'],
    ['another audience', { audience: 'someone-else' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['another issuer', { issuer: 'https://evil.example' }, 'ERR_JWT_CLAIM_VALIDATION_FAILED'],
    ['a token that has run out', { expiresIn: -600 }, 'ERR_JWT_EXPIRED'],
  ])('come with %s', async (_name, token, code) => {
    await invoke({ token });
    await expect(verifyBotToken(bot, bot.received[0]?.authorization)).rejects.toMatchObject({ code });
  });

  it('come with a wrong service address in the token', async () => {
    await invoke({ token: { serviceUrl: 'https://evil.example/' } });
    const claims = await verifyBotToken(bot, bot.received[0]?.authorization);
    expect(claims.serviceurl).not.toBe(bot.received[0]?.activity.serviceUrl);
  });

  it('come several at once, with fields of the activity replaced', async () => {
    expect(await invoke({ times: 3, activity: { from: { id: '29:forged', aadObjectId: 'x' } } })).toHaveLength(3);
    expect(bot.received.map(({ activity }) => activity.from.id)).toEqual(['29:forged', '29:forged', '29:forged']);
  });

  it('give up waiting', async () => {
    bot.answerWith(() => new Promise<never>(() => {}));
    expect(await invoke({ timeoutMs: 20 })).toEqual([{ unreachable: 'timeout' }]);
  });
});

describe('coming and going', () => {
  it('tells the bot, once each', async () => {
    const put = (state: string) =>
      sandbox.send('PUT', '/sandbox/teams/installations', { body: { persona: 'helpDesk', state } });
    await put('notInstalled');
    await put('notInstalled');
    await put('installed');
    expect(bot.received.map(({ activity }) => [activity.type, activity.action ?? null])).toEqual([
      ['installationUpdate', 'remove'],
      ['conversationUpdate', null],
      ['installationUpdate', 'add'],
      ['conversationUpdate', null],
    ]);
    expect(bot.received[3]?.activity.membersAdded).toEqual([{ id: `28:${bot.clientId}` }]);
    await verifyBotToken(bot, bot.received[3]?.authorization);
  });

  it('passes on what a person writes', async () => {
    const chat = await bot.conversationWith('manager');
    const written = await sandbox.send('POST', `/sandbox/teams/chats/${chat}/messages`, {
      body: { persona: 'manager', text: 'Helô' },
    });
    expect(written.status).toBe(201);
    expect(bot.received[0]?.activity).toMatchObject({ type: 'message', text: 'Helô' });
  });
});
