import { addWorkingHours, officeDayMinutes } from '../calendar/working-time.ts';
import type { ClockSettings } from './deadline-settings.ts';

/** How long something may take: office time, or minutes of the clock by day and by night. */
export type TimeLimit = { workingHours: number } | { workingDays: number } | { minutes: number };

/**
 * The instant (UTC) at which so many times the limit has passed since `from`; 0.5 is half time. A working day is as much office time as
 * the office is open on one: from 10:00 it ends at 10:00 of the next working day, from the night at closing time.
 */
export function passed(from: string, limit: TimeLimit, settings: Pick<ClockSettings, 'hours'>, times = 1): string {
  if ('minutes' in limit) return new Date(Date.parse(from) + limit.minutes * times * 60_000).toISOString();
  const { hours } = settings;
  const workingHours =
    'workingHours' in limit ? limit.workingHours : (limit.workingDays * officeDayMinutes(hours)) / 60;
  return addWorkingHours(from, workingHours * times, hours);
}

/** Compares instants (UTC); as text they may be written with or without fractions. */
export function isBefore(one: string, other: string): boolean {
  return Date.parse(one) < Date.parse(other);
}

/** The earliest of several instants (UTC): a limit that is added can only shorten. */
export function earliest(first: string, ...others: string[]): string {
  return others.reduce((least, each) => (isBefore(each, least) ? each : least), first);
}
