import type { Tenant } from '../tenant.ts';
import { botFrameworkAudience, ownAudiences, tokenExchange } from './access-tokens.ts';
import { listApps } from './app-registrations.ts';

export type ScopeRequest =
  | { ok: true; audience: string; permissions: string[] }
  | { ok: false; code: string; description: string };

const openIdScopes = new Set(['openid', 'profile', 'email', 'offline_access']);

/** The audience a resource's tokens carry; null when the tenant knows no such resource. */
function audienceOf(tenant: Tenant, resource: string): string | null {
  const own = ownAudiences(tenant);
  if ([own.graph, 'https://graph.microsoft.com'].includes(resource)) return own.graph;
  if (resource === tokenExchange.address) return tokenExchange.audience;
  if (resource === own.sharepoint || resource === botFrameworkAudience) return resource;
  // An app's own API is named by its URI, but version 2 tokens carry the client id.
  return listApps(tenant).find((app) => app.api?.audience === resource || app.clientId === resource)?.clientId ?? null;
}

/**
 * Takes scopes apart as Entra does: `resource/permission`, or a bare permission of Graph.
 * All of one request must be of one resource.
 */
export function readScopes(tenant: Tenant, scopes: readonly string[]): ScopeRequest {
  let audience: string | null = null;
  const permissions: string[] = [];
  for (const scope of scopes) {
    if (openIdScopes.has(scope)) continue;
    const slash = scope.lastIndexOf('/');
    const resource = slash === -1 ? ownAudiences(tenant).graph : scope.slice(0, slash).replace(/\/$/, '');
    const found = audienceOf(tenant, resource);
    if (found === null) {
      return {
        ok: false,
        code: 'invalid_resource',
        description: `AADSTS500011: No resource principal named ${resource} was found.`,
      };
    }
    if (audience !== null && audience !== found) {
      return {
        ok: false,
        code: 'invalid_request',
        description: 'AADSTS28000: The scopes of one request must all be of one resource.',
      };
    }
    audience = found;
    permissions.push(scope.slice(slash + 1));
  }
  return { ok: true, audience: audience ?? ownAudiences(tenant).graph, permissions };
}
