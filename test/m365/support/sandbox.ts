import { generateKeyPairSync, randomBytes } from 'node:crypto';
import { type RunningSandbox, startSandbox } from '../../../src/sandbox/server.ts';

/** A tenant of its own for one test file, on a free port, that keeps nothing. */
export async function startTestTenant(): Promise<RunningSandbox> {
  return startSandbox({ port: 0, file: ':memory:' });
}

export interface TestApp {
  clientId: string;
  privateKeyPem: string;
  thumbprint: string;
}

/** Registers the product's app with what an administrator would consent to. */
export async function registerTestApp(origin: string, over: Record<string, unknown> = {}): Promise<TestApp> {
  const clientId = '5b0cc07a-1111-4222-8333-944455556666';
  const keys = generateKeyPairSync('rsa', {
    modulusLength: 2048,
    publicKeyEncoding: { type: 'spki', format: 'pem' },
    privateKeyEncoding: { type: 'pkcs8', format: 'pem' },
  });
  const thumbprint = randomBytes(32).toString('hex');
  const response = await fetch(`${origin}/sandbox/apps/${clientId}`, {
    method: 'PUT',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify({
      name: 'Urddas',
      certificates: [{ thumbprintSha256: thumbprint, publicKeyPem: keys.publicKey }],
      brokerOrigins: ['http://localhost:3001'],
      delegatedConsent: [
        'User.Read',
        'User.Read.All',
        'Mail.ReadWrite',
        'Mail.Send',
        'Mail.Read.Shared',
        'Sites.Selected',
      ],
      applicationRoles: ['Sites.Selected', 'Mail.ReadWrite', 'Mail.Send', 'User.Read.All'],
      sharePointRoles: ['Sites.Selected'],
      api: { audience: `api://${clientId}`, scopes: ['access_as_user'] },
      ...over,
    }),
  });
  if (!response.ok) throw new Error(`registering the app: ${response.status} ${await response.text()}`);
  return { clientId, privateKeyPem: keys.privateKey, thumbprint };
}

/** A token for any HTTP client, from the tenant's control surface. */
export async function tokenFor(
  origin: string,
  request: { persona?: string; app?: string; scopes: string[]; audience?: string; expiresIn?: number },
): Promise<string> {
  const response = await fetch(`${origin}/sandbox/token`, {
    method: 'POST',
    headers: { 'Content-Type': 'application/json' },
    body: JSON.stringify(request),
  });
  if (!response.ok) throw new Error(`token: ${response.status} ${await response.text()}`);
  return ((await response.json()) as { access_token: string }).access_token;
}
