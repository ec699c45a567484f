import type { Incident } from '../incident/incident.ts';
import { answerClock, dutyClock, questionClock } from './answer-clock.ts';
import type { ClockEvent } from './clock-event.ts';
import type { ClockSettings } from './deadline-settings.ts';
import { meetingClock, statementClock } from './manager-clocks.ts';
import { acknowledgeClock, reviewClock, taskClock } from './security-clocks.ts';

/**
 * Every clock that runs for a record as it stands, with the time of each event; those that have been dealt with are left out. In order
 * of time. Nothing is remembered but `clockNotes`: what a person has done since is seen in the record itself. F29, model 4.4
 */
export function runningClocks(incident: Incident, settings: ClockSettings): ClockEvent[] {
  const noted = new Set(incident.clockNotes.map(({ key }) => key));
  return [
    ...dutyClock(incident),
    ...answerClock(incident, settings),
    ...questionClock(incident, settings),
    ...acknowledgeClock(incident, settings),
    ...reviewClock(incident, settings),
    ...taskClock(incident, settings),
    ...statementClock(incident, settings),
    ...meetingClock(incident, settings),
  ]
    .filter(({ key }) => !noted.has(key))
    .sort((one, other) => Date.parse(one.dueAt) - Date.parse(other.dueAt));
}

/** What is due at this moment (UTC), in order of time; things of one moment in the order of `runningClocks`. */
export function dueEvents(incident: Incident, settings: ClockSettings, now: string): ClockEvent[] {
  return runningClocks(incident, settings).filter(({ dueAt }) => Date.parse(dueAt) <= Date.parse(now));
}

/** When a clock of this record next has something to do, UTC; null when none runs. It may have passed. */
export function nextDueAt(incident: Incident, settings: ClockSettings): string | null {
  return runningClocks(incident, settings)[0]?.dueAt ?? null;
}

/** Whether an event has come too late to have a sense at this moment (UTC). */
export function isStale({ staleAt }: ClockEvent, now: string): boolean {
  return staleAt !== null && Date.parse(staleAt) <= Date.parse(now);
}
