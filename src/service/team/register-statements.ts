import type { Context, Hono } from 'hono';
import * as v from 'valibot';
import { isSubmissionId } from '../../domain/incident/identity.ts';
import { statementRoles } from '../../domain/incident/manager-work.ts';
import { asPerson, badRequest, bodyOf, found, notFound, resultOf } from './person-call.ts';
import type { TeamParts } from './team-parts.ts';

/** The domain says at how many characters a text is refused. */
const text = v.pipe(v.string(), v.maxLength(20_000));
const writingSchema = v.strictObject({ text });
const waiverSchema = v.strictObject({ reason: text });
const askedSchema = v.strictObject({
  witness: v.union([
    v.strictObject({ staffId: v.pipe(v.string(), v.uuid()) }),
    v.strictObject({ name: v.pipe(v.string(), v.maxLength(1_000)) }),
  ]),
  role: v.picklist(statementRoles),
});

/** Ids of a statement as they stand in the path; null when they can be none. */
function idsIn(c: Context): { submissionId: string; statementId: string } | null {
  const submissionId = c.req.param('submissionId') ?? '';
  const statementId = c.req.param('statementId') ?? '';
  return isSubmissionId(submissionId) && /^s\d{1,3}$/.test(statementId) ? { submissionId, statementId } : null;
}

/** Asked for and waived by the manager, read and written by whoever was there. BEH-8.5-1 */
export function registerStatements(app: Hono, parts: TeamParts): void {
  const { statements, team } = parts;
  const one = '/api/team/statements/:submissionId/:statementId';

  app.get('/api/team/statements', (c) =>
    asPerson(c, parts, async (staffId) => {
      const after = c.req.query('after') ?? '0';
      return /^\d{1,6}$/.test(after) ? c.json(await statements.own(staffId, Number(after))) : badRequest(c);
    }),
  );

  app.post('/api/team/records/:submissionId/statements', (c) =>
    asPerson(c, parts, async (staffId) => {
      const asked = await bodyOf(c, askedSchema);
      const submissionId = c.req.param('submissionId');
      if (!isSubmissionId(submissionId)) return notFound(c);
      if (!asked) return badRequest(c);
      const result = await statements.ask(staffId, submissionId, asked);
      return resultOf(c, result, (incident) => team.recordFor(incident, staffId));
    }),
  );

  app.post(`${one}/waiver`, (c) =>
    asPerson(c, parts, async (staffId) => {
      const body = await bodyOf(c, waiverSchema);
      const ids = idsIn(c);
      if (!ids) return notFound(c);
      if (!body) return badRequest(c);
      const result = await statements.waive(staffId, ids.submissionId, ids.statementId, body.reason);
      return resultOf(c, result, (incident) => team.recordFor(incident, staffId));
    }),
  );

  app.get(one, (c) =>
    asPerson(c, parts, async (staffId) => {
      const ids = idsIn(c);
      return found(c, ids && (await statements.read(staffId, ids.submissionId, ids.statementId)));
    }),
  );

  for (const [name, write] of [
    ['signature', statements.sign.bind(statements)],
    ['addenda', statements.add.bind(statements)],
  ] as const) {
    app.post(`${one}/${name}`, (c) =>
      asPerson(c, parts, async (staffId) => {
        const body = await bodyOf(c, writingSchema);
        const ids = idsIn(c);
        if (!ids) return notFound(c);
        return body ? resultOf(c, await write(staffId, { ...ids, ...body })) : badRequest(c);
      }),
    );
  }
}
