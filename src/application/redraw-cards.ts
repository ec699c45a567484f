import { cardPlaces } from './deliver-notices.ts';
import type { NoticeSubject } from './ports/notice-writer.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';

/**
 * Shows everyone who has a card how the incident stands now, each in their own language. `again` when one could not be reached for the
 * moment.
 */
export async function redrawCards(ports: ServicePorts, subject: NoticeSubject): Promise<'done' | 'again'> {
  let outcome: 'done' | 'again' = 'done';
  for (const { to, language, place } of cardPlaces(subject.incident)) {
    try {
      const memberId = await memberIdOf(ports, to);
      await ports.cards.update(place, ports.writer.card(subject, { memberId, language }));
    } catch (error) {
      if (!isRemoteError(error)) throw error;
      // A card that was deleted, or whose chat is closed, has nobody to see it.
      ports.log.warn('redrawFailed', { submissionId: subject.incident.report.submissionId, failure: error.code });
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
