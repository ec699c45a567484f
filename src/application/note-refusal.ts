import type { Change, IncidentDesk } from './incident-desk.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';

/** Enters into the trail that somebody's row was not taken, once, or counts it. X-AUD-1. */
export async function noteRefusal(
  desk: IncidentDesk,
  submissionId: string,
  { row, event, refusal }: { row: IntakeRow; event: string; refusal: string },
): Promise<void> {
  const actorId = row.authorId ?? 'system';
  if (!desk.refusals.isWritten({ submissionId, actorId, event, refusal, at: row.createdAt })) return;
  const entry: AuditDraft = {
    id: `refused row ${row.rowId}`,
    action: 'refused',
    actor: actorId,
    at: row.createdAt,
    detail: { event, refusal, rowId: row.rowId },
  };
  await desk.change(submissionId, (present) => withEntry(present, entry));
}

/**
 * A row about somebody else's report. It goes into log and trail, and is left unanswered, as one about a report that has not come: the id
 * of a reported mail can be worked out by whoever sent the mail, who must not learn in this way that it was reported. C-21, X-AUD-1
 */
export async function refuseStranger(
  ports: Pick<ServicePorts, 'log'>,
  desk: IncidentDesk,
  row: IntakeRow,
  event: string,
): Promise<'refused'> {
  const { rowId, entryType } = row;
  ports.log.warn('entryRefused', { rowId, entryType, refusal: 'notYours' });
  await noteRefusal(desk, row.submissionId, { row, event, refusal: 'notYours' });
  return 'refused';
}

/** The same for an attempt by card, tab or upload; whoever was refused need not wait for it. X-AUD-1. */
export function noteAttempt(
  desk: IncidentDesk,
  submissionId: string,
  attempt: { actorId: string; at: string; event: string; refusal: string; via?: 'card' | 'tab' },
): void {
  const { actorId, at, ...detail } = attempt;
  if (!desk.refusals.isWritten({ submissionId, ...attempt })) return;
  const entry: AuditDraft = { id: `refused ${actorId} ${at}`, action: 'refused', actor: actorId, at, detail };
  desk.changeInBackground(submissionId, (present) => withEntry(present, entry));
}

/** Enters how many attempts were only counted, of the hours that are over at `now` (UTC) or, when the service ends, of all. X-AUD-1 */
export function noteCounted(desk: IncidentDesk, now: string, all = false): void {
  for (const { submissionId, entry } of desk.refusals.takeCounted(now, all)) {
    desk.changeInBackground(submissionId, (present) => withEntry(present, entry));
  }
}

function withEntry({ incident, work }: Pick<RegisterRow, 'incident' | 'work'>, entry: AuditDraft): Change<never> {
  return {
    kind: 'changed',
    mustBeKept: false,
    draft: { incident, work: { ...work, owedEntries: [...work.owedEntries, entry] } },
  };
}
