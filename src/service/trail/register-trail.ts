import type { Hono } from 'hono';
import { bodyLimit } from 'hono/body-limit';
import * as v from 'valibot';
import type { CheckTrails } from '../../application/check-trails.ts';
import { copyTrail, trailForms } from '../../application/copy-trail.ts';
import type { IncidentDesk } from '../../application/incident-desk.ts';
import type { ServicePorts } from '../../application/ports/service-ports.ts';
import { isSubmissionId } from '../../domain/incident/identity.ts';
import { caveatBoundaries } from '../../domain/incident/vocabulary.ts';
import { asPerson, badRequest, bodyOf, type CallParts, found, notFound } from '../team/person-call.ts';

/** One word, and room to spare. */
const largestOrder = 1024;
const copySchema = v.strictObject({ form: v.picklist(trailForms) });

export interface TrailParts extends CallParts {
  desk: IncidentDesk;
  ports: ServicePorts;
  trails: CheckTrails;
}

/** The history of a record to keep elsewhere, and what was found of all, for whoever keeps the register. X-AUD-1 */
export function registerTrail(app: Hono, parts: TrailParts): void {
  const { desk, ports, trails } = parts;

  app.get('/api/trails/:boundary', (c) =>
    asPerson(c, parts, async (staffId) => {
      const boundary = v.safeParse(v.picklist(caveatBoundaries), c.req.param('boundary'));
      return found(c, boundary.success ? await trails.summary(staffId, boundary.output) : null);
    }),
  );

  // A request that leaves an entry behind is no GET.
  app.post('/api/incidents/:submissionId/trail/copy', bodyLimit({ maxSize: largestOrder }), (c) =>
    asPerson(c, parts, async (staffId) => {
      const submissionId = c.req.param('submissionId');
      if (!isSubmissionId(submissionId)) return notFound(c);
      const body = await bodyOf(c, copySchema);
      if (!body) return badRequest(c);
      const copy = await copyTrail(ports, desk, { staffId, submissionId, form: body.form });
      if (!copy) return notFound(c);
      // Never a type that a browser would show or run.
      return c.body(copy.text, 200, {
        'content-type': 'application/octet-stream',
        'content-disposition': `attachment; filename="${copy.reference} history.${body.form}"`,
        'x-content-type-options': 'nosniff',
      });
    }),
  );
}
