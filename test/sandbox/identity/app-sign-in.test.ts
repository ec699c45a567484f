import { generateKeyPairSync, randomUUID } from 'node:crypto';
import { ConfidentialClientApplication, type INetworkModule } from '@azure/msal-node';
import { decodeJwt, importPKCS8, SignJWT } from 'jose';
import { beforeAll, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';

const sandbox = sandboxUnderTest();
const clientId = randomUUID();
const thumbprint = 'ab'.repeat(32);
const { publicKey, privateKey } = generateKeyPairSync('rsa', {
  modulusLength: 2048,
  publicKeyEncoding: { type: 'spki', format: 'pem' },
  privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
});

beforeAll(async () => {
  const answer = await sandbox.send('PUT', `/sandbox/apps/${clientId}`, {
    body: {
      name: 'An app under test',
      certificates: [{ thumbprintSha256: thumbprint, publicKeyPem: publicKey }],
      secrets: ['correct horse'],
      applicationRoles: ['User.Read.All', 'Sites.Selected'],
      api: { audience: `api://${clientId}`, scopes: ['access_as_user'] },
    },
  });
  expect(answer.status).toBe(201);
});

const endpoint = () => `/login/${sandbox.running.tenant.tenantId}/oauth2/v2.0/token`;

async function ask(fields: Record<string, string>) {
  const answer = await fetch(sandbox.origin + endpoint(), {
    method: 'POST',
    body: new URLSearchParams({
      grant_type: 'client_credentials',
      client_id: clientId,
      scope: `${sandbox.origin}/graph/.default`,
      ...fields,
    }),
  });
  return { status: answer.status, body: (await answer.json()) as Record<string, string> };
}

/** msal-node takes https authorities only; this carries its requests to the local http origin. */
function overHttp(): INetworkModule {
  const send = async (
    url: string,
    options: { headers?: Record<string, string>; body?: string } = {},
    method = 'GET',
  ) => {
    const answer = await fetch(url.replace(/^https:/, 'http:'), {
      method,
      headers: options.headers ?? {},
      body: options.body ?? null,
    });
    return { headers: Object.fromEntries(answer.headers), body: await answer.json(), status: answer.status };
  };
  return {
    sendGetRequestAsync: (url, options) => send(url, options) as never,
    sendPostRequestAsync: (url, options) => send(url, options, 'POST') as never,
  };
}

describe('an app signs in', () => {
  it('with its secret, and gets the roles it was given', async () => {
    const { status, body } = await ask({ client_secret: 'correct horse' });
    expect(status).toBe(200);
    const claims = decodeJwt(body.access_token ?? '');
    expect(claims).toMatchObject({ roles: ['User.Read.All', 'Sites.Selected'], azp: clientId, idtyp: 'app' });
    const users = await sandbox.send('GET', '/graph/v1.0/users?$top=1', { token: body.access_token ?? '' });
    expect(users.status).toBe(200);
  });

  it('with its certificate, through the unmodified msal-node', async () => {
    const host = sandbox.origin.replace('http://', '');
    const client = new ConfidentialClientApplication({
      auth: {
        clientId,
        authority: `https://${host}/login/${sandbox.running.tenant.tenantId}`,
        knownAuthorities: [host],
        authorityMetadata: JSON.stringify({
          issuer: `https://${host}/login/${sandbox.running.tenant.tenantId}/v2.0`,
          authorization_endpoint: `https://${host}/login/${sandbox.running.tenant.tenantId}/oauth2/v2.0/authorize`,
          token_endpoint: `https://${host}${endpoint()}`,
          jwks_uri: `https://${host}/login/${sandbox.running.tenant.tenantId}/discovery/v2.0/keys`,
        }),
        clientCertificate: { thumbprintSha256: thumbprint, privateKey },
      },
      system: { networkClient: overHttp() },
    });
    const result = await client.acquireTokenByClientCredential({ scopes: [`${sandbox.origin}/graph/.default`] });
    expect(decodeJwt(result?.accessToken ?? '')).toMatchObject({ aud: `${sandbox.origin}/graph`, azp: clientId });
  });

  it('for the bot connector, without roles', async () => {
    const { body } = await ask({ client_secret: 'correct horse', scope: 'https://api.botframework.com/.default' });
    expect(decodeJwt(body.access_token ?? '')).toMatchObject({ aud: 'https://api.botframework.com', roles: [] });
  });

  it('for its own API, whose tokens carry the client id', async () => {
    const { body } = await ask({ client_secret: 'correct horse', scope: `api://${clientId}/.default` });
    expect(decodeJwt(body.access_token ?? '').aud).toBe(clientId);
  });

  it.each([
    ['a wrong secret', { client_secret: 'wrong' }, 401, 'invalid_client', 'AADSTS7000215'],
    ['no credential', {}, 401, 'invalid_client', 'AADSTS7000216'],
    ['an unknown app', { client_id: 'unknown', client_secret: 'x' }, 400, 'unauthorized_client', 'AADSTS700016'],
    ['another grant', { grant_type: 'password' }, 400, 'unsupported_grant_type', 'AADSTS70003'],
    [
      'an unknown resource',
      { client_secret: 'correct horse', scope: 'https://x.example/.default' },
      400,
      'invalid_resource',
      'AADSTS500011',
    ],
    [
      'a single permission',
      { client_secret: 'correct horse', scope: 'https://graph.microsoft.com/User.Read' },
      400,
      'invalid_scope',
      'AADSTS1002012',
    ],
    ['an assertion that is no token', { client_assertion: 'rubbish' }, 401, 'invalid_client', 'AADSTS50027'],
  ])('is refused with %s', async (_what, fields, status, error, number) => {
    const answer = await ask(fields as Record<string, string>);
    expect(answer.status).toBe(status);
    expect(answer.body.error).toBe(error);
    expect(answer.body.error_description).toContain(number);
  });

  it.each([
    ['signed with another key', { foreignKey: true }],
    ['made for another endpoint', { audience: 'https://elsewhere.example/token' }],
    ['made by another app', { issuer: randomUUID() }],
    ['already over', { expires: -600 }],
    ['with an unknown thumbprint', { print: 'cd'.repeat(32) }],
  ] as [string, { foreignKey?: boolean; audience?: string; issuer?: string; expires?: number; print?: string }][])(
    'is refused with an assertion %s',
    async (_what, wrong) => {
      const foreign = generateKeyPairSync('rsa', { modulusLength: 2048 }).privateKey.export({
        type: 'pkcs8',
        format: 'pem',
      });
      const now = Math.floor(Date.now() / 1000);
      const assertion = await new SignJWT({ jti: randomUUID() })
        .setProtectedHeader({
          alg: 'RS256',
          'x5t#S256': Buffer.from(wrong.print ?? thumbprint, 'hex').toString('base64url'),
        })
        .setIssuer(wrong.issuer ?? clientId)
        .setSubject(clientId)
        .setAudience(wrong.audience ?? sandbox.origin + endpoint())
        .setExpirationTime(now + (wrong.expires ?? 300))
        .sign(await importPKCS8(wrong.foreignKey ? String(foreign) : privateKey, 'RS256'));
      const answer = await ask({ client_assertion: assertion });
      expect(answer.status).toBe(401);
      expect(answer.body.error).toBe('invalid_client');
    },
  );
});

describe('a registered app', () => {
  it('never shows its secrets', async () => {
    const shown = await (await sandbox.send('GET', `/sandbox/apps/${clientId}`)).text();
    expect(shown).not.toContain('correct horse');
    expect(JSON.parse(shown)).toMatchObject({ secretCount: 1 });
  });

  it('is refused when its form is wrong, with the place named', async () => {
    const answer = await sandbox.send('PUT', '/sandbox/apps/x', { body: { name: 'x', brokerOrigins: ['not a url'] } });
    expect(answer.status).toBe(400);
    expect(await answer.text()).toContain('brokerOrigins.0');
  });
});
