import * as v from 'valibot';
import { readControl } from '../../control/read-control.ts';
import type { SandboxApp } from '../../http.ts';
import type { SharePointServices } from '../services.ts';
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

/** Switches that only the stand-in has: many rows at once, and throttling by resource units. */
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
  app.get('/sandbox/throttling', (c) => c.json(services.limits));
  app.put('/sandbox/throttling', async (c) => {
    const order = await readControl(c, throttlingSchema);
    if ('as' in order) services.limits = order.as === 'real' ? realLimits : noLimits;
    else services.limits = order;
    return c.json(services.limits);
  });
}
