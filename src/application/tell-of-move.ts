import { holdersOf } from '../domain/incident/holders.ts';
import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { managerRoleOf } from '../domain/incident/roles-in-record.ts';
import type { HeardBy } from '../domain/incident/transitions.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import { type Notice, queued } from './notices.ts';
import type { Organisation } from './organisation.ts';

/**
 * Notices to those who hear of a move (BEH-8.3-1), by mail; the manager's card is redrawn besides. `at` is when it moved, UTC, and
 * makes their keys, so that the same move found twice is told once.
 */
export function tellOfMove(
  incident: Incident,
  move: { event: Notice; tell: readonly HeardBy[]; at: string },
  organisation: Pick<Organisation, 'recipients'>,
): Delivery[] {
  const { submissionId } = incident.report;
  return move.tell.flatMap((role) =>
    addressesOf(incident, role, move.at, organisation).map(([as, to]): Delivery => {
      const delivery = queued(submissionId, move.event, { role: as, channel: 'mail', to }, move.at, move.at);
      return to === '' ? { ...delivery, state: 'gaveUp', failure: 'noRecipient' } : delivery;
    }),
  );
}

/** With the role each has. An empty address where there should be one and is none; nothing when there is nobody to tell. */
function addressesOf(
  incident: Incident,
  role: HeardBy,
  at: string,
  organisation: Pick<Organisation, 'recipients'>,
): [Role, string][] {
  if (role === 'reporter') return [[role, incident.reporter.address]];
  if (role !== 'lineManager') return [[role, organisation.recipients[role]?.address ?? '']];
  return holdersOf(incident, at).map(({ id, address }) => [managerRoleOf(incident, id), address]);
}
