import { moveForward } from '../domain/incident/forward-states.ts';
import type { ForwardedEntry } from '../domain/incident/report.ts';
import type { Change } from './incident-desk.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { RegisterDraft, RegisterRow } from './ports/register.ts';

export type ForwardedRefusal = 'notTheReporter' | 'alreadyNoted' | 'withheld';

/**
 * Notes that the reporter's own client has sent the original to IT Security. Only the reporter's word counts, and it counts once;
 * an original that is withheld cannot have been sent by it (C-06). COM-6.1-3.
 */
export function noteForwarded(
  row: RegisterRow | Omit<RegisterDraft, 'lease'>,
  authorId: string | null,
  entry: ForwardedEntry,
): Change<ForwardedRefusal> {
  const { incident, work } = row;
  if (authorId !== incident.reporter.id) return { kind: 'refused', refusal: 'notTheReporter' };
  if (incident.forward.state === 'sent') return { kind: 'refused', refusal: 'alreadyNoted' };
  const moved = moveForward(incident, 'sent', { isSecurity: false, at: entry.forwardedAt, sha256: entry.sha256 });
  if (!moved.ok || incident.forward.state === 'released') return { kind: 'refused', refusal: 'withheld' };
  const noted: AuditDraft = {
    id: 'originalForwarded',
    action: 'originalForwarded',
    actor: incident.reporter.id,
    at: entry.forwardedAt,
    detail: { sha256: entry.sha256, size: String(entry.size) },
  };
  return {
    kind: 'changed',
    // The row in the Intake list stays until it has been dealt with, so nothing is lost by writing once.
    mustBeKept: false,
    draft: {
      incident: moved.incident,
      work: { ...work, owedEntries: [...work.owedEntries, noted], owesReceipts: true },
    },
  };
}
