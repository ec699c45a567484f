/**
 * What a clock brings about. The reminders go to whoever has it in hand; `forwardOverdue` is T7 and T7b; `dutyBackup` tells in the
 * manager's stead; what is called overdue or escalated goes further up. Model 4.4.
 */
export const clockEventNames = [
  'dutyBackup',
  'forwardOverdue',
  'answerReminder',
  'answerEscalated',
  'answerUnheard',
  'questionReminder',
  'questionUnanswered',
  'acknowledgeReminder',
  'acknowledgeOverdue',
  'reviewReminder',
  'reviewOverdue',
  'taskReminder',
  'statementReminder',
  'statementOverdue',
  'meetingReminder',
  'meetingWindowEnding',
] as const;
export type ClockEventName = (typeof clockEventNames)[number];

/** The events that tell somebody by a notice of their own name; the other two speak by the notices of a move and of a duty. */
export type ClockNotice = Exclude<ClockEventName, 'dutyBackup' | 'forwardOverdue'>;

export const clockNotices = clockEventNames.filter(
  (name): name is ClockNotice => name !== 'dutyBackup' && name !== 'forwardOverdue',
);

/** One thing that is due at one time, once for ever. */
export interface ClockEvent {
  /** Unique in its incident for ever, whatever the time it falls due is changed to: `answerReminder`, `taskReminder@t1.2`. */
  key: string;
  name: ClockEventName;
  /** Which task, question, statement, role or day it is about; null where an incident has only one. */
  about: string | null;
  /** UTC, ISO 8601. */
  dueAt: string;
  /** From then on (UTC) it has no sense any more and is skipped; null where late is better than never. */
  staleAt: string | null;
}

/** Puts an event together; its key follows from its name and what it is about. */
export function clockEvent(
  name: ClockEventName,
  dueAt: string,
  more: { about?: string; staleAt?: string } = {},
): ClockEvent {
  const about = more.about ?? null;
  return { key: about === null ? name : `${name}@${about}`, name, about, dueAt, staleAt: more.staleAt ?? null };
}
