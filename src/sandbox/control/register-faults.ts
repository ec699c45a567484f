import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { type FaultEffect, type FaultMatch, faultParts, signInRefusals } from './faults.ts';
import { readControl } from './read-control.ts';

const count = v.pipe(v.number(), v.integer(), v.minValue(0));
const status = v.pipe(v.number(), v.integer(), v.minValue(400), v.maxValue(599));

const effectSchema: v.GenericSchema<unknown, FaultEffect> = v.variant('kind', [
  v.strictObject({
    kind: v.literal('status'),
    status,
    retryAfter: v.exactOptional(count),
    code: v.exactOptional(v.string()),
    message: v.exactOptional(v.string()),
    after: v.exactOptional(v.boolean()),
  }),
  v.strictObject({ kind: v.literal('drop'), after: v.exactOptional(v.boolean()) }),
  v.strictObject({ kind: v.literal('delay'), milliseconds: count }),
  v.strictObject({ kind: v.literal('tokenExpired'), claims: v.exactOptional(v.string()) }),
  v.strictObject({ kind: v.literal('missingScope') }),
  v.strictObject({ kind: v.literal('breakUpload'), afterChunks: count }),
  v.strictObject({
    kind: v.literal('deltaGone'),
    resync: v.exactOptional(v.picklist(['resyncChangesApplyDifferences', 'resyncChangesUploadDifferences'])),
  }),
  v.strictObject({
    kind: v.literal('webhook'),
    delivery: v.picklist(['never', 'late', 'twice']),
    delaySeconds: v.exactOptional(count),
  }),
  v.strictObject({ kind: v.literal('notInstalled') }),
  v.strictObject({ kind: v.literal('timeout'), milliseconds: v.exactOptional(count) }),
  v.strictObject({
    kind: v.literal('signIn'),
    refusal: v.picklist(signInRefusals),
    interactiveToo: v.exactOptional(v.boolean()),
  }),
]);

const matchSchema: v.GenericSchema<unknown, FaultMatch> = v.strictObject({
  part: v.exactOptional(v.picklist(faultParts)),
  method: v.exactOptional(v.string()),
  path: v.exactOptional(v.string()),
  body: v.exactOptional(v.string()),
  persona: v.exactOptional(v.string()),
  app: v.exactOptional(v.string()),
});

const ruleSchema = v.strictObject({
  match: v.exactOptional(matchSchema),
  /** Null: until removed. */
  times: v.exactOptional(v.nullable(v.pipe(v.number(), v.integer(), v.minValue(1)))),
  skip: v.exactOptional(count),
  effect: effectSchema,
});

/** Faults are added, listed with how often they acted, and removed. */
export function registerFaults(app: SandboxApp, tenant: Tenant): void {
  app.get('/sandbox/faults', (c) => c.json({ value: tenant.faults.list() }));
  app.post('/sandbox/faults', async (c) => c.json(tenant.faults.add(await readControl(c, ruleSchema)), 201));
  app.delete('/sandbox/faults', (c) => {
    tenant.faults.clear();
    return c.body(null, 204);
  });
  app.delete('/sandbox/faults/:id', (c) => {
    if (!tenant.faults.remove(c.req.param('id')))
      throw new GraphFailure(404, 'itemNotFound', 'No such fault is switched on.');
    return c.body(null, 204);
  });
}
