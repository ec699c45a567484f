import { createRemoteJWKSet, generateKeyPair, jwtVerify, SignJWT } from 'jose';
import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();
const me = '/graph/v1.0/me';

async function refusal(token: string | undefined) {
  const answer = await sandbox.send('GET', me, token === undefined ? {} : { token });
  const { error } = (await answer.json()) as { error: { code: string; message: string } };
  return { status: answer.status, code: error.code, challenge: answer.headers.get('www-authenticate') ?? '' };
}

describe('a token of the tenant', () => {
  it('is verified by anyone from the published metadata and keys', async () => {
    const { tenantId } = sandbox.running.tenant;
    const metadata = (await (
      await sandbox.send('GET', `/login/${tenantId}/v2.0/.well-known/openid-configuration`)
    ).json()) as { issuer: string; jwks_uri: string };
    const token = await sandbox.token({ persona: 'reporter', scopes: ['User.Read', 'Mail.Send'] });
    const { payload } = await jwtVerify(token, createRemoteJWKSet(new URL(metadata.jwks_uri)), {
      issuer: metadata.issuer,
      audience: `${sandbox.origin}/graph`,
    });
    expect(payload).toMatchObject({ scp: 'User.Read Mail.Send', tid: tenantId, ver: '2.0' });
    expect(payload.preferred_username).toMatch(/@glanrafon\.example$/);
  });

  it('opens Graph for the person it names', async () => {
    const answer = await sandbox.send('GET', me, {
      token: await sandbox.token({ persona: 'manager', scopes: ['User.Read'] }),
    });
    expect(answer.status).toBe(200);
    expect(((await answer.json()) as { displayName: string }).displayName).toBe('Siân Morlais');
  });
});

describe('Graph answers 401', () => {
  it('to a request without a token', async () => {
    expect(await refusal(undefined)).toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' });
  });

  it('to a token that has run out, and says so', async () => {
    const expired = await refusal(await sandbox.token({ persona: 'reporter', scopes: ['User.Read'], expiresIn: -10 }));
    expect(expired).toMatchObject({ status: 401, code: 'InvalidAuthenticationToken' });
    expect(expired.challenge).toContain('expired');
  });

  it('to a token for another audience', async () => {
    const token = await sandbox.token({
      persona: 'reporter',
      scopes: ['User.Read'],
      audience: 'https://api.botframework.com',
    });
    expect((await refusal(token)).challenge).toContain('audience');
  });

  it('to a token that somebody else signed', async () => {
    const { privateKey } = await generateKeyPair('RS256');
    const token = await new SignJWT({ scp: 'User.Read', idtyp: 'user' })
      .setProtectedHeader({ alg: 'RS256' })
      .setIssuer(`${sandbox.origin}/login/${sandbox.running.tenant.tenantId}/v2.0`)
      .setAudience(`${sandbox.origin}/graph`)
      .setExpirationTime('1h')
      .sign(privateKey);
    expect(await refusal(token)).toMatchObject({ status: 401 });
  });

  it('to a token whose payload was changed', async () => {
    const token = await sandbox.token({ persona: 'reporter', scopes: ['User.Read'] });
    const [head, body, signature] = token.split('.') as [string, string, string];
    const claims = JSON.parse(Buffer.from(body, 'base64url').toString()) as Record<string, unknown>;
    const forged = Buffer.from(JSON.stringify({ ...claims, scp: 'User.Read.All' })).toString('base64url');
    expect(await refusal(`${head}.${forged}.${signature}`)).toMatchObject({ status: 401 });
  });

  it('to a person whose account was disabled after the token was given', async () => {
    const token = await sandbox.token({ persona: 'hr', scopes: ['User.Read'] });
    await sandbox.send('PATCH', '/sandbox/people/hr', { body: { accountEnabled: false } });
    expect(await refusal(token)).toMatchObject({ status: 401 });
    await sandbox.send('PATCH', '/sandbox/people/hr', { body: { accountEnabled: true } });
    expect((await sandbox.send('GET', me, { token })).status).toBe(200);
  });

  it('once the clock has passed the end of the token', async () => {
    const token = await sandbox.token({ persona: 'reporter', scopes: ['User.Read'], expiresIn: 60 });
    await sandbox.send('POST', '/sandbox/clock', { body: { advanceSeconds: 120 } });
    expect(await refusal(token)).toMatchObject({ status: 401 });
    await sandbox.send('POST', '/sandbox/clock', { body: { advanceSeconds: -120 } });
  });
});

describe('the control endpoint for tokens', () => {
  it.each([
    [{}, 400],
    [{ persona: 'nobody' }, 404],
    [{ persona: 'reporter', scopes: ['https://elsewhere.example/Thing.Read'] }, 400],
    [{ persona: 'reporter', expiresIn: 'soon' }, 400],
  ])('refuses %j with %i', async (order, status) => {
    expect((await sandbox.send('POST', '/sandbox/token', { body: order })).status).toBe(status);
  });
});
