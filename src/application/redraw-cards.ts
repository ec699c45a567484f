import type { CardPlace } from './ports/card-channel.ts';
import type { NoticeSubject } from './ports/notice-writer.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';

/** Shows everyone who has the card how the incident stands now. `again` when a card could not be reached for the moment. */
export async function redrawCards(
  ports: ServicePorts,
  subject: NoticeSubject,
  places: readonly CardPlace[],
): Promise<'done' | 'again'> {
  const { incident } = subject;
  if (places.length === 0 || !incident.manager) return 'done';
  const card = ports.writer.card(subject, await memberIdOf(ports, incident.manager.id));
  let outcome: 'done' | 'again' = 'done';
  for (const place of places) {
    try {
      await ports.cards.update(place, card);
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      // A card that was deleted, or whose chat is closed, has nobody to see it.
      ports.log.warn('redrawFailed', { submissionId: incident.report.submissionId, failure: error.code });
      if (error.isRepeatable) outcome = 'again';
    }
  }
  return outcome;
}

async function memberIdOf(ports: ServicePorts, staffId: string): Promise<string | null> {
  try {
    return await ports.cards.memberId(staffId);
  } catch (error) {
    if (isRemoteError(error)) return null;
    throw error;
  }
}
