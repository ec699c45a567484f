import type { Incident } from '../domain/incident/incident.ts';
import type { WithdrawalEntry } from '../domain/incident/report.ts';
import { type TransitionRefusal, transition } from '../domain/incident/transitions.ts';
import type { Change, IncidentDesk } from './incident-desk.ts';
import { noteRefusal, refuseStranger } from './note-refusal.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { parsePayload, withdrawalEntrySchema } from './report-schema.ts';
import { answerEntry, type EntryTaker } from './take-entry.ts';
import { tellOfMove } from './tell-of-move.ts';
import { withWithdrawal } from './withdraw-incident.ts';

/** `acknowledged`: Security has said that it has it, and only Security can end it now. */
export type WithdrawalRefusal = TransitionRefusal | 'acknowledged';

/**
 * Takes a report back for its author, as long as Security has not acknowledged it. The record, its reason and its evidence stay;
 * notices that have not left are not sent. T16, model 3.
 */
export function withdrawalTaker(ports: ServicePorts, desk: IncidentDesk): EntryTaker {
  return async (row) => {
    const entry = parsePayload(withdrawalEntrySchema, row.payload);
    if (row.authorId === null || entry?.submissionId !== row.submissionId) {
      await answerEntry(ports, row, { incident: null, refusal: row.authorId === null ? 'noAuthor' : 'unreadable' });
      return 'refused';
    }
    let seen: Incident | null = null;
    const outcome = await desk.change(entry.submissionId, (present): Change<WithdrawalRefusal> => {
      seen = present.incident;
      return withdrawn(ports, present, row, entry);
    });
    if (outcome.kind === 'gone') return 'waiting';
    if (outcome.kind === 'changed') {
      await answerEntry(ports, row, { incident: outcome.row.incident, refusal: null });
      return 'known';
    }
    const incident = seen as Incident | null;
    if (incident?.reporter.id !== row.authorId) return refuseStranger(ports, desk, row, 'withdraw');
    const refusal = outcome.refusal === 'alreadyDone' ? null : outcome.refusal;
    if (refusal !== null) await noteRefusal(desk, entry.submissionId, { row, event: 'withdraw', refusal });
    await answerEntry(ports, row, { incident, refusal });
    return refusal === null ? 'known' : 'refused';
  };
}

function withdrawn(
  ports: ServicePorts,
  { incident, work }: RegisterRow,
  row: IntakeRow,
  entry: WithdrawalEntry,
): Change<WithdrawalRefusal> {
  if (row.authorId !== incident.reporter.id) return { kind: 'refused', refusal: 'notYours' };
  if (incident.withdrawal !== null) return { kind: 'refused', refusal: 'alreadyDone' };
  const { reporter: staff } = incident;
  const at = row.createdAt;
  const moved = transition(
    incident,
    { type: 'withdraw', reason: entry.reason, at },
    { kind: 'person', staff, groups: [] },
  );
  if (!moved.ok) {
    return { kind: 'refused', refusal: moved.refusal === 'movedOn' ? 'acknowledged' : moved.refusal };
  }
  const told = tellOfMove(moved.incident, { event: 'withdraw', tell: moved.tell, at }, ports.organisation());
  const audit: AuditDraft = {
    id: `moved ${at} withdraw`,
    action: 'moved',
    actor: staff.id,
    at,
    detail: { event: 'withdraw', from: incident.state, to: moved.incident.state },
  };
  return {
    kind: 'changed',
    mustBeKept: true,
    draft: {
      incident: withWithdrawal(moved.incident, { staff, reason: entry.reason, at }, told),
      work: { ...work, owedEntries: [...work.owedEntries, audit], owesReceipts: true, owesRedraw: true },
    },
  };
}
