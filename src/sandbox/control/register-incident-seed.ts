import * as v from 'valibot';
import type { SandboxApp } from '../http.ts';
import { personOfPersona } from '../identity/directory-store.ts';
import { seedItems } from '../sharepoint/seed/seed-items.ts';
import type { Tenant } from '../tenant.ts';
import { incidentSeed } from './incident-seed.ts';
import { readControl } from './read-control.ts';

const schema = v.strictObject({
  incidents: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
});

const isIncidentOrder = (body: unknown) => typeof body === 'object' && body !== null && 'incidents' in body;

function named(tenant: Tenant, persona: string) {
  const person = personOfPersona(tenant, persona);
  return { id: person?.id ?? '', name: person?.displayName ?? '', address: person?.userPrincipalName ?? '' };
}

/** `{"incidents": 50000}`: the short order for a full register. Any other order is for the lists in general. */
export function registerIncidentSeed(app: SandboxApp, tenant: Tenant): void {
  app.post('/sandbox/seed', async (c, next) => {
    if (!isIncidentOrder(await c.req.json().catch(() => null))) return next();
    const { incidents } = await readControl(c, schema);
    const order = incidentSeed(incidents, named(tenant, 'colleague'), named(tenant, 'manager'));
    return c.json(seedItems(tenant, order), 201);
  });
}
