import type { ClockNotice } from '../domain/deadlines/clock-event.ts';
import type { Severity } from '../domain/incident/vocabulary.ts';
import { dateAndTime } from './reader.ts';
import { termsEn } from './terms.en.ts';

/** All that a reminder or an escalation may say of a report; not even of what kind it is. X-SAFE-1 */
export interface ClockFacts {
  reference: string;
  severity: Severity;
  /** UTC. */
  reportedAt: string;
}

interface Draft {
  subject: string;
  lines: string[];
}

const since = ({ severity, reportedAt }: ClockFacts) =>
  `Severity: ${termsEn.severities[severity]}. Reported: ${dateAndTime(reportedAt, 'en')}.`;

/** Mails that a clock sends. Model 4.4 */
export const clockNoticeEn = {
  /** To the manager, at half time. */
  answerReminder: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: waiting for your answer`,
    lines: [
      `Report ${facts.reference} from your team waits for your answer; half of the time for it has passed.`,
      since(facts),
      'Please answer it on the card in your chat with Urddas.',
    ],
  }),
  /** To whoever is above the manager, who cannot open it. BEH-5.1-1 */
  answerEscalated: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: a manager has not answered`,
    lines: [
      `A line manager has not answered report ${facts.reference} in time.`,
      since(facts),
      'Please see that it is answered, by the manager or by a substitute. What was reported is open to them alone.',
    ],
  }),
  /** To whoever keeps the register. */
  answerUnheard: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: nobody has answered`,
    lines: [
      `Neither the line manager nor anybody above has answered report ${facts.reference}.`,
      since(facts),
      'Please see in Urddas what it needs, and that the reporter has somebody to turn to.',
    ],
  }),
  /** To the reporter. T5 */
  questionReminder: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: your manager’s question is still open`,
    lines: [
      `Your manager’s question about report ${facts.reference} is still open.`,
      'If you can, please answer it in Urddas. If you cannot, nothing is lost: your report goes on all the same.',
    ],
  }),
  /** To the manager. T5 */
  questionUnanswered: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: your question has not been answered`,
    lines: [
      `The reporter has not answered your question about report ${facts.reference}.`,
      since(facts),
      'Please ask in person, or go on without the answer; you can note it in Urddas.',
    ],
  }),
  /** To Security. BEH-8.3-1 */
  acknowledgeReminder: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: not acknowledged yet`,
    lines: [
      `Report ${facts.reference} has not been acknowledged; half of the time for it has passed.`,
      since(facts),
      'Please acknowledge it in Urddas.',
    ],
  }),
  /** To Security, and to whoever is above. BEH-8.3-1 */
  acknowledgeOverdue: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: acknowledgement overdue`,
    lines: [
      `Security has not acknowledged report ${facts.reference} in time.`,
      since(facts),
      'Please see that it is acknowledged in Urddas now: reporter and manager are waiting to hear.',
    ],
  }),
  /** To Security. */
  reviewReminder: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: the review is to begin`,
    lines: [
      `Report ${facts.reference} has been acknowledged, and its review has not begun.`,
      since(facts),
      'Please begin the review in Urddas.',
    ],
  }),
  /** To Security, and to whoever is above. */
  reviewOverdue: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: review overdue`,
    lines: [
      `The review of report ${facts.reference} should have begun some time ago.`,
      since(facts),
      'Please see that it begins, or that the report is closed with a reason.',
    ],
  }),
  /** To Security. BEH-4.3-1 */
  taskReminder: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: a request for protection is open`,
    lines: [
      `What the manager has asked you for because of report ${facts.reference} is not arranged yet.`,
      since(facts),
      'Somebody may be in danger. Please open it in Urddas and say there when it is arranged.',
    ],
  }),
  /** To the witness. BEH-8.5-1 */
  statementReminder: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: a statement is awaited`,
    lines: [
      `You were asked for a statement about report ${facts.reference}; it has not been signed yet.`,
      'What one remembers fades with time, so please write it soon. If you cannot, please tell whoever asked you.',
    ],
  }),
  /** To the manager. BEH-8.5-1 */
  statementOverdue: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: a statement has not come`,
    lines: [
      `A statement about report ${facts.reference} was asked for and has not come in time.`,
      'Please speak with the person, or say in Urddas why none will come.',
    ],
  }),
  /** To the manager. BEH-5.2-2 */
  meetingReminder: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: the meeting is on the next working day`,
    lines: [
      `The meeting that you planned because of report ${facts.reference} is on the next working day.`,
      'Please make sure once more that it is safe, and that the measures you named are in place.',
    ],
  }),
  /** To the manager. BEH-5.2-2 */
  meetingWindowEnding: (facts: ClockFacts) => ({
    subject: `Urddas ${facts.reference}: the time for a meeting ends`,
    lines: [
      `The next working day is the last on which a meeting because of report ${facts.reference} may be held.`,
      'If you mean to meet or write to the person, please do it now and say so in Urddas. If not, nothing is asked of you.',
    ],
  }),
} satisfies Record<ClockNotice, (facts: ClockFacts) => Draft>;
