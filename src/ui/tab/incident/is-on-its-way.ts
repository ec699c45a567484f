import type { BoardIncident } from '../../../application/ports/board.ts';

/**
 * Names what the service still has to do about an incident; empty when it has nothing to do. Columns that say something
 * else than the record were changed by a person and have not been taken in yet.
 */
export function whatIsOnItsWay({ row, incident }: BoardIncident): string {
  return [
    row.state === incident.state ? '' : 'state',
    row.forward === incident.forward.state ? '' : 'forward',
    incident.forward.state === 'released' ? 'release' : '',
    incident.deliveries.some(({ state }) => state === 'queued') ? 'notices' : '',
  ]
    .filter(Boolean)
    .join(' ');
}
