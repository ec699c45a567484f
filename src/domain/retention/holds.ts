import type { CalendarDate } from '../calendar/dates.ts';
import { londonDateOf } from '../calendar/london-time.ts';
import type { Retention } from '../incident/incident.ts';
import type { IncidentState } from '../incident/vocabulary.ts';

/** Reasons for which a record must not be deleted although its period is over. Model 5.2. */
export const holdReasons = [
  'stillOpen',
  'restrictionInForce',
  'markerInForce',
  'policeUndecided',
  'legalActionOpen',
  'informationRequestOpen',
  'complaintOpen',
  'heldByPerson',
] as const;
export type HoldReason = (typeof holdReasons)[number];

export interface HoldFacts {
  state: IncidentState;
  restrictionInForce: boolean;
  markerInForce: boolean;
  policeUndecided: boolean;
  legalActionOpen: boolean;
  /** B-SAR-3 */
  informationRequestOpen: boolean;
  complaintOpen: boolean;
  heldByPerson: boolean;
}

const endStates: readonly IncidentState[] = ['closed', 'merged', 'withdrawn'];

/** Everything that forbids deletion now; an empty list forbids nothing. BEH-9.1-2, B-SAR-3, C-07. */
export function holdsOn(facts: HoldFacts): HoldReason[] {
  const isOpen = !endStates.includes(facts.state);
  return holdReasons.filter((reason) => (reason === 'stillOpen' ? isOpen : facts[reason]));
}

/** Whether a record may be proposed for deletion at an instant (UTC): its London date has come and nothing holds it. */
export function canWeed(retention: Retention, holds: readonly HoldReason[], now: string): boolean {
  const today: CalendarDate = londonDateOf(now);
  return holds.length === 0 && today >= retention.eligibleFrom;
}

/** Whether it may be proposed early, with a reason, because no further contact is expected. BEH-15.4-1, COM-12.4-1. */
export function canProposeEarly(noFurtherContactExpected: boolean, holds: readonly HoldReason[]): boolean {
  return noFurtherContactExpected && holds.length === 0;
}
