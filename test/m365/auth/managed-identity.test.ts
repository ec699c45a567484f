import { decodeJwt } from 'jose';
import { afterAll, afterEach, beforeAll, describe, expect, it, vi } from 'vitest';
import { createAppSignIn } from '../../../src/m365/auth/app-sign-in.ts';
import type { RunningSandbox } from '../../../src/sandbox/server.ts';
import { registerTestApp, startTestTenant, type TestApp } from '../support/sandbox.ts';

const identity = '2f6d1c1e-3333-4444-8555-0123456789ab';
const graphScope = 'https://graph.microsoft.com/.default';

let tenant: RunningSandbox;
let app: TestApp;
/** How often the host's endpoint was asked. */
let asked = 0;
let trusted: Record<string, string>;

async function control(method: string, path: string, body?: unknown): Promise<unknown> {
  const response = await fetch(`${tenant.origin}/sandbox${path}`, {
    method,
    headers: { 'content-type': 'application/json' },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  });
  if (!response.ok) throw new Error(`${path}: ${response.status} ${await response.text()}`);
  return response.status === 204 ? null : response.json();
}

const trust = (over: Record<string, string> = {}) =>
  registerTestApp(tenant.origin, { certificates: [], federatedCredentials: [{ ...trusted, ...over }] });

const counting: typeof fetch = (input, init) => {
  if (String(input).includes('/msi/')) asked += 1;
  return fetch(input, init);
};

/** msal keeps the host it found first for the whole process, so that this file has one, and moves time to have its token run out. */
let getToken: ReturnType<ReturnType<typeof createAppSignIn>['tokensFor']>;
let signIn: ReturnType<typeof createAppSignIn>;

/** The tenant runs in this process, so that its time moves too. */
function moveOn(hours: number): void {
  vi.setSystemTime(Date.now() + hours * 3_600_000);
}

beforeAll(async () => {
  tenant = await startTestTenant();
  const made = (await control('PUT', `/identities/${identity}`, { name: 'host' })) as {
    environment: Record<string, string>;
    credential: Record<string, string>;
  };
  trusted = made.credential;
  for (const [name, value] of Object.entries(made.environment)) vi.stubEnv(name, value);
  app = await trust();
  signIn = createAppSignIn(
    {
      clientId: app.clientId,
      authority: `${tenant.origin.replace('http:', 'https:')}/login/${tenant.tenant.tenantId}`,
      authorityReachedAt: `${tenant.origin}/login/${tenant.tenant.tenantId}`,
      managedIdentityClientId: identity,
      certificateKeyFile: null,
      certificateKey: null,
      certificateThumbprint: null,
    },
    counting,
  );
  getToken = signIn.tokensFor(graphScope);
});
afterEach(async () => {
  await control('DELETE', '/faults');
});
afterAll(async () => {
  vi.useRealTimers();
  vi.unstubAllEnvs();
  await tenant.close();
});

describe('A service with a managed identity', () => {
  it('is the app itself at Graph, at the bot connector and at SharePoint, with one token of its host', async () => {
    const [graph, bot, site] = await Promise.all([
      getToken(),
      signIn.tokensFor('https://api.botframework.com/.default')(),
      signIn.tokensFor(`${tenant.origin}/sites/.default`)(),
    ]);
    expect(decodeJwt(graph)).toMatchObject({ azp: app.clientId, roles: expect.arrayContaining(['Sites.Selected']) });
    expect(decodeJwt(bot)).toMatchObject({ azp: app.clientId, aud: 'https://api.botframework.com' });
    // SharePoint looks at how the app showed who it is: 2 is a signed assertion, 1 would be a secret.
    expect(decodeJwt(site)).toMatchObject({ azp: app.clientId, aud: `${tenant.origin}/sites`, azpacr: '2' });
    const people = await fetch(`${tenant.origin}/graph/v1.0/users?$top=1`, {
      headers: { authorization: `Bearer ${graph}` },
    });
    expect(people.status).toBe(200);
    expect(await getToken()).toBe(graph);
    expect(asked).toBe(1);
  });

  it('gets another token of its host when that has run out, and not before', async () => {
    vi.useFakeTimers({ toFake: ['Date'], now: Date.now() });
    const before = asked;
    moveOn(2);
    await getToken();
    expect(asked, 'the app has another token by the same one of the host').toBe(before);
    moveOn(23);
    const claims = decodeJwt(await getToken());
    expect(asked).toBe(before + 1);
    expect((claims.exp ?? 0) * 1000).toBeGreaterThan(Date.now());
  });

  it.each([
    ['subject', { subject: '00000000-0000-4000-8000-000000000000' }, 'AADSTS700213'],
    ['audience', { audience: 'api://another' }, 'AADSTS700212'],
    ['issuer', { issuer: 'https://elsewhere.example/v2.0' }, 'AADSTS700211'],
  ])('is refused where the app trusts another %s, and the log can say so', async (_what, over, number) => {
    await trust(over);
    await expect(getToken({ renew: true })).rejects.toMatchObject({
      name: 'RemoteError',
      code: 'server',
      message: `sign-in: invalid_client ${number}`,
    });
    await trust();
    await expect(getToken({ renew: true })).resolves.toBeTruthy();
  });

  it.each([
    [
      { kind: 'status', status: 500 },
      { code: 'server', status: 500 },
    ],
    [
      { kind: 'status', status: 429, retryAfter: 40 },
      { code: 'throttled', status: 429, retryAfterSeconds: 40 },
    ],
    [
      { kind: 'status', status: 400 },
      { code: 'server', status: 400, message: 'managed identity: refused with 400' },
    ],
    [{ kind: 'drop' }, { code: 'offline', message: 'managed identity: no answer' }],
  ])('says what its host said (%j), and signs in at the next try', async (effect, failure) => {
    // The host's token must have run out, or nobody would be asked.
    moveOn(25);
    await control('POST', '/faults', { match: { part: 'identity' }, effect });
    await expect(getToken()).rejects.toMatchObject(failure);
    expect(decodeJwt(await getToken()).azp).toBe(app.clientId);
  });

  it('is offline when Entra does not answer', async () => {
    await control('POST', '/faults', { match: { part: 'login', path: '*/token' }, effect: { kind: 'drop' } });
    await expect(getToken({ renew: true })).rejects.toMatchObject({ code: 'offline', message: 'sign-in: no answer' });
  });

  it('is offline when nothing listens at the endpoint of its host', async () => {
    moveOn(25);
    await tenant.close();
    await expect(getToken()).rejects.toMatchObject({ code: 'offline' });
    tenant = await startTestTenant();
  });
});
