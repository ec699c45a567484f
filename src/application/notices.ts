import type { ClockNotice } from '../domain/deadlines/clock-event.ts';
import type { AnswerNotice } from '../domain/incident/answer-as-manager.ts';
import type { Delivery } from '../domain/incident/incident.ts';
import type { TransitionEvent } from '../domain/incident/transition-table.ts';
import type { Role } from '../domain/incident/vocabulary.ts';

/**
 * What a notice is about: the report itself (`reported`), a manager or somebody else whom nobody could tell (`managerUnreached`,
 * `recipientUnreached`, to whoever keeps the register), a move of the incident, something the manager did beside, or a clock. Its words come
 * from the catalogues. What was put back in a row is told to whoever had changed it, and to the keeper where that was none of theirs.
 */
/** `putBack`: to a keeper of the register; `putBackOther`: to anybody else; `rowChangedByOther`: to the keeper's mailbox. */
export type PutBackNotice = 'putBack' | 'putBackOther' | 'rowChangedByOther';

export type Notice =
  | 'reported'
  | 'managerUnreached'
  | 'recipientUnreached'
  | 'statementAsked'
  | 'teamAlerted'
  | PutBackNotice
  | TransitionEvent
  | AnswerNotice
  | ClockNotice;

/**
 * Unique for ever: one notice to one role (each address, where it has several) by one channel on one occasion. `occasion` (UTC, or a role) tells two of the same name apart.
 * X-IDEM-1.
 */
function deliveryKey(
  submissionId: string,
  notice: Notice,
  where: Pick<Delivery, 'role' | 'channel' | 'to'>,
  occasion: string | null,
): string {
  const event = occasion === null ? notice : `${notice}@${occasion}`;
  const key = `${submissionId}/${event}/${where.role}/${where.channel}`;
  return severalAddresses.has(where.role) ? `${key}/${markOf(where.to)}` : key;
}

/** Roles that several people or addresses have at once; each has a delivery of its own. */
const severalAddresses: ReadonlySet<Role> = new Set([
  'areaContact',
  'managerAlternate',
  'witness',
  'teamMember',
  'columnEditor',
]);

/** Tells texts apart without saying them: keys stand in the audit trail. FNV-1a, 32 bits. */
export function markOf(text: string): string {
  let hash = 0x811c9dc5;
  for (const unit of text.toLowerCase()) hash = Math.imul(hash ^ (unit.codePointAt(0) ?? 0), 0x01000193);
  return (hash >>> 0).toString(16).padStart(8, '0');
}

export function noticeOf(delivery: Pick<Delivery, 'key'>): Notice {
  const [, event = 'reported'] = delivery.key.split('/');
  return event.split('@')[0] as Notice;
}

/** What tells two notices of one name apart; null where there is one only. */
export function occasionOf(delivery: Pick<Delivery, 'key'>): string | null {
  const [, event = ''] = delivery.key.split('/');
  return event.split('@')[1] ?? null;
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

/** Adds those whose key is not there yet, each once. */
export function withDeliveries(present: readonly Delivery[], added: readonly Delivery[]): Delivery[] {
  const byKey = new Map([...added, ...present].map((each) => [each.key, each]));
  const keys = new Set(present.map((each) => each.key));
  return [...present, ...[...byKey.values()].filter(({ key }) => !keys.has(key))];
}
