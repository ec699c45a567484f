import type { Incident } from './incident.ts';
import { hasManagerCommented, isEnded } from './manager-answer.ts';

/** What a record still wants of its manager. `reporter`: the manager has asked, and may answer instead. BEH-5.1-1 */
export const awaitedOf = ['answer', 'duty', 'comment', 'reporter', 'close'] as const;
export type Awaited = (typeof awaitedOf)[number];

/** What the manager, or a substitute, still has to do, the pressing ones first. Empty when it goes on without them. */
export function awaitedFrom(incident: Incident): Awaited[] {
  const { state, manager, duties } = incident;
  if (manager === null || isEnded(incident)) return [];
  const isPassedOn = !['submitted', 'managerReview', 'infoRequested', 'localOnly', 'hrRoute'].includes(state);
  const is: Record<Awaited, boolean> = {
    answer: state === 'managerReview',
    duty: duties.some((each) => each.state === 'open'),
    // Passed on by the clock, or taken up by Security before the manager had answered. BEH-8.2-2
    comment: isPassedOn && !hasManagerCommented(incident),
    reporter: state === 'infoRequested',
    close: state === 'localOnly',
  };
  return awaitedOf.filter((each) => is[each]);
}

/** Whether it is the manager's turn: what waits for the reporter, or may be closed one day, is no answer that is owed. */
export function isManagersTurn(awaited: readonly Awaited[]): boolean {
  return awaited.some((each) => each === 'answer' || each === 'duty' || each === 'comment');
}
