import type { Tenant } from '../tenant.ts';
import { issueAccessToken, issueIdToken } from './access-tokens.ts';
import { type AppRegistration, findApp } from './app-registrations.ts';
import { contextMissing, lacksContext } from './claims-request.ts';
import { type Grant, issueRefresh, type Redeemed, redeemCode, redeemRefresh } from './code-grants.ts';
import { askedPermissions, isConsented } from './delegated-consent.ts';
import { redeemDeviceCode } from './device-codes.ts';
import { findPerson } from './directory-store.ts';
import { readScopes } from './resources.ts';

export type PersonTokens =
  | { ok: true; body: Record<string, unknown> }
  | { ok: false; error: string; description: string };
const refused = (error: string, description: string): PersonTokens => ({ ok: false, error, description });

/** As the page says it, and the shorter name that msal sends. https://learn.microsoft.com/entra/identity-platform/v2-oauth2-device-code */
const deviceCodeGrants = ['urn:ietf:params:oauth:grant-type:device_code', 'device_code'];
export const personGrants = ['authorization_code', 'refresh_token', ...deviceCodeGrants];

/**
 * Tokens for a person's page, by code or refresh token, or for a program by device code. `origin` is what the browser says the page is
 * of: a single-page app's codes are exchanged by its own page alone, never by a server.
 */
export async function givePersonTokens(
  tenant: Tenant,
  form: URLSearchParams,
  origin: string | undefined,
): Promise<PersonTokens> {
  const field = (name: string) => form.get(name) ?? '';
  const app = findApp(tenant, field('client_id'));
  if (!app) return refused('unauthorized_client', 'AADSTS700016: The application was not found in the directory.');
  const redeemed = redeem(tenant, app, form, origin);
  if (!redeemed.ok) return redeemed;
  const { grant, until } = redeemed;
  const person = findPerson(tenant, grant.personId);
  if (!person?.accountEnabled) return refused('invalid_grant', 'AADSTS50057: The account is disabled.');
  // A refresh token serves any scope that was consented to, of any resource.
  const scope = field('scope') || grant.scope;
  const asked = readScopes(tenant, scope.split(' ').filter(Boolean));
  if (!asked.ok) return refused('invalid_scope', asked.description);
  if (!isConsented(app, asked)) return refused('invalid_grant', 'AADSTS65001: The app has no consent for this.');
  const { contexts = [] } = grant;
  if (lacksContext(form.get('claims'), contexts)) return refused('interaction_required', contextMissing);
  const permissions = askedPermissions(app, asked);
  return {
    ok: true,
    body: {
      token_type: 'Bearer',
      scope,
      expires_in: 3600,
      ext_expires_in: 3600,
      access_token: await issueAccessToken(tenant, {
        audience: asked.audience,
        appId: app.clientId,
        person,
        permissions,
        contexts,
      }),
      id_token: await issueIdToken(tenant, app.clientId, person, { nonce: grant.nonce }),
      refresh_token: issueRefresh(tenant, grant, until),
      client_info: Buffer.from(JSON.stringify({ uid: person.id, utid: tenant.tenantId })).toString('base64url'),
    },
  };
}

type Proved = { ok: true; grant: Grant; until: number } | { ok: false; error: string; description: string };

/** A page proves itself by its origin; a public client, which has none, by the code that a person entered, or its refresh token. */
function redeem(tenant: Tenant, app: AppRegistration, form: URLSearchParams, origin: string | undefined): Proved {
  const field = (name: string) => form.get(name) ?? '';
  const isPublic = origin === undefined && app.allowsPublicClient === true;
  if (deviceCodeGrants.includes(field('grant_type'))) return redeemDevice(tenant, app, field('device_code'));
  if (origin === undefined && !(isPublic && field('grant_type') === 'refresh_token')) {
    return {
      ok: false,
      error: 'invalid_request',
      description:
        "AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    };
  }
  if (!isPublic && !(app.spaRedirectUris ?? []).some((uri) => new URL(uri).origin === origin)) {
    return {
      ok: false,
      error: 'invalid_request',
      description:
        "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
    };
  }
  const redeemed: Redeemed =
    field('grant_type') === 'refresh_token'
      ? redeemRefresh(tenant, { token: field('refresh_token'), clientId: app.clientId })
      : redeemCode(tenant, {
          code: field('code'),
          verifier: field('code_verifier'),
          clientId: app.clientId,
          redirectUri: field('redirect_uri'),
        });
  return redeemed.ok ? redeemed : { ok: false, error: 'invalid_grant', description: redeemed.description };
}

/** Kept for a day as a page's is: nobody needs one longer here. */
const refreshMilliseconds = 24 * 60 * 60_000;

function redeemDevice(tenant: Tenant, app: AppRegistration, deviceCode: string): Proved {
  const redeemed = redeemDeviceCode(tenant, app.clientId, deviceCode);
  if (!redeemed.ok) return redeemed;
  const { personId, scope } = redeemed;
  const grant = { clientId: app.clientId, redirectUri: '', scope, personId, nonce: null };
  return { ok: true, grant, until: tenant.clock.now().getTime() + refreshMilliseconds };
}
