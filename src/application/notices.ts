import type { Delivery } from '../domain/incident/incident.ts';
import type { TransitionEvent } from '../domain/incident/transition-table.ts';
import type { Role } from '../domain/incident/vocabulary.ts';

/**
 * What a notice is about: the report itself (`reported`), a manager whom nobody could tell (`managerUnreached`, to Security), or a
 * move of the incident. Its words come from the catalogues.
 */
export type Notice = 'reported' | 'managerUnreached' | TransitionEvent;

/**
 * Unique for ever: one notice to one role by one channel on one occasion. `occasion` (UTC) tells two moves of the same name apart.
 * X-IDEM-1.
 */
function deliveryKey(
  submissionId: string,
  notice: Notice,
  where: Pick<Delivery, 'role' | 'channel'>,
  occasion: string | null,
): string {
  const event = occasion === null ? notice : `${notice}@${occasion}`;
  return `${submissionId}/${event}/${where.role}/${where.channel}`;
}

export function noticeOf(delivery: Pick<Delivery, 'key'>): Notice {
  const [, event = 'reported'] = delivery.key.split('/');
  return event.split('@')[0] as Notice;
}

/** A delivery that has not been tried. `at` is UTC. */
export function queued(
  submissionId: string,
  notice: Notice,
  where: { role: Role; channel: Delivery['channel']; to: string },
  at: string,
  occasion: string | null = null,
): Delivery {
  const key = deliveryKey(submissionId, notice, where, occasion);
  return { key, ...where, state: 'queued', attempts: 0, at, failure: null, remoteId: null };
}

/** Adds those whose key is not there yet. */
export function withDeliveries(present: readonly Delivery[], added: readonly Delivery[]): Delivery[] {
  const keys = new Set(present.map((each) => each.key));
  return [...present, ...added.filter((each) => !keys.has(each.key))];
}
