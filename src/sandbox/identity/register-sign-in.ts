import { randomUUID } from 'node:crypto';
import type { SandboxApp, SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { issueAccessToken, issuerOf } from './access-tokens.ts';
import { findApp, rolesFor } from './app-registrations.ts';
import { checkAssertion, checkSecret } from './client-credentials.ts';
import { givePersonTokens, personGrants } from './person-tokens.ts';
import { registerAuthorize } from './register-authorize.ts';
import { registerDeviceCode } from './register-device-code.ts';
import { registerManagedIdentity } from './register-managed-identity.ts';
import { readScopes } from './resources.ts';
import { signingKey } from './signing-keys.ts';

function refuse(tenant: Tenant, c: SandboxContext, status: 400 | 401, error: string, description: string): Response {
  const trace = randomUUID();
  const stamp = tenant.clock.now().toISOString().replace('T', ' ').slice(0, 19);
  const number = /AADSTS(\d+)/.exec(description)?.[1];
  return c.json(
    {
      error,
      error_description: `${description} Trace ID: ${trace} Timestamp: ${stamp}Z`,
      error_codes: number ? [Number(number)] : [],
      timestamp: `${stamp}Z`,
      trace_id: trace,
      correlation_id: c.req.header('client-request-id') ?? randomUUID(),
    },
    status,
  );
}

/** For an app by certificate, by the token of a managed identity that it trusts, or by secret; for a person's page by code or refresh token, for a program by
 * device code. */
async function giveToken(tenant: Tenant, c: SandboxContext): Promise<Response> {
  const form = new URLSearchParams(await c.req.text());
  const field = (name: string) => form.get(name) ?? '';
  if (personGrants.includes(field('grant_type'))) {
    const given = await givePersonTokens(tenant, form, c.req.header('origin'));
    return given.ok ? c.json(given.body) : refuse(tenant, c, 400, given.error, given.description);
  }
  if (field('grant_type') !== 'client_credentials') {
    return refuse(
      tenant,
      c,
      400,
      'unsupported_grant_type',
      'AADSTS70003: The app requested an unsupported grant type.',
    );
  }
  const app = findApp(tenant, field('client_id'));
  if (!app)
    return refuse(
      tenant,
      c,
      400,
      'unauthorized_client',
      'AADSTS700016: The application was not found in the directory.',
    );
  let verdict: Awaited<ReturnType<typeof checkAssertion>>;
  if (form.has('client_assertion')) verdict = await checkAssertion(tenant, app, field('client_assertion'));
  else if (form.has('client_secret')) verdict = checkSecret(app, field('client_secret'));
  else
    verdict = {
      ok: false,
      code: 'invalid_client',
      description: 'AADSTS7000216: A client assertion or secret is required.',
    };
  if (!verdict.ok) return refuse(tenant, c, 401, verdict.code, verdict.description);

  // msal-node adds the OpenID scopes of its own accord.
  const wanted = field('scope')
    .split(' ')
    .filter((scope) => scope.includes('/'));
  const scopes = readScopes(tenant, wanted);
  if (!scopes.ok) return refuse(tenant, c, 400, scopes.code, scopes.description);
  if (wanted.length !== 1 || scopes.permissions[0] !== '.default') {
    return refuse(tenant, c, 400, 'invalid_scope', 'AADSTS1002012: Ask for one resource, with /.default.');
  }
  const permissions = rolesFor(tenant, app, scopes.audience);
  return c.json({
    token_type: 'Bearer',
    expires_in: 3599,
    ext_expires_in: 3599,
    access_token: await issueAccessToken(tenant, {
      audience: scopes.audience,
      appId: app.clientId,
      permissions,
      credential: form.has('client_assertion') ? 'assertion' : 'secret',
      expiresIn: 3599,
    }),
  });
}

/** Entra's endpoints: metadata, keys, the sign-in window, and tokens for apps and for people. */
export function registerSignIn(app: SandboxApp, tenant: Tenant): void {
  const root = `/login/${tenant.tenantId}`;
  app.get(`${root}/v2.0/.well-known/openid-configuration`, (c) =>
    c.json({
      issuer: issuerOf(tenant),
      authorization_endpoint: `${tenant.origin}${root}/oauth2/v2.0/authorize`,
      token_endpoint: `${tenant.origin}${root}/oauth2/v2.0/token`,
      device_authorization_endpoint: `${tenant.origin}${root}/oauth2/v2.0/devicecode`,
      jwks_uri: `${tenant.origin}${root}/discovery/v2.0/keys`,
      token_endpoint_auth_methods_supported: ['client_secret_post', 'private_key_jwt'],
      response_types_supported: ['code', 'token'],
      response_modes_supported: ['fragment'],
      scopes_supported: ['openid', 'profile', 'email', 'offline_access'],
      subject_types_supported: ['pairwise'],
      id_token_signing_alg_values_supported: ['RS256'],
      tenant_region_scope: 'EU',
    }),
  );
  app.get(`${root}/discovery/v2.0/keys`, async (c) => {
    const key = await signingKey(tenant, 'login');
    return c.json({ keys: [{ ...key.publicJwk, issuer: issuerOf(tenant) }] });
  });
  registerAuthorize(app, tenant);
  registerManagedIdentity(app, tenant);
  registerDeviceCode(app, tenant);
  app.post(`${root}/oauth2/v2.0/token`, (c) => giveToken(tenant, c));
}
