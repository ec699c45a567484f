import * as v from 'valibot';
import type { SignInRefusal } from '../control/faults.ts';
import { GraphFailure, type SandboxApp } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { issueAccessToken, issueIdToken } from './access-tokens.ts';
import { type AppRegistration, findApp } from './app-registrations.ts';
import { contextMissing, contextsAsked, lacksContext } from './claims-request.ts';
import { askedPermissions, isConsented } from './delegated-consent.ts';
import { deterministicGuid } from './deterministic-id.ts';
import { personOfPersona } from './directory-store.ts';
import type { Person } from './organisation.ts';
import { readScopes } from './resources.ts';

/** What a host's broker is asked, with what the host itself knows: who is signed in, and which page asks. */
const requestSchema = v.object({
  persona: v.string(),
  clientId: v.string(),
  /** Origin of the page inside the host, as the browser gave it to the host. */
  pageOrigin: v.string(),
  scope: v.string(),
  /** A claims request, as the page gave it. */
  claims: v.exactOptional(v.string()),
  /** True for `GetTokenPopup`. */
  interactive: v.boolean(),
});

/** Refusal of the nested-app-auth bridge; `status` decides what msal-browser makes of it. */
export interface BridgeRefusal {
  status: string;
  code: string;
  description: string;
}

const statusOf: Record<
  Exclude<SignInRefusal, 'other_organisation'>,
  [status: string, code: string, description: string]
> = {
  interaction_required: ['USER_INTERACTION_REQUIRED', 'interaction_required', 'AADSTS50076: Another factor is needed.'],
  consent_required: ['USER_INTERACTION_REQUIRED', 'consent_required', 'AADSTS65001: The app has no consent for this.'],
  account_unavailable: ['ACCOUNT_UNAVAILABLE', 'account_unavailable', 'AADSTS50057: The account is disabled.'],
  user_cancel: ['USER_CANCEL', 'user_cancel', 'The person closed the window.'],
  no_network: ['NO_NETWORK', 'no_network', 'The sign-in service cannot be reached.'],
  transient: ['TRANSIENT_ERROR', 'temporarily_unavailable', 'AADSTS90033: A passing error occurred.'],
  persistent: ['PERSISTENT_ERROR', 'server_error', 'The broker failed.'],
  disabled: ['DISABLED', 'disabled', 'Nested sign-in is switched off.'],
  unavailable: ['NESTED_APP_AUTH_UNAVAILABLE', 'unavailable', 'This host has no nested sign-in.'],
};

function refusal(kind: keyof typeof statusOf, over: Partial<BridgeRefusal> = {}): BridgeRefusal {
  const [status, code, description] = statusOf[kind];
  return { status, code, description, ...over };
}

/** The tenant of the host's account where a fault makes that another organisation's. */
const otherTenant = deterministicGuid('tenant', 'another organisation');

/** Why the broker gives no token, or null when it does. */
function refuse(
  request: v.InferOutput<typeof requestSchema>,
  person: Person | null,
  app: AppRegistration | null,
  fault: SignInRefusal | null,
  met: readonly string[],
): BridgeRefusal | null {
  if (!person?.accountEnabled) return refusal('account_unavailable');
  if (fault !== null && fault !== 'other_organisation') return refusal(fault);
  // A context that policy asks for is met with the person there, and lasts.
  if (!request.interactive && lacksContext(request.claims, met)) {
    return refusal('interaction_required', { description: contextMissing });
  }
  if (!app) {
    return refusal('persistent', {
      code: 'unauthorized_client',
      description: 'AADSTS700016: The application was not found.',
    });
  }
  if (!app.brokerOrigins.includes(request.pageOrigin)) {
    return refusal('persistent', {
      code: 'invalid_request',
      description: `AADSTS50011: The origin ${request.pageOrigin} is not valid for Nested App Auth.`,
    });
  }
  return null;
}

/** Contexts that somebody has met at a host, in memory: after a restart they are asked again. */
const metOf = new WeakMap<Tenant, Map<string, string[]>>();
const metBy = (tenant: Tenant, persona: string): readonly string[] => metOf.get(tenant)?.get(persona) ?? [];
function meet(tenant: Tenant, persona: string, contexts: readonly string[]): void {
  const met = metOf.get(tenant) ?? new Map<string, string[]>();
  metOf.set(tenant, met.set(persona, [...metBy(tenant, persona), ...contexts]));
}

/** What a switched-on fault makes of this request; null where none does. */
function takeFault(
  tenant: Tenant,
  request: v.InferOutput<typeof requestSchema>,
  person: Person | null,
): SignInRefusal | null {
  if (!person?.accountEnabled) return null;
  const fault = tenant.faults.take(
    'signin',
    { persona: [request.persona, person.id], app: request.clientId },
    (effect) => effect.kind === 'signIn' && (!request.interactive || effect.interactiveToo === true),
  );
  return fault?.kind === 'signIn' ? fault.refusal : null;
}

/**
 * Tokens for the page inside a host. Only the tenant's own host pages may ask: they are of the tenant's origin, and a
 * browser lets no page of another origin say that it is.
 */
export function registerHostSignIn(app: SandboxApp, tenant: Tenant): void {
  app.post('/sandbox/host-token', async (c) => {
    if (c.req.header('origin') !== tenant.origin) {
      throw new GraphFailure(403, 'accessDenied', 'Only a host page may ask on behalf of the page inside it.');
    }
    const parsed = v.safeParse(requestSchema, await c.req.json());
    if (!parsed.success) throw new GraphFailure(400, 'invalidRequest', 'The broker was asked for something unknown.');
    const request = parsed.output;
    const person = personOfPersona(tenant, request.persona);
    const registration = findApp(tenant, request.clientId);
    const fault = takeFault(tenant, request, person);
    const refused = refuse(request, person, registration, fault, metBy(tenant, request.persona));
    if (refused || !person || !registration) return c.json({ success: false, error: refused ?? refusal('persistent') });

    const scopes = readScopes(tenant, request.scope.split(' ').filter(Boolean));
    if (!scopes.ok) return c.json({ success: false, error: refusal('persistent', scopes) });
    if (!isConsented(registration, scopes)) {
      // This tenant lets nobody consent alone, so the window can only say that an administrator must.
      const error = request.interactive
        ? refusal('persistent', {
            code: 'access_denied',
            description: 'AADSTS90094: An administrator must consent first.',
          })
        : refusal('consent_required');
      return c.json({ success: false, error });
    }
    const permissions = askedPermissions(registration, scopes);
    const contexts = contextsAsked(request.claims);
    meet(tenant, request.persona, contexts);
    const token = { audience: scopes.audience, appId: registration.clientId, person, permissions, contexts };
    // The page names no tenant to the broker: it takes the one that the host's account is of.
    const tenantId = fault === 'other_organisation' ? otherTenant : tenant.tenantId;
    return c.json({
      success: true,
      token: {
        access_token: await issueAccessToken(tenant, token),
        id_token: await issueIdToken(tenant, registration.clientId, person, { tenantId }),
        expires_in: 3600,
        // As asked: msal-browser files the token under these words.
        scope: request.scope,
      },
      account: {
        homeAccountId: `${person.id}.${tenantId}`,
        localAccountId: person.id,
        environment: new URL(tenant.origin).host,
        tenantId,
        username: person.userPrincipalName,
        name: person.displayName,
      },
    });
  });
}
