import type { CardPlace } from './ports/card-channel.ts';
import type { IncidentWork, RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';

/**
 * Takes cards away from someone who may have them no longer. Gives what is still owed: a chat that could not be reached for the
 * moment is tried again. C-21.
 */
export async function removeCards(ports: ServicePorts, row: RegisterRow): Promise<IncidentWork['owesRemovals']> {
  const { reference, report } = row.incident;
  const owed: IncidentWork['owesRemovals'] = [];
  for (const removal of row.work.owesRemovals) {
    try {
      const place = removal.remoteId === null ? null : (JSON.parse(removal.remoteId) as CardPlace);
      await ports.cards.remove(removal.to, reference, place, { since: removal.since, except: removal.except });
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      ports.log.warn('cardRemovalFailed', { submissionId: report.submissionId, failure: error.code });
      if (error.isRepeatable) owed.push(removal);
    }
  }
  return owed;
}
