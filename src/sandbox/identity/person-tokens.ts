import type { Tenant } from '../tenant.ts';
import { issueAccessToken, issueIdToken } from './access-tokens.ts';
import { findApp } from './app-registrations.ts';
import { issueRefresh, type Redeemed, redeemCode, redeemRefresh } from './code-grants.ts';
import { askedPermissions, isConsented } from './delegated-consent.ts';
import { findPerson } from './directory-store.ts';
import { readScopes } from './resources.ts';

export type PersonTokens =
  | { ok: true; body: Record<string, unknown> }
  | { ok: false; error: string; description: string };
const refused = (error: string, description: string): PersonTokens => ({ ok: false, error, description });

/**
 * Tokens for a person's page, by code or refresh token. `origin` is what the browser says the page is of: a single-page app's codes are
 * exchanged by its own page alone, never by a server.
 */
export async function givePersonTokens(
  tenant: Tenant,
  form: URLSearchParams,
  origin: string | undefined,
): Promise<PersonTokens> {
  const field = (name: string) => form.get(name) ?? '';
  const app = findApp(tenant, field('client_id'));
  if (!app) return refused('unauthorized_client', 'AADSTS700016: The application was not found in the directory.');
  if (origin === undefined) {
    return refused(
      'invalid_request',
      "AADSTS9002327: Tokens issued for the 'Single-Page Application' client-type may only be redeemed via cross-origin requests.",
    );
  }
  if (!(app.spaRedirectUris ?? []).some((uri) => new URL(uri).origin === origin)) {
    return refused(
      'invalid_request',
      "AADSTS9002326: Cross-origin token redemption is permitted only for the 'Single-Page Application' client-type.",
    );
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
  if (!redeemed.ok) return refused('invalid_grant', redeemed.description);
  const { grant, until } = redeemed;
  const person = findPerson(tenant, grant.personId);
  if (!person?.accountEnabled) return refused('invalid_grant', 'AADSTS50057: The account is disabled.');
  // A refresh token serves any scope that was consented to, of any resource.
  const scope = field('scope') || grant.scope;
  const asked = readScopes(tenant, scope.split(' ').filter(Boolean));
  if (!asked.ok) return refused('invalid_scope', asked.description);
  if (!isConsented(app, asked)) return refused('invalid_grant', 'AADSTS65001: The app has no consent for this.');
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
      }),
      id_token: await issueIdToken(tenant, app.clientId, person, { nonce: grant.nonce }),
      refresh_token: issueRefresh(tenant, grant, until),
      client_info: Buffer.from(JSON.stringify({ uid: person.id, utid: tenant.tenantId })).toString('base64url'),
    },
  };
}
