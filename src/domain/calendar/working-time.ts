import { isWorkingDay } from './bank-holidays.ts';
import { addDays, type CalendarDate } from './dates.ts';
import { instantOfLondonTime, londonTimeAt, minuteOfDay } from './london-time.ts';
import { type OfficeHoursRules, standardHours } from './office-hours.ts';

/** The clocks ask for the same few days again and again, so each is worked out once. */
const knownDays = new Map<CalendarDate, boolean>();

function isOpenOn(date: CalendarDate, extraHolidays: readonly CalendarDate[]): boolean {
  const known = knownDays.get(date) ?? isWorkingDay(date);
  knownDays.set(date, known);
  return known && !extraHolidays.includes(date);
}

/** The working day so many working days after the date; with 0 the date itself. BEH-5.2-2. */
export function addWorkingDays(
  date: CalendarDate,
  days: number,
  extraHolidays: readonly CalendarDate[] = [],
): CalendarDate {
  let result = date;
  for (let left = days; left > 0; ) {
    result = addDays(result, 1);
    if (isOpenOn(result, extraHolidays)) left -= 1;
  }
  return result;
}

/** The working day before the date. */
export function workingDayBefore(date: CalendarDate, extraHolidays: readonly CalendarDate[] = []): CalendarDate {
  let result = addDays(date, -1);
  while (!isOpenOn(result, extraHolidays)) result = addDays(result, -1);
  return result;
}

/** Minutes that the office is open on a working day. */
export function officeDayMinutes({ open }: OfficeHoursRules = standardHours): number {
  return open.to - open.from;
}

/**
 * The instant (UTC) by which so many hours of open office have passed since `instant`, on London's clock.
 * Time outside office hours does not count; a limit that would fall on closing time falls there, not on the next morning.
 * Started minutes are not counted, so that nobody has less time than was said.
 */
export function addWorkingHours(instant: string, hours: number, rules: OfficeHoursRules = standardHours): string {
  const start = londonTimeAt(instant);
  let left = Math.round(hours * 60);
  let date = start.date;
  let minute = minuteOfDay(start) + (Date.parse(instant) % 60_000 === 0 ? 0 : 1);
  for (;;) {
    if (isOpenOn(date, rules.extraHolidays)) {
      const from = Math.max(minute, rules.open.from);
      const available = Math.max(0, rules.open.to - from);
      if (left <= available && available > 0) return instantOfLondonTime(date, from + left);
      left -= available;
    }
    date = addDays(date, 1);
    minute = 0;
  }
}
