import type { Hono } from 'hono';
import * as v from 'valibot';
import { managerAnswerSchema } from '../../application/manager-answer-schema.ts';
import { isSubmissionId } from '../../domain/incident/identity.ts';
import { teamMeasures } from '../../domain/incident/team-measures.ts';
import { asPerson, badRequest, bodyOf, found, notFound, resultOf } from './person-call.ts';
import type { TeamParts } from './team-parts.ts';

const alertSchema = v.strictObject({ measures: v.pipe(v.array(v.picklist(teamMeasures)), v.maxLength(20)) });
const referencePattern = /^UB-\d{4}-\d{6,12}$/;

/** Lists, one record, and every verb of the manager. */
export function registerRecords(app: Hono, parts: TeamParts): void {
  const { team, review, alerts } = parts;

  app.get('/api/team/summary', (c) => asPerson(c, parts, async (staffId) => c.json(await team.summary(staffId))));

  app.get('/api/team/records', (c) =>
    asPerson(c, parts, async (staffId) => {
      const after = c.req.query('after') ?? '0';
      return /^\d{1,6}$/.test(after) ? c.json(await team.list(staffId, Number(after))) : badRequest(c);
    }),
  );

  app.get('/api/team/search', (c) =>
    asPerson(c, parts, async (staffId) => {
      const reference = (c.req.query('reference') ?? '').trim().toUpperCase();
      const submissionId = referencePattern.test(reference) ? await team.find(staffId, reference) : null;
      return found(c, submissionId === null ? null : { submissionId });
    }),
  );

  // A request that leaves an entry behind is no GET.
  app.post('/api/team/records/:submissionId/reading', (c) =>
    asPerson(c, parts, async (staffId) => {
      const submissionId = c.req.param('submissionId');
      return found(c, isSubmissionId(submissionId) ? await team.read(staffId, submissionId) : null);
    }),
  );

  app.post('/api/team/records/:submissionId/answers', (c) =>
    asPerson(c, parts, async (staffId) => {
      const answer = await bodyOf(c, managerAnswerSchema);
      const submissionId = c.req.param('submissionId');
      if (!isSubmissionId(submissionId)) return notFound(c);
      if (!answer) return badRequest(c);
      const outcome = await review.answer(submissionId, staffId, answer, 'tab');
      if (outcome.kind === 'done') {
        return c.json({ kind: 'done', value: team.recordFor(outcome.row.incident, staffId) });
      }
      // To whoever does not answer for it there is no such record.
      return outcome.kind === 'gone' || outcome.holder === null
        ? notFound(c)
        : c.json({ kind: 'refused', refusal: outcome.refusal });
    }),
  );

  app.get('/api/team/records/:submissionId/alert', (c) =>
    asPerson(c, parts, async (staffId) => {
      const submissionId = c.req.param('submissionId');
      return found(c, isSubmissionId(submissionId) ? await alerts.preview(staffId, submissionId) : null);
    }),
  );

  app.post('/api/team/records/:submissionId/alert', (c) =>
    asPerson(c, parts, async (staffId) => {
      const body = await bodyOf(c, alertSchema);
      const submissionId = c.req.param('submissionId');
      if (!isSubmissionId(submissionId)) return notFound(c);
      if (!body) return badRequest(c);
      const result = await alerts.send(staffId, submissionId, body.measures);
      return resultOf(c, result, (incident) => team.recordFor(incident, staffId));
    }),
  );
}
