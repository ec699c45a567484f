import type { Answered } from '../domain/incident/answer-as-manager.ts';
import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { queued } from './notices.ts';
import type { Organisation } from './organisation.ts';
import { tellOfMove } from './tell-of-move.ts';

/**
 * The notices that follow from what a manager did: of a move, of what was done beside, and of each duty done, whose notice is that of
 * the report itself, with the same key as the clock's: whoever of the two comes second tells nobody. COM-3c-1, BEH-5.3-1. `at` is UTC.
 */
export function tellOfAnswer(
  { incident, event, tell, notice, dutiesDone }: Answered,
  organisation: Pick<Organisation, 'recipients'>,
  at: string,
): Delivery[] {
  return [
    ...(event === null ? [] : tellOfMove(incident, { event, tell, at }, organisation)),
    ...(notice === null ? [] : tellOfMove(incident, { event: notice.name, tell: [notice.to], at }, organisation)),
    ...dutiesDone.map((role) => dutyNotice(incident, role, organisation, at)),
  ];
}

/** The notice of a duty, to the role's mailbox. Where there is none, the delivery says so. COM-3c-1, COM-3c-4 */
export function dutyNotice(
  { report }: Pick<Incident, 'report'>,
  role: Delivery['role'],
  organisation: Pick<Organisation, 'recipients'>,
  at: string,
): Delivery {
  const to = organisation.recipients[role]?.address ?? '';
  const delivery = queued(report.submissionId, 'reported', { role, channel: 'mail', to }, at);
  return to === '' ? { ...delivery, state: 'gaveUp', failure: 'noRecipient' } : delivery;
}
