import type { Hono } from 'hono';
import * as v from 'valibot';
import type { TeamAbsences } from '../../application/ports/team.ts';
import { isSubmissionId } from '../../domain/incident/identity.ts';
import { asPerson, badRequest, bodyOf, notFound } from './person-call.ts';
import type { TeamParts } from './team-parts.ts';

const day = v.pipe(v.string(), v.maxLength(40));
const absenceSchema = v.strictObject({
  deputyId: v.pipe(v.string(), v.uuid()),
  from: day,
  until: day,
  mode: v.picklist(['both', 'alone']),
});

/** When the person is away and who stands in. BEH-5.1-1 */
export function registerAbsences(app: Hono, parts: TeamParts): void {
  const { standIns } = parts;

  const absencesOf = async (staffId: string): Promise<TeamAbsences> => {
    const { own, standsIn } = await standIns.of(staffId);
    return {
      own: own.map(({ id, deputy, from, until, mode, enteredAt }) => ({
        id,
        deputyName: deputy.name,
        from,
        until,
        mode,
        enteredAt,
      })),
      standsIn: standsIn.map(({ manager, from, until, mode }) => ({ managerName: manager.name, from, until, mode })),
    };
  };

  app.get('/api/team/absences', (c) => asPerson(c, parts, async (staffId) => c.json(await absencesOf(staffId))));

  app.put('/api/team/absences/:id', (c) =>
    asPerson(c, parts, async (staffId) => {
      const wanted = await bodyOf(c, absenceSchema);
      const id = c.req.param('id');
      if (!wanted || !isSubmissionId(id)) return badRequest(c);
      const entered = await standIns.enter(staffId, { id, ...wanted });
      if (entered.kind === 'refused') return c.json(entered);
      return c.json({ kind: 'done', value: await absencesOf(staffId) });
    }),
  );

  app.delete('/api/team/absences/:id', (c) =>
    asPerson(c, parts, async (staffId) => {
      const isTheirs = await standIns.end(staffId, c.req.param('id'));
      return isTheirs ? c.json(await absencesOf(staffId)) : notFound(c);
    }),
  );
}
