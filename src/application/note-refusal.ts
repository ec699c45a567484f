import type { Change, IncidentDesk } from './incident-desk.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { IntakeRow } from './ports/service-intake.ts';

/** Enters into the trail that somebody's row was not taken, once. X-AUD-1. */
export async function noteRefusal(
  desk: IncidentDesk,
  submissionId: string,
  { row, event, refusal }: { row: IntakeRow; event: string; refusal: string },
): Promise<void> {
  const entry: AuditDraft = {
    id: `refused row ${row.rowId}`,
    action: 'refused',
    actor: row.authorId ?? 'system',
    at: row.createdAt,
    detail: { event, refusal, rowId: row.rowId },
  };
  await desk.change(submissionId, ({ incident, work }): Change<never> => {
    return {
      kind: 'changed',
      mustBeKept: false,
      draft: { incident, work: { ...work, owedEntries: [...work.owedEntries, entry] } },
    };
  });
}
