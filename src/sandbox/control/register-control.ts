import * as v from 'valibot';
import type { SandboxApp } from '../http.ts';
import { issuerOf, ownAudiences } from '../identity/access-tokens.ts';
import { listPeople, personOfPersona } from '../identity/directory-store.ts';
import { organisation, personas } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import { controlPage } from './control-page.ts';
import { readControl } from './read-control.ts';
import { registerApps } from './register-apps.ts';
import { registerFaults } from './register-faults.ts';
import { registerIdentities } from './register-identities.ts';
import { registerOutcomes } from './register-outcomes.ts';
import { registerPeopleSwitches } from './register-people-switches.ts';
import { registerTokens } from './register-tokens.ts';
import { resetTenant } from './reset-tenant.ts';

const clockSchema = v.union([
  v.object({ advanceSeconds: v.number() }),
  v.object({ now: v.pipe(v.string(), v.isoTimestamp()) }),
]);

const resetSchema = v.object({ apps: v.optional(v.boolean(), false) });

/** The tenant's own switches, under `/sandbox`. No Microsoft 365 has them. */
export function registerControl(app: SandboxApp, tenant: Tenant, refillDirectory: () => void): void {
  app.get('/sandbox', (c) => c.html(controlPage(tenant)));
  app.get('/sandbox/tenant', (c) =>
    c.json({
      tenantId: tenant.tenantId,
      organisation: organisation.name,
      domain: organisation.domain,
      graph: `${tenant.origin}/graph/v1.0`,
      issuer: issuerOf(tenant),
      tokenEndpoint: `${tenant.origin}/login/${tenant.tenantId}/oauth2/v2.0/token`,
      audiences: ownAudiences(tenant),
      now: tenant.clock.stamp(),
    }),
  );
  app.get('/sandbox/personas', (c) =>
    c.json({
      tenantId: tenant.tenantId,
      personas: personas.flatMap(({ key, description }) => {
        const person = personOfPersona(tenant, key);
        return person ? [{ key, description, ...person }] : [];
      }),
    }),
  );
  app.get('/sandbox/people', (c) => c.json({ value: listPeople(tenant) }));
  app.get('/sandbox/clock', (c) => c.json({ now: tenant.clock.now().toISOString() }));
  app.post('/sandbox/clock', async (c) => {
    const order = await readControl(c, clockSchema);
    if ('now' in order) tenant.clock.moveTo(new Date(order.now));
    else tenant.clock.advance(order.advanceSeconds);
    return c.json({ now: tenant.clock.now().toISOString() });
  });
  app.get('/sandbox/usage', (c) => c.json({ apps: tenant.usage.totals() }));
  app.get('/sandbox/requests', (c) => c.json({ value: tenant.usage.since(Number(c.req.query('since') ?? 0)) }));
  app.post('/sandbox/reset', async (c) => {
    const order =
      c.req.header('content-length') === '0' || !c.req.header('content-type')
        ? { apps: false }
        : await readControl(c, resetSchema);
    resetTenant(tenant, order);
    refillDirectory();
    tenant.events.emit('reset');
    return c.json({ now: tenant.clock.now().toISOString() });
  });
  registerApps(app, tenant);
  registerIdentities(app, tenant);
  registerFaults(app, tenant);
  registerOutcomes(app, tenant);
  registerPeopleSwitches(app, tenant);
  registerTokens(app, tenant);
}
