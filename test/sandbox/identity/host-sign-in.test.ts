import { decodeJwt } from 'jose';
import { beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();
const clientId = '0f5c1d8e-0000-4000-8000-00000000000a';
const pageOrigin = 'http://localhost:4999';

beforeAll(async () => {
  await sandbox.send('PUT', `/sandbox/apps/${clientId}`, {
    body: {
      name: 'A page under test',
      brokerOrigins: [pageOrigin],
      delegatedConsent: ['User.Read', 'https://graph.microsoft.com/Mail.Read'],
      api: { audience: `api://${clientId}`, scopes: ['access_as_user'] },
    },
  });
});
beforeEach(() => sandbox.send('DELETE', '/sandbox/faults'));

interface BrokerAnswer {
  success: boolean;
  token: { access_token: string; id_token: string; scope: string };
  account: { homeAccountId: string; username: string };
  error: { status: string; code: string; description: string };
}

async function ask(over: Record<string, unknown> = {}, origin: string | null = sandbox.origin): Promise<BrokerAnswer> {
  const answer = await sandbox.send('POST', '/sandbox/host-token', {
    body: { persona: 'reporter', clientId, pageOrigin, scope: 'User.Read openid profile', interactive: false, ...over },
    headers: origin === null ? {} : { origin },
  });
  return (await answer.json()) as BrokerAnswer;
}

describe('the broker of a host', () => {
  it('gives a token for the signed-in person, and an id token for the app', async () => {
    const answer = await ask();
    expect(answer.success).toBe(true);
    expect(decodeJwt(answer.token.access_token)).toMatchObject({
      scp: 'User.Read',
      azp: clientId,
      aud: `${sandbox.origin}/graph`,
    });
    expect(decodeJwt(answer.token.id_token)).toMatchObject({
      aud: clientId,
      preferred_username: answer.account.username,
    });
  });

  it('gives a token for the app’s own API', async () => {
    const answer = await ask({ scope: `api://${clientId}/access_as_user` });
    expect(decodeJwt(answer.token.access_token)).toMatchObject({ scp: 'access_as_user', aud: clientId });
  });

  it.each([
    ['no consent for the scope', { scope: 'Sites.FullControl.All' }, 'USER_INTERACTION_REQUIRED', 'consent_required'],
    [
      'no consent even after asking',
      { scope: 'Sites.FullControl.All', interactive: true },
      'PERSISTENT_ERROR',
      'access_denied',
    ],
    [
      'a page of an origin that is not registered',
      { pageOrigin: 'http://evil.example' },
      'PERSISTENT_ERROR',
      'invalid_request',
    ],
    ['an app that is not registered', { clientId: 'unknown' }, 'PERSISTENT_ERROR', 'unauthorized_client'],
    [
      'scopes of two resources',
      { scope: `User.Read api://${clientId}/access_as_user` },
      'PERSISTENT_ERROR',
      'invalid_request',
    ],
    ['a persona that is not there', { persona: 'nobody' }, 'ACCOUNT_UNAVAILABLE', 'account_unavailable'],
  ])('refuses with %s', async (_why, over, status, code) => {
    expect(await ask(over)).toMatchObject({ success: false, error: { status, code } });
  });

  it('refuses a disabled account', async () => {
    await sandbox.send('PATCH', '/sandbox/people/reporter', { body: { accountEnabled: false } });
    expect((await ask()).error.status).toBe('ACCOUNT_UNAVAILABLE');
    await sandbox.send('PATCH', '/sandbox/people/reporter', { body: { accountEnabled: true } });
  });

  it.each([
    ['interaction_required', 'USER_INTERACTION_REQUIRED'],
    ['no_network', 'NO_NETWORK'],
    ['transient', 'TRANSIENT_ERROR'],
    ['user_cancel', 'USER_CANCEL'],
    ['disabled', 'DISABLED'],
    ['unavailable', 'NESTED_APP_AUTH_UNAVAILABLE'],
  ])('answers %s when told to, to one persona only', async (refusal, status) => {
    const match = { part: 'signin', persona: 'reporter', app: clientId };
    await sandbox.send('POST', '/sandbox/faults', {
      body: { match, times: null, effect: { kind: 'signIn', refusal } },
    });
    expect((await ask()).error.status).toBe(status);
    expect((await ask({ interactive: true })).success, 'the window helps').toBe(true);
    expect((await ask({ persona: 'manager' })).success).toBe(true);
  });

  it('can be told to refuse in the window too', async () => {
    const effect = { kind: 'signIn', refusal: 'user_cancel', interactiveToo: true };
    await sandbox.send('POST', '/sandbox/faults', { body: { match: { part: 'signin' }, effect } });
    expect((await ask({ interactive: true })).error.status).toBe('USER_CANCEL');
  });

  it.each(['http://localhost:4999', null])('answers nobody but a host page: not %s', async (origin) => {
    expect(await ask({}, origin)).toMatchObject({ error: { code: 'accessDenied' } });
  });
});
