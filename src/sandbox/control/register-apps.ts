import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../http.ts';
import { deleteApp, findApp, listApps, saveApp } from '../identity/app-registrations.ts';
import type { Tenant } from '../tenant.ts';
import { readControl } from './read-control.ts';

const text = v.pipe(v.string(), v.minLength(1));
const list = <S extends v.GenericSchema>(schema: S) => v.optional(v.array(schema), []);

const appSchema = v.object({
  name: text,
  certificates: list(v.object({ thumbprintSha256: text, publicKeyPem: text })),
  secrets: list(text),
  federatedCredentials: list(
    v.object({ name: text, issuer: v.pipe(v.string(), v.url()), subject: text, audience: text }),
  ),
  brokerOrigins: list(v.pipe(v.string(), v.url())),
  spaRedirectUris: list(v.pipe(v.string(), v.url())),
  allowsPublicClient: v.optional(v.boolean(), false),
  delegatedConsent: list(text),
  applicationRoles: list(text),
  sharePointRoles: list(text),
  api: v.optional(v.nullable(v.object({ audience: text, scopes: v.array(text) })), null),
  outlook: v.optional(v.nullable(v.object({ paneUrl: v.pipe(v.string(), v.url()), label: text })), null),
  teams: v.optional(
    v.nullable(
      v.object({
        teamsAppId: text,
        tabs: list(v.object({ entityId: text, name: text, url: v.pipe(v.string(), v.url()) })),
        bot: v.optional(v.nullable(v.object({ id: text, endpoint: v.pipe(v.string(), v.url()) })), null),
        installedFor: v.optional(v.union([v.literal('everyone'), v.array(text)]), 'everyone'),
      }),
    ),
    null,
  ),
});

/** What an administrator does in Entra and the admin centres: register an app, consent to it, deploy it. */
export function registerApps(app: SandboxApp, tenant: Tenant): void {
  // Secrets are shown to nobody, as in Entra.
  const shown = ({ secrets, ...rest }: ReturnType<typeof listApps>[number]) => ({
    ...rest,
    secretCount: secrets.length,
  });
  app.get('/sandbox/apps', (c) => c.json({ value: listApps(tenant).map(shown) }));
  app.get('/sandbox/apps/:clientId', (c) => {
    const found = findApp(tenant, c.req.param('clientId'));
    if (!found) throw new GraphFailure(404, 'itemNotFound', 'No such app is registered.');
    return c.json(shown(found));
  });
  app.put('/sandbox/apps/:clientId', async (c) => {
    const registration = { clientId: c.req.param('clientId'), ...(await readControl(c, appSchema)) };
    const isNew = findApp(tenant, registration.clientId) === null;
    saveApp(tenant, registration);
    return c.json(shown(registration), isNew ? 201 : 200);
  });
  app.delete('/sandbox/apps/:clientId', (c) => {
    if (!deleteApp(tenant, c.req.param('clientId')))
      throw new GraphFailure(404, 'itemNotFound', 'No such app is registered.');
    return c.body(null, 204);
  });
}
