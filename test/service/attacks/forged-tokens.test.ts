import { generateKeyPair, SignJWT } from 'jose';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueIdToken, issuerOf, signClaims } from '../../../src/sandbox/identity/access-tokens.ts';
import { signingKey } from '../../../src/sandbox/identity/signing-keys.ts';
import { newId } from '../support/account.ts';
import { everything, logSince } from '../support/attack.ts';
import { type CallSubjects, otherRoutes, type PersonCall, personRoutes } from '../support/person-routes.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, numberOf, personOf, reportOf, secrets } from '../support/reporter.ts';

const otherTenant = '00000000-0000-4000-8000-00000000dead';
const base64 = (value: unknown) => Buffer.from(JSON.stringify(value)).toString('base64url');

/** A key that nobody has published. */
const unpublished = generateKeyPair('RS256', { extractable: true });

/** `POST /api/…`, as the app registers it. */
type Route = keyof typeof personRoutes;
const routes: Route[] = Object.keys(personRoutes);

describe('A token that is not what it says, at every route that asks for one', () => {
  let product: Product;
  let service: Replica;
  let given: CallSubjects;
  let before: Awaited<ReturnType<typeof everything>>;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
    // Graver than an e-mail's own kind, so that Security has it too and can arrange what the manager asks for.
    const report = await reportOf(await personOf(product, 'reporter'), 1, { violenceThreatened: true });
    const rowId = await addReport(product, 'reporter', report);
    given = {
      submissionId: report.submissionId,
      reference: numberOf(rowId),
      colleagueId: (await personOf(product, 'colleague')).id,
      absenceId: newId(),
    };
    await service.work.readLists();
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
  const signed = async (persona: string, over: Record<string, unknown>, seconds = 3600) =>
    signClaims(product.sandbox.tenant, 'login', { ...(await claims(persona)), ...over }, seconds);

  function call(route: Route, authorization: string | null): Promise<Response> {
    const { path, headers, body } = callOf(route);
    return fetch(service.origin + path, {
      method: route.split(' ')[0] as string,
      headers: { ...headers, ...(authorization === null ? {} : { authorization }) },
      ...(body === undefined ? {} : { body }),
    });
  }
  function callOf(route: Route): PersonCall {
    const make = personRoutes[route];
    if (!make) throw new Error(route);
    return make(given);
  }

  const forgeries: [string, 401 | 403, (persona: string) => Promise<string | null>][] = [
    ['none at all', 401, async () => null],
    ['an empty one', 401, async () => 'Bearer '],
    ['another scheme', 401, async () => `Basic ${base64('security:password')}`],
    ['two of them', 401, async (persona) => `Bearer ${await signed(persona, {})}, Bearer ${await signed(persona, {})}`],
    [
      'one that says it needs no signature',
      401,
      async (persona) => `Bearer ${base64({ alg: 'none', typ: 'JWT' })}.${base64(await claims(persona))}.`,
    ],
    [
      'one that says so and has something in the signature’s place',
      401,
      async (persona) => `Bearer ${base64({ alg: 'none' })}.${base64({ ...(await claims(persona)), exp: 4e9 })}.x`,
    ],
    [
      'one signed with a key nobody has published, under the published key’s name',
      401,
      async (persona) => {
        const { privateKey } = await unpublished;
        const { keyId } = await signingKey(product.sandbox.tenant, 'login');
        const forged = new SignJWT(await claims(persona)).setProtectedHeader({ alg: 'RS256', kid: keyId });
        return `Bearer ${await forged.setExpirationTime('1h').sign(privateKey)}`;
      },
    ],
    [
      'one signed with the published key as if it were a secret',
      401,
      async (persona) => {
        const { publicJwk, keyId } = await signingKey(product.sandbox.tenant, 'login');
        const forged = new SignJWT(await claims(persona)).setProtectedHeader({ alg: 'HS256', kid: keyId });
        return `Bearer ${await forged.setExpirationTime('1h').sign(new TextEncoder().encode(publicJwk.n))}`;
      },
    ],
    [
      'one that brings its own key along',
      401,
      async (persona) => {
        const { privateKey, publicKey } = await unpublished;
        const jwk = await crypto.subtle.exportKey('jwk', publicKey as CryptoKey);
        const header = { alg: 'RS256', jwk, jku: `${service.origin}/keys` } as never;
        return `Bearer ${await new SignJWT(await claims(persona)).setProtectedHeader(header).setExpirationTime('1h').sign(privateKey)}`;
      },
    ],
    [
      'one of the channel, which is for the bot',
      401,
      async (persona) => `Bearer ${await signClaims(product.sandbox.tenant, 'connector', await claims(persona), 600)}`,
    ],
    ['one that has run out', 401, async (persona) => `Bearer ${await signed(persona, {}, -600)}`],
    [
      'one that is not valid yet',
      401,
      async (persona) => {
        const { privateKey, keyId } = await signingKey(product.sandbox.tenant, 'login');
        const soon = new SignJWT(await claims(persona)).setProtectedHeader({ alg: 'RS256', kid: keyId });
        return `Bearer ${await soon.setNotBefore('10m').setExpirationTime('1h').sign(privateKey)}`;
      },
    ],
    [
      'one that never runs out',
      401,
      async (persona) => {
        const { privateKey, keyId } = await signingKey(product.sandbox.tenant, 'login');
        return `Bearer ${await new SignJWT(await claims(persona)).setProtectedHeader({ alg: 'RS256', kid: keyId }).sign(privateKey)}`;
      },
    ],
    [
      'one of another issuer',
      401,
      async (persona) => `Bearer ${await signed(persona, { iss: 'https://login.example/v2.0' })}`,
    ],
    ['one of another tenant', 401, async (persona) => `Bearer ${await signed(persona, { tid: otherTenant })}`],
    ['one for another API', 401, async (persona) => `Bearer ${await signed(persona, { aud: `api://${otherTenant}` })}`],
    [
      'one for Graph',
      401,
      async (persona) =>
        `Bearer ${await product.token({ persona, app: product.settings.clientId, scopes: ['User.Read'] })}`,
    ],
    ['one that names nobody', 401, async (persona) => `Bearer ${await signed(persona, { oid: undefined })}`],
    ['one that names no person’s id', 401, async (persona) => `Bearer ${await signed(persona, { oid: ['a', 'b'] })}`],
    [
      'an id token, which says who somebody is and gives no right',
      403,
      async (persona) => {
        const { id, displayName, userPrincipalName } = await personOf(product, persona);
        const who = { id, displayName, userPrincipalName };
        return `Bearer ${await issueIdToken(product.sandbox.tenant, product.settings.clientId, who)}`;
      },
    ],
    [
      'one of an app alone',
      403,
      async (persona) => `Bearer ${await signed(persona, { scp: undefined, roles: ['access_as_user'], idtyp: 'app' })}`,
    ],
    [
      'one of an app alone that has the scope’s name',
      403,
      async (persona) => `Bearer ${await signed(persona, { idtyp: 'app' })}`,
    ],
    ['one without the scope', 403, async (persona) => `Bearer ${await signed(persona, { scp: 'User.Read profile' })}`],
    [
      'one whose scope only looks like it',
      403,
      async (persona) => `Bearer ${await signed(persona, { scp: 'access_as_user2 xaccess_as_user' })}`,
    ],
    [
      'one with scopes as a list',
      403,
      async (persona) => `Bearer ${await signed(persona, { scp: ['access_as_user'] })}`,
    ],
    [
      'one that another app of the tenant has got',
      403,
      async (persona) => `Bearer ${await signed(persona, { azp: otherTenant, appid: otherTenant })}`,
    ],
  ];

  it('is tried at every route that the service has', () => {
    const present = service.app.routes.filter(({ method }) => method !== 'ALL');
    const named = new Set(present.map(({ method, path }) => `${method} ${path}`));
    // A route that is new stands in neither list, and one that is gone in one.
    expect([...named].sort()).toEqual([...routes, ...otherRoutes].sort());
  });

  it.each(routes)('a right one is taken at %s', async (route) => {
    const good = await signed(callOf(route).persona, {}, 600);
    const answer = await call(route, `Bearer ${good}`);
    expect(answer.status).toBe(200);
    // Done, and not refused for another reason than the token.
    expect(await answer.text()).not.toContain('"refused"');
    await service.desk.idle();
    before = await everything(product);
  });

  it.each(forgeries)('%s: refused, in the log, and nothing has changed', async (_, status, make) => {
    for (const route of routes) {
      const { persona, refusedAs } = callOf(route);
      const authorization = await make(persona);
      const logged = logSince(product);
      const answer = await call(route, authorization);
      expect(answer.status, route).toBe(status);
      const code = status === 401 ? 'unauthenticated' : 'accessDenied';
      expect(await answer.json()).toEqual({ error: { code, message: code } });
      expect(logged().events, route).toContain(refusedAs);
      for (const secret of [...secrets, given.submissionId]) expect(logged().text).not.toContain(secret);
      if (authorization && authorization.length > 60) expect(logged().text).not.toContain(authorization.slice(10, 60));
    }
  });

  it.each(forgeries)('%s: no call of the channel either', async (_, __, make) => {
    const authorization = await make('manager');
    const { id: aadObjectId } = await personOf(product, 'manager');
    const response = await fetch(`${service.origin}/api/messages`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) },
      body: JSON.stringify({
        type: 'invoke',
        name: 'adaptiveCard/action',
        channelId: 'msteams',
        serviceUrl: `${product.sandbox.origin}/connector/`,
        from: { id: '29:x', aadObjectId },
        conversation: { id: 'a:1', tenantId: product.settings.tenantId, conversationType: 'personal' },
        value: { action: { verb: 'markAbusive', data: { submissionId: given.submissionId, cardVersion: 1 } } },
      }),
    });
    expect(response.status).toBe(401);
  });

  it('after all of that nothing has changed anywhere', async () => {
    await service.desk.idle();
    expect(await everything(product)).toEqual(before);
  });
});
