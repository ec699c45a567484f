import { randomUUID } from 'node:crypto';
import { decodeJwt } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();
const clientId = randomUUID();
const identity = randomUUID();
const exchange = 'api://AzureADTokenExchange';

interface Made {
  environment: { IDENTITY_ENDPOINT: string; IDENTITY_HEADER: string };
  credential: { name: string; issuer: string; subject: string; audience: string };
}
let made: Made;

const make = async (id: string): Promise<Made> =>
  (await (await sandbox.send('PUT', `/sandbox/identities/${id}`, { body: { name: 'host' } })).json()) as Made;

beforeAll(async () => {
  made = await make(identity);
  await trust(made.credential);
});

async function trust(...federatedCredentials: Made['credential'][]) {
  const body = {
    name: 'An app',
    secrets: ['correct horse'],
    federatedCredentials,
    applicationRoles: ['User.Read.All'],
  };
  expect((await sandbox.send('PUT', `/sandbox/apps/${clientId}`, { body })).ok).toBe(true);
}

async function askHost(over: Record<string, string> = {}, header = made.environment.IDENTITY_HEADER) {
  const query = new URLSearchParams({ 'api-version': '2019-08-01', resource: exchange, client_id: identity, ...over });
  const answer = await fetch(`${made.environment.IDENTITY_ENDPOINT}?${query}`, {
    headers: { 'x-identity-header': header },
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

async function present(assertion: string, fields: Record<string, string> = {}) {
  const asked = await fetch(`${sandbox.origin}/login/${sandbox.running.tenant.tenantId}/oauth2/v2.0/token`, {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: `${sandbox.origin}/graph/.default`,
      client_assertion: assertion,
      ...fields,
    }),
  });
  return { status: asked.status, body: (await asked.json()) as Record<string, string> };
}

const assertion = async () => (await askHost()).body.access_token ?? '';

describe('the endpoint of a host', () => {
  it('gives a token of the identity for a day, whose audience is the id of the resource', async () => {
    const { status, body } = await askHost();
    expect(status).toBe(200);
    expect(body).toMatchObject({ client_id: identity, resource: exchange, token_type: 'Bearer' });
    const claims = decodeJwt(body.access_token ?? '');
    expect(claims).toMatchObject({
      aud: 'fb60f99c-7a34-4190-8149-302f77469936',
      iss: made.credential.issuer,
      sub: made.credential.subject,
      idtyp: 'app',
    });
    expect(Number(body.expires_on)).toBe(claims.exp);
    expect((claims.exp ?? 0) - (claims.iat ?? 0)).toBe(86_400);
  });

  it.each([
    ['without its header', {}, '', 401],
    ['for an identity that the host was not given', { client_id: randomUUID() }, undefined, 400],
    ['in another version', { 'api-version': '2017-09-01' }, undefined, 400],
    ['for a resource that is not there', { resource: 'https://x.example' }, undefined, 400],
  ])('refuses %s', async (_what, over, header, status) => {
    const answer = await askHost(over as Record<string, string>, header);
    expect(answer.status).toBe(status);
    expect(answer.body).toMatchObject({ statusCode: status, message: expect.any(String) });
  });

  it('asks for another header once the host has started again', async () => {
    const before = made.environment.IDENTITY_HEADER;
    made = await make(identity);
    expect((await askHost({}, before)).status).toBe(401);
    expect((await askHost()).status).toBe(200);
  });
});

describe('an app that trusts a managed identity', () => {
  it('signs in by its token, and is itself then', async () => {
    const { status, body } = await present(await assertion());
    expect(status).toBe(200);
    expect(decodeJwt(body.access_token ?? '')).toMatchObject({ azp: clientId, roles: ['User.Read.All'], azpacr: '2' });
  });

  it.each<[string, (own: Made['credential']) => Made['credential'][], string]>([
    ['nobody', () => [], 'AADSTS700211'],
    ['another issuer', (own) => [{ ...own, issuer: 'https://elsewhere.example/v2.0' }], 'AADSTS700211'],
    ['another subject', (own) => [{ ...own, subject: randomUUID() }], 'AADSTS700213'],
    ['the subject in capitals', (own) => [{ ...own, subject: own.subject.toUpperCase() }], 'AADSTS700213'],
    ['another audience', (own) => [{ ...own, audience: 'api://other' }], 'AADSTS700212'],
    [
      'the issuer of one and the subject of another',
      (own) => [
        { ...own, name: 'a', subject: randomUUID() },
        { ...own, name: 'b', issuer: 'https://elsewhere.example/v2.0' },
      ],
      'AADSTS700213',
    ],
  ])('refuses it where it trusts %s', async (_what, trusted, number) => {
    await trust(...trusted(made.credential));
    const { status, body } = await present(await assertion());
    await trust(made.credential);
    expect({ status, error: body.error }).toEqual({ status: 401, error: 'invalid_client' });
    expect(body.error_description).toContain(`${number}:`);
  });

  it('refuses a token of the identity for another resource', async () => {
    const { body } = await askHost({ resource: `${sandbox.origin}/graph` });
    expect((await present(body.access_token ?? '')).body.error_description).toContain('AADSTS700212:');
  });

  it('refuses the token of an app, even of one it names', async () => {
    const other = randomUUID();
    await sandbox.send('PUT', `/sandbox/apps/${other}`, { body: { name: 'Another', secrets: ['battery'] } });
    const token = await sandbox.token({ app: other, scopes: [`${exchange}/.default`] });
    await trust({ ...made.credential, subject: String(decodeJwt(token).sub) });
    const { body } = await present(token);
    await trust(made.credential);
    expect(body.error_description).toContain('AADSTS700226:');
  });

  it('refuses one that was changed on the way, and one that has run out', async () => {
    const token = await assertion();
    const [head, , signature] = token.split('.');
    const claims = Buffer.from(JSON.stringify({ ...decodeJwt(token), exp: 4_000_000_000 })).toString('base64url');
    expect((await present([head, claims, signature].join('.'))).body.error_description).toContain('AADSTS50013:');
    await sandbox.send('POST', '/sandbox/clock', { body: { advanceSeconds: 90_000 } });
    expect((await present(token)).body.error_description).toContain('AADSTS700024:');
    await sandbox.send('POST', '/sandbox/clock', { body: { advanceSeconds: -90_000 } });
  });
});

describe('SharePoint REST', () => {
  const path = '/sites/urddas/_api/web/lists';
  it('takes an app that showed an assertion, and none that showed a secret', async () => {
    const scope = `${sandbox.origin}/sites/.default`;
    const signed = (await present(await assertion(), { scope })).body.access_token ?? '';
    const refused = await sandbox.send('GET', path, { token: await secretToken(scope) });
    expect(refused.status).toBe(401);
    expect(await refused.json()).toEqual({ error_description: 'Unsupported app only token.' });
    expect((await sandbox.send('GET', path, { token: signed })).status).not.toBe(401);
  });

  async function secretToken(scope: string): Promise<string> {
    const answer = await fetch(`${sandbox.origin}/login/${sandbox.running.tenant.tenantId}/oauth2/v2.0/token`, {
      method: 'POST',
      body: new URLSearchParams({
        grant_type: 'client_credentials',
        client_id: clientId,
        client_secret: 'correct horse',
        scope,
      }),
    });
    return ((await answer.json()) as { access_token: string }).access_token;
  }
});
