import { openQuestion } from '../incident/holders.ts';
import type { Incident } from '../incident/incident.ts';
import { hasManagerCommented, isEnded } from '../incident/manager-answer.ts';
import { mustSecurityKnow } from '../incident/transitions.ts';
import { type ClockEvent, clockEvent } from './clock-event.ts';
import type { ClockSettings } from './deadline-settings.ts';
import { earliest, isBefore, passed } from './time-limit.ts';

/** All UTC. */
export interface AnswerTimes {
  from: string;
  remindAt: string;
  dueAt: string;
  /** Once more as long: whoever is above has not brought about an answer either. */
  secondAt: string;
}

/** Which amendment put a substitute in the place of an involved manager; -1 when none did. */
function replacedBy({ amendments }: Incident): number {
  return amendments.findIndex(({ changes }) =>
    changes.some(({ field, after }) => field === 'manager.implicated' && after === true),
  );
}

/**
 * The manager's time counts from when the report was made, because from then on the manager could know; a service that slept gives
 * nobody more. A substitute for a manager who turned out to be involved could know only from that amendment on (C-21). Where nothing
 * but the manager's word is waited for, it counts anew from the answer to the manager's own question.
 */
function answerFrom(incident: Incident): string {
  const from = incident.amendments[replacedBy(incident)]?.at ?? incident.reportedAt;
  const answered = incident.questions.flatMap(({ answer }) => answer?.at ?? []).at(-1);
  return mustSecurityKnow(incident) || answered === undefined || isBefore(answered, from) ? from : answered;
}

/** A critical report is never given longer than another one. */
function after(incident: Incident, from: string, settings: ClockSettings, times: number): string {
  const { answerWorkingHours, criticalAnswerMinutes } = settings.deadlines;
  const ordinary = passed(from, { workingHours: answerWorkingHours }, settings, times);
  if (incident.severity !== 'critical') return ordinary;
  return earliest(ordinary, passed(from, { minutes: criticalAnswerMinutes }, settings, times));
}

/**
 * By when the manager is to have answered, as the record stands now. One that was judged graver does not begin anew: its shorter limit
 * counts from the same moment. BEH-8.2-2, BEH-5.1-1
 */
export function answerTimes(incident: Incident, settings: ClockSettings): AnswerTimes {
  const from = answerFrom(incident);
  const [remindAt, dueAt, secondAt] = [0.5, 1, 2].map((times) => after(incident, from, settings, times)) as [
    string,
    string,
    string,
  ];
  return { from, remindAt, dueAt, secondAt };
}

/** By when the manager is to have answered, UTC; null where no answer is waited for now. For cards and lists. */
export function answerDueAt(incident: Incident, settings: ClockSettings): string | null {
  const isWaiting =
    incident.state === 'managerReview' || (incident.state === 'infoRequested' && mustSecurityKnow(incident));
  return incident.manager && isWaiting ? answerTimes(incident, settings).dueAt : null;
}

/** The manager has said something, or has taken it upon themselves. */
function hasAnswered(incident: Incident): boolean {
  return hasManagerCommented(incident) || incident.reasons.some(({ about }) => about === 'keepLocal');
}

/**
 * A report that Security must know of goes on at the limit, whatever the manager and the reporter do (T7, T7b); whoever is above the
 * manager hears when the comment is still missing after twice the time. Another one goes up at the limit, and after twice the time to
 * whoever keeps the register. Nothing here runs for a call among colleagues, which is HR's. BEH-5.1-1, BEH-8.2-2
 */
export function answerClock(incident: Incident, settings: ClockSettings): ClockEvent[] {
  if (!incident.manager || incident.boundary === 'hr' || isEnded(incident)) return [];
  const { remindAt, dueAt, secondAt } = answerTimes(incident, settings);
  const replaced = replacedBy(incident);
  // What the clock told the first manager, it has not told the substitute.
  const whose = replaced === -1 ? {} : { about: `a${replaced + 1}` };
  const reminder = clockEvent('answerReminder', remindAt, { ...whose, staleAt: dueAt });
  const waits = incident.state === 'managerReview';
  if (!mustSecurityKnow(incident)) {
    if (!waits) return [];
    return [reminder, clockEvent('answerEscalated', dueAt, whose), clockEvent('answerUnheard', secondAt, whose)];
  }
  const isForwarded = !waits && incident.state !== 'infoRequested';
  // Security may have taken it up already; the comment is awaited all the same.
  const isCommentAwaited = !hasAnswered(incident);
  return [
    ...(waits || (isForwarded && isCommentAwaited) ? [reminder] : []),
    ...(isForwarded ? [] : [clockEvent('forwardOverdue', dueAt, whose)]),
    ...(isCommentAwaited ? [clockEvent('answerEscalated', secondAt, whose)] : []),
  ];
}

/**
 * The reporter's answer to the manager's question: one friendly reminder, and then word to the manager that it will have to do without.
 * A question stops no report: see `answerClock`. T5, T7b
 */
export function questionClock(incident: Incident, settings: ClockSettings): ClockEvent[] {
  const question = openQuestion(incident);
  if (!question || incident.state !== 'infoRequested') return [];
  const remindAt = after(incident, question.at, settings, 0.5);
  const dueAt = after(incident, question.at, settings, 1);
  const about = question.id;
  return [
    clockEvent('questionReminder', remindAt, { about, staleAt: dueAt }),
    clockEvent('questionUnanswered', dueAt, { about }),
  ];
}

/** After a hoax the manager tells others; what is not told by then the service tells. COM-3c-4, C-20 */
export function dutyClock(incident: Incident): ClockEvent[] {
  if (isEnded(incident)) return [];
  return incident.duties
    .filter(({ state }) => state === 'open')
    .map(({ role, dueAt }) => clockEvent('dutyBackup', dueAt, { about: role }));
}
