import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../http.ts';
import { issueAccessToken } from '../identity/access-tokens.ts';
import { findApp, rolesFor } from '../identity/app-registrations.ts';
import { deterministicGuid } from '../identity/deterministic-id.ts';
import { findPerson, personOfPersona } from '../identity/directory-store.ts';
import { readScopes } from '../identity/resources.ts';
import type { Tenant } from '../tenant.ts';
import { readControl } from './read-control.ts';

/** The app that a persona's token is for when none is named: any Graph client. */
const anyClient = deterministicGuid('app', 'any Graph client');

const tokenSchema = v.strictObject({
  persona: v.optional(v.string()),
  app: v.optional(v.string()),
  scopes: v.optional(v.array(v.string()), []),
  audience: v.optional(v.string()),
  /** Seconds; zero or below gives a token that has run out. */
  expiresIn: v.optional(v.pipe(v.number(), v.integer()), 3600),
});

/**
 * A token for any HTTP client: for a persona (by an app, when one is named), or for an app alone. It asks for no
 * consent: what a real tenant would grant is tried out with the host pages and the token endpoint.
 */
export function registerTokens(app: SandboxApp, tenant: Tenant): void {
  app.post('/sandbox/token', async (c) => {
    const order = await readControl(c, tokenSchema);
    if (order.persona === undefined && order.app === undefined) {
      throw new GraphFailure(400, 'invalidRequest', 'Name a persona, an app, or both.');
    }
    const person =
      order.persona === undefined
        ? null
        : (personOfPersona(tenant, order.persona) ?? findPerson(tenant, order.persona));
    if (order.persona !== undefined && !person)
      throw new GraphFailure(404, 'itemNotFound', `There is no persona '${order.persona}'.`);
    if (person && !person.accountEnabled)
      throw new GraphFailure(400, 'accountDisabled', 'AADSTS50057: The account is disabled.');
    const scopes = readScopes(tenant, order.scopes);
    if (!scopes.ok) throw new GraphFailure(400, scopes.code, scopes.description);
    const registered = order.app === undefined ? null : findApp(tenant, order.app);
    const wantsAll = scopes.permissions.length === 0 || scopes.permissions.includes('.default');
    const audience = order.audience ?? scopes.audience;
    const roles = registered ? rolesFor(tenant, registered, audience) : [];
    const all = person ? (registered?.delegatedConsent ?? []) : roles;
    const access_token = await issueAccessToken(tenant, {
      audience,
      appId: order.app ?? anyClient,
      ...(person ? { person } : {}),
      permissions: wantsAll ? all.map((scope) => scope.slice(scope.lastIndexOf('/') + 1)) : scopes.permissions,
      expiresIn: order.expiresIn,
    });
    return c.json({ access_token, token_type: 'Bearer', expires_in: order.expiresIn });
  });
}
