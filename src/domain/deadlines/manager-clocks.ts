import { instantOfLondonTime } from '../calendar/london-time.ts';
import { workingDayBefore } from '../calendar/working-time.ts';
import { lastMeetingDay } from '../incident/answer-as-manager.ts';
import type { Incident } from '../incident/incident.ts';
import { isEnded, openVerbs } from '../incident/manager-answer.ts';
import { type ClockEvent, clockEvent } from './clock-event.ts';
import type { ClockSettings } from './deadline-settings.ts';
import { isBefore, passed } from './time-limit.ts';

/** Statements asked for: the witness is reminded at half time, the manager hears at the end. An outsider is asked by the manager. BEH-8.5-1 */
export function statementClock(incident: Incident, settings: ClockSettings): ClockEvent[] {
  if (isEnded(incident)) return [];
  const limit = { workingDays: settings.deadlines.statementWorkingDays };
  return incident.statements
    .filter(({ signed, waived }) => signed === null && waived === null)
    .flatMap(({ id, asked, witness }) => {
      const dueAt = passed(asked.at, limit, settings);
      const remindAt = passed(asked.at, limit, settings, 0.5);
      return [
        ...(witness.staff ? [clockEvent('statementReminder', remindAt, { about: id, staleAt: dueAt })] : []),
        clockEvent('statementOverdue', dueAt, { about: id }),
      ];
    });
}

/** When the office opens on the working day before, UTC. */
function morningBefore(day: string, { hours }: ClockSettings): string {
  return instantOfLondonTime(workingDayBefore(day, hours.extraHolidays), hours.open.from);
}

/**
 * A planned meeting: a word on the morning of the working day before, unless it was planned later than that. While none is planned and
 * nobody has spoken or written to the customer: the same before the last day on which one may be held. BEH-5.2-2
 */
export function meetingClock(incident: Incident, settings: ClockSettings): ClockEvent[] {
  const { meeting, manager, severity, customerContacts, reportedAt } = incident;
  const { open } = settings.hours;
  if (isEnded(incident) || !manager) return [];
  if (meeting) {
    const dueAt = morningBefore(meeting.on, settings);
    if (isBefore(dueAt, meeting.at)) return [];
    const staleAt = instantOfLondonTime(meeting.on, open.from);
    return [clockEvent('meetingReminder', dueAt, { about: meeting.on, staleAt })];
  }
  // A worry alone is no behaviour of a customer's.
  if (severity === 'concern' || customerContacts.length > 0 || !openVerbs(incident).includes('planMeeting')) return [];
  const lastDay = lastMeetingDay(incident, settings.deadlines);
  const dueAt = morningBefore(lastDay, settings);
  if (isBefore(dueAt, reportedAt)) return [];
  return [clockEvent('meetingWindowEnding', dueAt, { staleAt: instantOfLondonTime(lastDay, open.to) })];
}
