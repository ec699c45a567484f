import { createHash, randomUUID } from 'node:crypto';
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();
const clientId = randomUUID();
const redirectUri = 'https://app.example/sign-in.html';
const verifier = 'v'.repeat(64);
const root = () => `${sandbox.origin}/login/${sandbox.running.tenant.tenantId}/oauth2/v2.0`;

beforeAll(async () => {
  const body = { name: 'A page', spaRedirectUris: [redirectUri], delegatedConsent: ['User.Read'] };
  expect((await sandbox.send('PUT', `/sandbox/apps/${clientId}`, { body })).status).toBe(201);
});

async function authorize(persona: string, over: Record<string, string> = {}) {
  const query = new URLSearchParams({
    client_id: clientId,
    redirect_uri: redirectUri,
    response_type: 'code',
    scope: 'User.Read openid',
    state: 's',
    code_challenge: createHash('sha256').update(verifier).digest('base64url'),
    code_challenge_method: 'S256',
    ...over,
  });
  const body = new URLSearchParams({ persona });
  const answer = await fetch(`${root()}/authorize?${query}`, { method: 'POST', body, redirect: 'manual' });
  const [to, fragment = ''] = (answer.headers.get('location') ?? '').split('#');
  return { status: answer.status, to, said: new URLSearchParams(fragment) };
}

async function redeem(fields: Record<string, string>, origin: string | null = 'https://app.example') {
  const body = new URLSearchParams({
    grant_type: 'authorization_code',
    client_id: clientId,
    redirect_uri: redirectUri,
    code_verifier: verifier,
    ...fields,
  });
  const answer = await fetch(`${root()}/token`, { method: 'POST', body, headers: origin === null ? {} : { origin } });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

const codeOf = async () => (await authorize('reporter')).said.get('code') ?? '';

describe('the sign-in window', () => {
  it('goes back to no address that is not registered', async () => {
    expect(await authorize('reporter', { redirect_uri: 'https://evil.example/' })).toMatchObject({
      status: 400,
      to: '',
    });
  });

  it('says no where somebody cancels, or an administrator has not consented', async () => {
    expect((await authorize('')).said.get('error_description')).toContain('AADSTS65004');
    expect((await authorize('reporter', { scope: 'Mail.Read' })).said.get('error_description')).toContain(
      'AADSTS90094',
    );
  });

  it('gives a code that its own page exchanges, once', async () => {
    const code = await codeOf();
    const first = await redeem({ code });
    expect(first).toMatchObject({ status: 200, body: { token_type: 'Bearer' } });
    const me = await sandbox.send('GET', '/graph/v1.0/me', { token: first.body.access_token ?? '' });
    expect(me.status).toBe(200);
    expect((await redeem({ code })).body.error_description).toContain('AADSTS54005');
    const again = { grant_type: 'refresh_token', refresh_token: first.body.refresh_token ?? '' };
    expect((await redeem(again)).status).toBe(200);
  });

  it.each([
    ['a server', {}, null, 'AADSTS9002327'],
    ['a page of another origin', {}, 'https://evil.example', 'AADSTS9002326'],
    ['whoever lacks the verifier', { code_verifier: 'x'.repeat(64) }, 'https://app.example', 'AADSTS501481'],
  ])('gives no tokens to %s', async (_who, over, origin, reason) => {
    const { status, body } = await redeem({ code: await codeOf(), ...over }, origin);
    expect(status).toBe(400);
    expect(body.error_description).toContain(reason);
  });
});
