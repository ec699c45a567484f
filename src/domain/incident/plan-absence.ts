import { addDays, type CalendarDate } from '../calendar/dates.ts';
import type { Absence } from './absence.ts';

/** Why an absence cannot be entered. `deputyUnknown`: not in the directory, a guest, or an account that is closed. */
export type AbsenceRefusal =
  | 'deputyUnknown'
  | 'deputyIsSelf'
  | 'deputyAway'
  | 'datesNotUsable'
  | 'tooLong'
  | 'overlaps';

/** Longest absence, in days: whoever is away longer is replaced in the directory. */
export const longestAbsenceDays = 366;

export type WantedAbsence = Omit<Absence, 'deputy'> & { deputy: Absence['deputy'] | null };

function isDay(text: string): boolean {
  const time = /^\d{4}-\d{2}-\d{2}$/.test(text) ? Date.parse(`${text}T00:00:00Z`) : Number.NaN;
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

function overlaps(one: Pick<Absence, 'from' | 'until'>, other: Pick<Absence, 'from' | 'until'>): boolean {
  return one.from <= other.until && other.from <= one.until;
}

/**
 * Whether a manager may be away as wanted; null when they may. One absence at a time, not in the past, and nobody is chosen of whom it is
 * known that they are away in that time. `present` are all that are entered, `today` is London's date.
 */
export function checkAbsence(
  { managerId, deputy, from, until }: WantedAbsence,
  present: readonly Absence[],
  today: CalendarDate,
): AbsenceRefusal | null {
  if (!isDay(from) || !isDay(until) || until < from || until < today) return 'datesNotUsable';
  if (until > addDays(from, longestAbsenceDays) || until > addDays(today, 2 * longestAbsenceDays)) return 'tooLong';
  if (deputy === null) return 'deputyUnknown';
  if (deputy.id === managerId) return 'deputyIsSelf';
  const meanwhile = present.filter((each) => overlaps(each, { from, until }));
  if (meanwhile.some((each) => each.managerId === managerId)) return 'overlaps';
  return meanwhile.some((each) => each.managerId === deputy.id) ? 'deputyAway' : null;
}
