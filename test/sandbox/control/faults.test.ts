import { beforeEach, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();
beforeEach(() => sandbox.send('DELETE', '/sandbox/faults'));

const switchOn = async (rule: unknown) => {
  const answer = await sandbox.send('POST', '/sandbox/faults', { body: rule });
  expect(answer.status, await answer.clone().text()).toBe(201);
  return ((await answer.json()) as { id: string }).id;
};
const me = async (persona = 'reporter') =>
  sandbox.send('GET', '/graph/v1.0/me', { token: await sandbox.token({ persona, scopes: ['User.Read'] }) });
const codeOf = async (answer: Response) => ((await answer.json()) as { error: { code: string } }).error.code;

describe('a fault', () => {
  it('lets some by, acts as often as told, and is then over', async () => {
    await switchOn({
      match: { part: 'graph', path: '/graph/v1.0/me' },
      skip: 1,
      times: 2,
      effect: { kind: 'status', status: 503, retryAfter: 7 },
    });
    const seen: [number, string | null][] = [];
    for (let round = 0; round < 4; round += 1) {
      const answer = await me();
      seen.push([answer.status, answer.headers.get('retry-after')]);
    }
    expect(seen).toEqual([
      [200, null],
      [503, '7'],
      [503, '7'],
      [200, null],
    ]);
    const { value } = (await (await sandbox.send('GET', '/sandbox/faults')).json()) as { value: { hits: number }[] };
    expect(value[0]?.hits).toBe(2);
  });

  it('acts until removed when it has no count', async () => {
    const id = await switchOn({ match: { part: 'graph' }, times: null, effect: { kind: 'status', status: 429 } });
    expect([(await me()).status, (await me()).status]).toEqual([429, 429]);
    expect((await sandbox.send('DELETE', `/sandbox/faults/${id}`)).status).toBe(204);
    expect((await me()).status).toBe(200);
    expect((await sandbox.send('DELETE', `/sandbox/faults/${id}`)).status).toBe(404);
  });

  it('can be aimed at one person', async () => {
    await switchOn({ match: { persona: 'manager' }, times: null, effect: { kind: 'status', status: 500 } });
    expect([(await me('reporter')).status, (await me('manager')).status]).toEqual([200, 500]);
  });

  it('can be aimed at words in the body, which the work still gets', async () => {
    const token = await sandbox.token({ persona: 'reporter', scopes: ['User.Read'] });
    const check = (groupId: string) =>
      sandbox.send('POST', '/graph/v1.0/me/checkMemberGroups', { token, body: { groupIds: [groupId] } });
    await switchOn({ match: { body: 'second-group' }, effect: { kind: 'status', status: 500 } });
    expect([(await check('first-group')).status, (await check('second-group')).status]).toEqual([200, 500]);
  });

  it('makes a token look run out, as a claims challenge when asked', async () => {
    const claims = '{"access_token":{"nbf":{"essential":true,"value":"1"}}}';
    await switchOn({ match: { part: 'graph' }, effect: { kind: 'tokenExpired', claims } });
    const answer = await me();
    expect(answer.status).toBe(401);
    const challenge = answer.headers.get('www-authenticate') ?? '';
    expect(challenge).toContain('insufficient_claims');
    expect(Buffer.from(/claims="([^"]+)"/.exec(challenge)?.[1] ?? '', 'base64').toString()).toBe(claims);
  });

  it('makes a scope look missing', async () => {
    await switchOn({ match: { part: 'graph' }, effect: { kind: 'missingScope' } });
    const answer = await me();
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'accessDenied']);
  });

  it('delays an answer that is otherwise right', async () => {
    await switchOn({ match: { part: 'graph' }, effect: { kind: 'delay', milliseconds: 5 } });
    expect((await me()).status).toBe(200);
  });

  it('says that the bot is not installed', async () => {
    await switchOn({ match: { part: 'connector' }, effect: { kind: 'notInstalled' } });
    const token = await sandbox.token({ app: 'bot', audience: 'https://api.botframework.com' });
    const answer = await sandbox.send('POST', '/connector/v3/conversations', { token, body: {} });
    expect([answer.status, await codeOf(answer)]).toEqual([403, 'BotNotInConversationRoster']);
  });

  it('is handed to the part that brings it about', async () => {
    await switchOn({
      match: { part: 'webhook', path: '*/api/notifications' },
      effect: { kind: 'webhook', delivery: 'twice' },
    });
    await switchOn({ match: { part: 'invoke', persona: 'manager' }, effect: { kind: 'timeout', milliseconds: 1 } });
    const { faults } = sandbox.running.tenant;
    const occasion = { method: 'POST', path: 'http://localhost:1/api/notifications' };
    expect(faults.take('webhook', occasion)).toMatchObject({ delivery: 'twice' });
    expect(faults.take('webhook', occasion)).toBeNull();
    expect(faults.take('invoke', { persona: ['reporter'] })).toBeNull();
    expect(faults.take('invoke', { persona: ['manager'] })).toMatchObject({ kind: 'timeout' });
  });

  it.each([
    [{ effect: { kind: 'explode' } }, 'effect'],
    [{ effect: { kind: 'status', status: 200 } }, 'effect.status'],
    [{ match: { part: 'moon' }, effect: { kind: 'drop' } }, 'match.part'],
    [{ effect: { kind: 'drop' }, times: 0 }, 'times'],
    [{ effect: { kind: 'drop' }, often: 3 }, 'often'],
  ])('is refused when it is not understood: %j', async (rule, place) => {
    const answer = await sandbox.send('POST', '/sandbox/faults', { body: rule });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain(place);
  });

  it('never closes the control endpoints themselves', async () => {
    await switchOn({ times: null, effect: { kind: 'status', status: 503 } });
    expect((await sandbox.send('GET', '/sandbox/faults')).status).toBe(200);
  });
});
