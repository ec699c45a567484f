import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../http.ts';
import { issuerOf, principalOf, tokenExchange } from '../identity/access-tokens.ts';
import { deleteManagedIdentity, saveManagedIdentity } from '../identity/managed-identities.ts';
import type { Tenant } from '../tenant.ts';
import { readControl } from './read-control.ts';

const identitySchema = v.strictObject({ name: v.pipe(v.string(), v.minLength(1)) });

/**
 * What an administrator does in Azure: make a managed identity and give it to a host. Answers with what the host's environment then
 * says, and with the federated credential by which an app trusts it.
 */
export function registerIdentities(app: SandboxApp, tenant: Tenant): void {
  app.put('/sandbox/identities/:clientId', async (c) => {
    const { name } = await readControl(c, identitySchema);
    const { clientId, header } = saveManagedIdentity(tenant, c.req.param('clientId'), name);
    return c.json({
      clientId,
      environment: { IDENTITY_ENDPOINT: `${tenant.origin}/msi/token`, IDENTITY_HEADER: header },
      credential: { name, issuer: issuerOf(tenant), subject: principalOf(clientId), audience: tokenExchange.address },
    });
  });
  app.delete('/sandbox/identities/:clientId', (c) => {
    if (!deleteManagedIdentity(tenant, c.req.param('clientId'))) {
      throw new GraphFailure(404, 'itemNotFound', 'There is no such identity.');
    }
    return c.body(null, 204);
  });
}
