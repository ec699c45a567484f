import { expect } from 'vitest';
import type { ClockEventName } from '../../../src/domain/deadlines/clock-event.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { dueTime, plain } from './clock-samples.ts';

/**
 * Worked out on paper with a printed calendar, an office open from 08:30 to 17:30, and these days closed:
 * 2026: 3 and 6 April, 4 and 25 May, 31 August, 25 and 28 December (the 26th is a Saturday).
 * 2027: 1 January, 26 and 29 March, 3 and 31 May, 30 August, 27 and 28 December (the 25th is a Saturday).
 * 2028: 3 January (the 1st is a Saturday).
 * Summer time from 29 March to 25 October 2026, from 28 March to 31 October 2027. Each time is London's, with its distance from UTC.
 */
export type Moment = `${'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun'} ${string}`;

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** UTC; throws where the name of the day is not that of the date, so that a slip of the pen cannot agree with a slip of the code. */
export function utc(moment: Moment): string {
  const [name, date, time] = moment.split(' ');
  const day = dayNames[new Date(`${date}T12:00:00Z`).getUTCDay()];
  if (day !== name) throw new Error(`${date} is a ${day}`);
  return new Date(`${date}T${time}`).toISOString().replace('.000Z', 'Z');
}

export function expectTimes(incident: Incident, times: Partial<Record<ClockEventName, Moment>>): void {
  for (const [name, moment] of Object.entries(times)) {
    expect(plain(dueTime(incident, name as ClockEventName)), name).toBe(utc(moment));
  }
}
