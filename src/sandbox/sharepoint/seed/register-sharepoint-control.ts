import * as v from 'valibot';
import { readControl } from '../../control/read-control.ts';
import { GraphFailure, type SandboxApp } from '../../http.ts';
import { findPerson, personOfPersona } from '../../identity/directory-store.ts';
import { prepareSiteRoles } from '../access/role-assignments.ts';
import type { SharePointServices } from '../services.ts';
import { findSiteByName, saveSite, siteWebUrl } from '../sites/site-store.ts';
import { noLimits, realLimits } from '../throttling-limits.ts';
import { seedItems } from './seed-items.ts';

const scalar = v.union([v.string(), v.number(), v.boolean(), v.null()]);

const seedSchema = v.object({
  siteName: v.optional(v.string(), 'urddas'),
  listName: v.string(),
  count: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000)),
  fields: v.optional(v.record(v.string(), v.union([scalar, v.array(v.union([v.string(), v.number()]))]))),
  author: v.optional(v.string()),
});

const limit = v.nullable(v.pipe(v.number(), v.minValue(1)));
const throttlingSchema = v.union([
  v.strictObject({ as: v.picklist(['real', 'off']) }),
  v.strictObject(
    v.entriesFromList(
      ['unitsPerMinute', 'tenantUnitsPerFiveMinutes', 'userRequestsPerFiveMinutes'],
      v.optional(limit, null),
    ),
  ),
]);

const siteSchema = v.strictObject({
  displayName: v.optional(v.string()),
  /** Persona keys or object ids. */
  administrators: v.optional(v.array(v.string()), []),
  groupId: v.optional(v.pipe(v.string(), v.uuid())),
});

/** Switches that only the stand-in has: sites, as an administrator of the tenant makes them; many rows at once, and throttling by resource units. */
export function registerSharePointControl(app: SandboxApp, services: SharePointServices): void {
  app.post('/sandbox/seed', async (c) => {
    const { fields, author, ...order } = await readControl(c, seedSchema);
    const seeded = seedItems(services.tenant, {
      ...order,
      ...(fields === undefined ? {} : { fields }),
      ...(author === undefined ? {} : { author }),
    });
    return c.json(seeded, 201);
  });
  app.put('/sandbox/sites/:site', async (c) => {
    const { displayName, administrators, ...settings } = await readControl(c, siteSchema);
    const name = c.req.param('site');
    const people = administrators.map((who) => {
      const person = personOfPersona(services.tenant, who) ?? findPerson(services.tenant, who);
      if (!person) throw new GraphFailure(404, 'itemNotFound', `There is nobody called '${who}'.`);
      return person.id;
    });
    const known = findSiteByName(services, name);
    const site = saveSite(services, name, displayName ?? known?.displayName ?? name, {
      ...known?.settings,
      ...settings,
      administrators: people,
    });
    prepareSiteRoles(services, site.number);
    return c.json({ name: site.name, webUrl: siteWebUrl(services, site) }, known ? 200 : 201);
  });
  app.get('/sandbox/throttling', (c) => c.json(services.limits));
  app.put('/sandbox/throttling', async (c) => {
    const order = await readControl(c, throttlingSchema);
    if ('as' in order) services.limits = order.as === 'real' ? realLimits : noLimits;
    else services.limits = order;
    return c.json(services.limits);
  });
}
