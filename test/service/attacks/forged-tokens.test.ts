import { createHash } from 'node:crypto';
import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueIdToken, issuerOf, signClaims } from '../../../src/sandbox/identity/access-tokens.ts';
import { signingKey } from '../../../src/sandbox/identity/signing-keys.ts';
import { everything, logSince } from '../support/attack.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, personOf, reportOf, secrets } from '../support/reporter.ts';
import { uploadEvidence } from '../support/security.ts';

const bytes = new TextEncoder().encode('From: a\r\n\r\nwords');
const sha256 = createHash('sha256').update(bytes).digest('hex');
const otherTenant = '00000000-0000-4000-8000-00000000dead';
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** Every route that asks who somebody is. */
const routes = ['evidence', 'verification', 'copy', 'history', 'histories'] as const;
const viaTeam: readonly string[] = ['history', 'histories'];

describe('A token that is not what it says, at every route that asks for one', () => {
  let product: Product;
  let service: Replica;
  let submissionId: string;
  let before: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    const report = await reportOf(await personOf(product, 'reporter'), 1);
    submissionId = report.submissionId;
    await addReport(product, 'reporter', report);
    await service.work.readLists();
    expect((await uploadEvidence(product, service.origin, { submissionId, bytes, sha256 })).status).toBe(200);
    await service.desk.idle();
    before = await everything(product);
  });
  afterAll(() => product?.close());

  /** What a right token for a person has. */
  async function claims(persona: string): Promise<Record<string, unknown>> {
    const { clientId, tenantId } = product.settings;
    return {
      iss: issuerOf(product.sandbox.tenant),
      aud: `api://${clientId}`,
      tid: tenantId,
      azp: clientId,
      oid: (await personOf(product, persona)).id,
      scp: 'access_as_user',
      idtyp: 'user',
      ver: '2.0',
    };
  }
  const signed = async (over: Record<string, unknown>, seconds = 3600) =>
    signClaims(product.sandbox.tenant, 'login', { ...(await claims('security')), ...over }, seconds);

  function call(route: (typeof routes)[number], authorization: string | null): Promise<Response> {
    const headers: Record<string, string> = authorization === null ? {} : { authorization };
    if (route === 'evidence') {
      return fetch(`${service.origin}/api/submissions/${submissionId}/evidence`, {
        method: 'PUT',
        headers: {
          ...headers,
          'x-evidence-sha256': sha256,
          'x-evidence-method': 'officeFile',
          'x-evidence-captured-at': '2026-11-20T10:05:00Z',
        },
        body: bytes,
      });
    }
    if (route === 'histories') return fetch(`${service.origin}/api/trails/default`, { headers });
    if (route === 'history') {
      return fetch(`${service.origin}/api/incidents/${submissionId}/trail/copy`, {
        method: 'POST',
        headers: { ...headers, 'content-type': 'application/json' },
        body: JSON.stringify({ form: 'csv' }),
      });
    }
    return fetch(`${service.origin}/api/incidents/${submissionId}/evidence/original/${route}`, {
      method: 'POST',
      headers: { ...headers, 'content-type': 'application/json' },
      body: JSON.stringify({ sha256 }),
    });
  }

  const forgeries: [string, 401 | 403, () => Promise<string | null>][] = [
    ['none at all', 401, async () => null],
    ['an empty one', 401, async () => 'Bearer '],
    ['another scheme', 401, async () => `Basic ${base64('security:password')}`],
    ['two of them', 401, async () => `Bearer ${await signed({})}, Bearer ${await signed({})}`],
    [
      'one that says it needs no signature',
      401,
      async () => `Bearer ${base64({ alg: 'none', typ: 'JWT' })}.${base64(await claims('security'))}.`,
    ],
    [
      'one that says so and has something in the signature’s place',
      401,
      async () => `Bearer ${base64({ alg: 'none' })}.${base64({ ...(await claims('security')), exp: 4e9 })}.x`,
    ],
    [
      'one signed with a key nobody has published, under the published key’s name',
      401,
      async () => {
        const { privateKey } = await generateKeyPair('RS256');
        const { keyId } = await signingKey(product.sandbox.tenant, 'login');
        const forged = new SignJWT(await claims('security')).setProtectedHeader({ alg: 'RS256', kid: keyId });
        return `Bearer ${await forged.setExpirationTime('1h').sign(privateKey)}`;
      },
    ],
    [
      'one signed with the published key as if it were a secret',
      401,
      async () => {
        const { publicJwk, keyId } = await signingKey(product.sandbox.tenant, 'login');
        const forged = new SignJWT(await claims('security')).setProtectedHeader({ alg: 'HS256', kid: keyId });
        return `Bearer ${await forged.setExpirationTime('1h').sign(new TextEncoder().encode(publicJwk.n))}`;
      },
    ],
    [
      'one that brings its own key along',
      401,
      async () => {
        const { privateKey, publicKey } = await generateKeyPair('RS256', { extractable: true });
        const jwk = await crypto.subtle.exportKey('jwk', publicKey as CryptoKey);
        const header = { alg: 'RS256', jwk, jku: `${service.origin}/keys` } as never;
        return `Bearer ${await new SignJWT(await claims('security')).setProtectedHeader(header).setExpirationTime('1h').sign(privateKey)}`;
      },
    ],
    [
      'one of the channel, which is for the bot',
      401,
      async () => `Bearer ${await signClaims(product.sandbox.tenant, 'connector', await claims('security'), 600)}`,
    ],
    ['one that has run out', 401, async () => `Bearer ${await signed({}, -600)}`],
    [
      'one that is not valid yet',
      401,
      async () => {
        const { privateKey, keyId } = await signingKey(product.sandbox.tenant, 'login');
        const soon = new SignJWT(await claims('security')).setProtectedHeader({ alg: 'RS256', kid: keyId });
        return `Bearer ${await soon.setNotBefore('10m').setExpirationTime('1h').sign(privateKey)}`;
      },
    ],
    [
      'one that never runs out',
      401,
      async () => {
        const { privateKey, keyId } = await signingKey(product.sandbox.tenant, 'login');
        return `Bearer ${await new SignJWT(await claims('security')).setProtectedHeader({ alg: 'RS256', kid: keyId }).sign(privateKey)}`;
      },
    ],
    ['one of another issuer', 401, async () => `Bearer ${await signed({ iss: 'https://login.example/v2.0' })}`],
    ['one of another tenant', 401, async () => `Bearer ${await signed({ tid: otherTenant })}`],
    ['one for another API', 401, async () => `Bearer ${await signed({ aud: `api://${otherTenant}` })}`],
    [
      'one for Graph',
      401,
      async () =>
        `Bearer ${await product.token({ persona: 'security', app: product.settings.clientId, scopes: ['User.Read'] })}`,
    ],
    ['one that names nobody', 401, async () => `Bearer ${await signed({ oid: undefined })}`],
    ['one that names no person’s id', 401, async () => `Bearer ${await signed({ oid: ['a', 'b'] })}`],
    [
      'an id token, which says who somebody is and gives no right',
      403,
      async () => {
        const { id, displayName, userPrincipalName } = await personOf(product, 'security');
        const person = { id, displayName, userPrincipalName };
        return `Bearer ${await issueIdToken(product.sandbox.tenant, product.settings.clientId, person)}`;
      },
    ],
    [
      'one of an app alone',
      403,
      async () => `Bearer ${await signed({ scp: undefined, roles: ['access_as_user'], idtyp: 'app' })}`,
    ],
    ['one of an app alone that has the scope’s name', 403, async () => `Bearer ${await signed({ idtyp: 'app' })}`],
    ['one without the scope', 403, async () => `Bearer ${await signed({ scp: 'User.Read profile' })}`],
    [
      'one whose scope only looks like it',
      403,
      async () => `Bearer ${await signed({ scp: 'access_as_user2 xaccess_as_user' })}`,
    ],
    ['one with scopes as a list', 403, async () => `Bearer ${await signed({ scp: ['access_as_user'] })}`],
    [
      'one that another app of the tenant has got',
      403,
      async () => `Bearer ${await signed({ azp: otherTenant, appid: otherTenant })}`,
    ],
  ];

  it.each(routes)('a right one is taken at %s', async (route) => {
    const persona = route === 'evidence' ? 'reporter' : 'security';
    const good = await signClaims(product.sandbox.tenant, 'login', await claims(persona), 600);
    expect((await call(route, `Bearer ${good}`)).status).toBe(200);
    await service.desk.idle();
    before = await everything(product);
  });

  it.each(forgeries)('%s: refused, in the log, and nothing has changed', async (_, status, make) => {
    const authorization = await make();
    for (const route of routes) {
      const logged = logSince(product);
      const answer = await call(route, authorization);
      expect(answer.status, route).toBe(status);
      const code = status === 401 ? 'unauthenticated' : 'accessDenied';
      expect(await answer.json()).toEqual({ error: { code, message: code } });
      expect(logged().events).toContain(viaTeam.includes(route) ? 'teamCallRefused' : 'evidenceCallRefused');
      for (const secret of [...secrets, submissionId]) expect(logged().text).not.toContain(secret);
      if (authorization && authorization.length > 60) expect(logged().text).not.toContain(authorization.slice(10, 60));
    }
  });

  it('after all of that nothing has changed anywhere', async () => {
    await service.desk.idle();
    expect(await everything(product)).toEqual(before);
  });
});
