import type { Delivery, Incident } from '../domain/incident/incident.ts';
import type { TransitionEvent } from '../domain/incident/transition-table.ts';
import type { HeardBy } from '../domain/incident/transitions.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import { queued } from './notices.ts';
import type { Organisation } from './organisation.ts';

/**
 * Notices to those who hear of a move (BEH-8.3-1), by mail; the manager's card is redrawn besides. `at` is when it moved, UTC, and
 * makes their keys, so that the same move found twice is told once.
 */
export function tellOfMove(
  incident: Incident,
  move: { event: TransitionEvent; tell: readonly HeardBy[]; at: string },
  organisation: Organisation,
): Delivery[] {
  return move.tell.flatMap((role): Delivery[] => {
    const to = addressOf(incident, role, organisation);
    if (to === null) return [];
    const asked: Role = role === 'lineManager' && incident.manager?.isAlternate ? 'managerAlternate' : role;
    const where = { role: asked, channel: 'mail' as const, to };
    const delivery = queued(incident.report.submissionId, move.event, where, move.at, move.at);
    return [to === '' ? { ...delivery, state: 'gaveUp', failure: 'noRecipient' } : delivery];
  });
}

/** Empty when there should be an address and is none; null when there is nobody to tell. */
function addressOf(incident: Incident, role: HeardBy, organisation: Organisation): string | null {
  if (role === 'reporter') return incident.reporter.address;
  if (role === 'lineManager') return incident.manager?.address ?? null;
  return organisation.recipients[role]?.address ?? '';
}
