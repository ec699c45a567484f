import { escapeHtml } from '../control/control-page.ts';
import type { SandboxApp, SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { type AppRegistration, findApp } from './app-registrations.ts';
import { contextsAsked } from './claims-request.ts';
import { issueCode } from './code-grants.ts';
import { isConsented } from './delegated-consent.ts';
import { personOfPersona } from './directory-store.ts';
import { readScopes } from './resources.ts';
import { personaButtons, signInPage } from './sign-in-page.ts';

/** What a page asks the sign-in window for. */
type Asked = Record<
  'clientId' | 'redirectUri' | 'scope' | 'state' | 'nonce' | 'challenge' | 'prompt' | 'claims',
  string
>;

/** Reads and checks; an address that is not registered is never gone back to. */
function readAsked(
  tenant: Tenant,
  query: URLSearchParams,
): { app: AppRegistration; asked: Asked; fault: string | null } | { refused: string } {
  const field = (name: string) => query.get(name) ?? '';
  const app = findApp(tenant, field('client_id'));
  if (!app) return { refused: 'AADSTS700016: The application was not found in the directory.' };
  const redirectUri = field('redirect_uri');
  if (!(app.spaRedirectUris ?? []).includes(redirectUri)) {
    return { refused: 'AADSTS50011: The redirect URI of the request does not match those of the application.' };
  }
  const asked: Asked = {
    clientId: app.clientId,
    redirectUri,
    scope: field('scope'),
    state: field('state'),
    nonce: field('nonce'),
    challenge: field('code_challenge'),
    prompt: field('prompt'),
    claims: field('claims'),
  };
  const isPkce = asked.challenge !== '' && field('code_challenge_method') === 'S256';
  const fault =
    field('response_type') !== 'code'
      ? 'AADSTS70007: Only the response type code is answered here.'
      : isPkce
        ? null
        : 'AADSTS9002325: Proof Key for Code Exchange is required for cross-origin authorization code redemption.';
  return { app, asked, fault };
}

/** Back to the app's own page, with the answer in the fragment. */
function goBack(c: SandboxContext, asked: Asked, answer: Record<string, string>): Response {
  const fragment = new URLSearchParams({ ...answer, state: asked.state });
  return c.redirect(`${asked.redirectUri}#${fragment}`, 302);
}

/**
 * Entra's sign-in window for a single-page app: the authorization code flow with PKCE.
 * https://learn.microsoft.com/entra/identity-platform/v2-oauth2-auth-code-flow
 */
export function registerAuthorize(app: SandboxApp, tenant: Tenant): void {
  const path = `/login/${tenant.tenantId}/oauth2/v2.0/authorize`;

  app.get(path, (c) => {
    const query = new URL(c.req.url).searchParams;
    const read = readAsked(tenant, query);
    if ('refused' in read)
      return signInPage(c, 'Sorry, something went wrong', `<p>${escapeHtml(read.refused)}</p>`, 400);
    const { asked, fault } = read;
    if (fault !== null) return goBack(c, asked, { error: 'invalid_request', error_description: fault });
    // Nobody stays signed in here, so that each window asks.
    if (asked.prompt === 'none') {
      return goBack(c, asked, { error: 'login_required', error_description: 'AADSTS50058: Nobody is signed in.' });
    }
    const form = `<form method="post" action="${escapeHtml(`${path}?${query}`)}">${personaButtons(tenant)}<button name="persona" value="">Cancel</button></form>`;
    return signInPage(c, 'Pick an account', form);
  });

  app.post(path, async (c) => {
    const read = readAsked(tenant, new URL(c.req.url).searchParams);
    if ('refused' in read || read.fault !== null) return signInPage(c, 'Sorry, something went wrong', '', 400);
    const { asked, app: registration } = read;
    const form = new URLSearchParams(await c.req.text());
    const key = form.get('persona') ?? '';
    if (key === '') {
      return goBack(c, asked, {
        error: 'access_denied',
        error_subcode: 'cancel',
        error_description: 'AADSTS65004: The person declined to sign in.',
      });
    }
    const person = personOfPersona(tenant, key);
    if (!person?.accountEnabled) return signInPage(c, 'Sorry, something went wrong', '<p>AADSTS50057</p>', 400);
    const scopes = readScopes(tenant, asked.scope.split(' ').filter(Boolean));
    if (!scopes.ok) return goBack(c, asked, { error: 'invalid_scope', error_description: scopes.description });
    if (!isConsented(registration, scopes)) {
      // This tenant lets nobody consent alone. The way back is the person's only one.
      return goBack(c, asked, {
        error: 'access_denied',
        error_description: 'AADSTS90094: An administrator must consent first.',
      });
    }
    const { clientId, redirectUri, scope, challenge } = asked;
    // Whoever is there meets what is asked for.
    const contexts = contextsAsked(asked.claims);
    const grant = { clientId, redirectUri, scope, personId: person.id, nonce: asked.nonce || null, contexts };
    const client = Buffer.from(JSON.stringify({ uid: person.id, utid: tenant.tenantId })).toString('base64url');
    return goBack(c, asked, { code: issueCode(tenant, grant, challenge), client_info: client });
  });
}
