import * as v from 'valibot';
import type { SandboxApp } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { readControl } from './read-control.ts';

const most = (value: number) => v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(value));

const orderSchema = v.strictObject({
  ownRows: v.exactOptional(v.picklist(['own', 'none'])),
  ordersRows: v.exactOptional(v.boolean()),
  mostRows: v.exactOptional(most(5000)),
  botMessageBytes: v.exactOptional(most(1024 * 1024)),
  appOnlyRest: v.exactOptional(v.picklist(['taken', 'refused'])),
});

/** Sets how this tenant decides what Microsoft's pages leave open; what is not named stays as it is. */
export function registerOutcomes(app: SandboxApp, tenant: Tenant): void {
  app.get('/sandbox/outcomes', (c) => c.json(tenant.outcomes));
  app.put('/sandbox/outcomes', async (c) => {
    tenant.outcomes = { ...tenant.outcomes, ...(await readControl(c, orderSchema)) };
    return c.json(tenant.outcomes);
  });
}
