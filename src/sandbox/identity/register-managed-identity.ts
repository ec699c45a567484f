import { randomUUID } from 'node:crypto';
import type { SandboxApp, SandboxContext } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { issueAccessToken } from './access-tokens.ts';
import { listManagedIdentities } from './managed-identities.ts';
import { readScopes } from './resources.ts';

/** A managed identity's tokens live for a day. */
const lifetimeSeconds = 24 * 60 * 60;

const refuse = (c: SandboxContext, status: 400 | 401, message: string) =>
  c.json({ statusCode: status, message, correlationId: randomUUID() }, status);

/**
 * The endpoint that App Service and Container Apps give a container (`IDENTITY_ENDPOINT`), for identities assigned by a person.
 * https://learn.microsoft.com/azure/container-apps/managed-identity#rest-endpoint-reference
 */
export function registerManagedIdentity(app: SandboxApp, tenant: Tenant): void {
  app.get('/msi/token', async (c) => {
    if (c.req.query('api-version') !== '2019-08-01') {
      return refuse(c, 400, 'The api-version parameter is missing or not supported.');
    }
    const ofThisHost = listManagedIdentities(tenant).filter(
      ({ header }) => header === c.req.header('x-identity-header'),
    );
    if (ofThisHost.length === 0) return refuse(c, 401, 'The X-IDENTITY-HEADER is missing or wrong.');
    const identity = ofThisHost.find(({ clientId }) => clientId === c.req.query('client_id'));
    if (!identity) {
      return refuse(
        c,
        400,
        'No User Assigned or Delegated Managed Identity found for specified ClientId/ResourceId/PrincipalId.',
      );
    }
    const resource = c.req.query('resource') ?? '';
    const scopes = readScopes(tenant, [`${resource}/.default`]);
    if (!scopes.ok) return refuse(c, 400, scopes.description);
    const access_token = await issueAccessToken(tenant, {
      audience: scopes.audience,
      appId: identity.clientId,
      permissions: [],
      expiresIn: lifetimeSeconds,
    });
    const until = Math.floor(tenant.clock.now().getTime() / 1000) + lifetimeSeconds;
    return c.json({
      access_token,
      client_id: identity.clientId,
      expires_on: String(until),
      resource,
      token_type: 'Bearer',
    });
  });
}
