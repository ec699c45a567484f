import type { CalendarDate } from '../calendar/dates.ts';
import { londonDateOf } from '../calendar/london-time.ts';
import type { ManagerVerb } from './manager-answer.ts';

export type VerbGroup = 'answer' | 'tell' | 'safety' | 'person' | 'gravity';

/** In the order they are offered, in the card and in the tab. */
export const verbGroups: readonly { group: VerbGroup; verbs: readonly ManagerVerb[] }[] = [
  { group: 'tell', verbs: ['tellHr', 'tellDesks'] },
  { group: 'answer', verbs: ['forwardToSecurity', 'comment', 'askReporter', 'noteAnswer', 'keepLocal', 'closeLocal'] },
  { group: 'safety', verbs: ['requestGuards', 'requestPolice'] },
  { group: 'person', verbs: ['customerSpoken', 'customerWritten', 'planMeeting'] },
  { group: 'gravity', verbs: ['raiseSeverity', 'markAbusive'] },
];

/** A meeting whose last day (London's date) is over at `at` (UTC) can be planned no more; the letter is left. BEH-5.2-2 */
export function isMeetingOver(lastDay: CalendarDate, at: string): boolean {
  return londonDateOf(at) > lastDay;
}

/** The verbs that need words, or a choice, before they can be sent; the others are one tap. */
export type AskingVerb = Exclude<
  ManagerVerb,
  'tellHr' | 'tellDesks' | 'customerSpoken' | 'customerWritten' | 'markAbusive'
>;

const oneTap: ReadonlySet<ManagerVerb> = new Set([
  'tellHr',
  'tellDesks',
  'customerSpoken',
  'customerWritten',
  'markAbusive',
]);

export function isAsking(verb: ManagerVerb): verb is AskingVerb {
  return !oneTap.has(verb);
}

/** Of what is asked for, the words that may be left out. */
const optional: ReadonlySet<ManagerVerb> = new Set(['closeLocal', 'requestGuards', 'requestPolice']);

export function needsWords(verb: AskingVerb): boolean {
  return !optional.has(verb);
}
