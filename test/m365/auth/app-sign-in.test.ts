import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { decodeJwt } from 'jose';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createAppSignIn } from '../../../src/m365/auth/app-sign-in.ts';
import type { RunningSandbox } from '../../../src/sandbox/server.ts';
import { registerTestApp, startTestTenant, type TestApp } from '../support/sandbox.ts';

let tenant: RunningSandbox;
let app: TestApp;
let keyFile: string;

beforeAll(async () => {
  tenant = await startTestTenant();
  app = await registerTestApp(tenant.origin);
  keyFile = join(await mkdtemp(join(tmpdir(), 'urddas-')), 'key.pem');
  await writeFile(keyFile, app.privateKeyPem);
});
afterAll(() => tenant.close());

const signIn = (over: Partial<Parameters<typeof createAppSignIn>[0]> = {}) =>
  createAppSignIn({
    clientId: app.clientId,
    authority: `${tenant.origin.replace('http:', 'https:')}/login/${tenant.tenant.tenantId}`,
    authorityReachedAt: `${tenant.origin}/login/${tenant.tenant.tenantId}`,
    managedIdentityClientId: null,
    certificateKeyFile: keyFile,
    certificateKey: null,
    certificateThumbprint: app.thumbprint,
    ...over,
  });

it('gets a token for Graph with the certificate, and keeps it until it runs out', async () => {
  const getToken = signIn().tokensFor('https://graph.microsoft.com/.default');
  const first = await getToken();
  expect(decodeJwt(first)).toMatchObject({ azp: app.clientId, roles: expect.arrayContaining(['Sites.Selected']) });
  expect(await getToken()).toBe(first);
});

it('gets another token when the one it has was refused', async () => {
  const getToken = signIn().tokensFor('https://graph.microsoft.com/.default');
  expect(await getToken({ renew: true })).not.toBe(await getToken({ renew: true }));
});

it('gets a token of its own for the bot connector', async () => {
  const token = await signIn().tokensFor('https://api.botframework.com/.default')();
  expect(decodeJwt(token).aud).toBe('https://api.botframework.com');
});

it('is refused with a certificate the tenant does not know', async () => {
  const getToken = signIn({ certificateThumbprint: 'ab'.repeat(32) }).tokensFor('https://graph.microsoft.com/.default');
  await expect(getToken()).rejects.toMatchObject({ name: 'RemoteError' });
});

it('is offline when the authority cannot be reached', async () => {
  const getToken = signIn({ authorityReachedAt: 'http://127.0.0.1:9/login/x' }).tokensFor(
    'https://graph.microsoft.com/.default',
  );
  await expect(getToken()).rejects.toMatchObject({ code: 'offline' });
});
