import { addDays, type CalendarDate, calendarDate, weekdayOf } from './dates.ts';

/** Easter Sunday of the Gregorian calendar (the anonymous method printed in Nature, 1876). */
export function easterSunday(year: number): CalendarDate {
  const golden = year % 19;
  const century = Math.floor(year / 100);
  const yearOfCentury = year % 100;
  const correction = Math.floor((8 * century + 13) / 25);
  const epact = (19 * golden + century - Math.floor(century / 4) - correction + 15) % 30;
  const weekdayShift = (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - epact - (yearOfCentury % 4)) % 7;
  const lateShift = Math.floor((golden + 11 * epact + 22 * weekdayShift) / 451);
  const count = epact + weekdayShift - 7 * lateShift + 114;
  return calendarDate(year, Math.floor(count / 31), (count % 31) + 1);
}

function firstMonday(year: number, month: number): CalendarDate {
  const first = calendarDate(year, month, 1);
  return addDays(first, (8 - weekdayOf(first)) % 7);
}

/** A holiday on a Saturday or Sunday moves to the next day that is neither a weekend nor a holiday already. */
function substituted(dates: CalendarDate[]): CalendarDate[] {
  const taken = new Set(dates.filter((date) => weekdayOf(date) < 6));
  for (const date of dates.filter((each) => weekdayOf(each) >= 6)) {
    let substitute = addDays(date, 1);
    while (weekdayOf(substitute) >= 6 || taken.has(substitute)) substitute = addDays(substitute, 1);
    taken.add(substitute);
  }
  return [...taken];
}

/**
 * Bank holidays of England and Wales in rising order, by the standing rules (gov.uk/bank-holidays).
 * A single extra holiday proclaimed for one year is not foreseeable and is passed to `isWorkingDay` by configuration.
 */
export function bankHolidays(year: number): CalendarDate[] {
  const easter = easterSunday(year);
  const lastMondayOf = (month: number, lastDay: number) => {
    const last = calendarDate(year, month, lastDay);
    return addDays(last, 1 - weekdayOf(last));
  };
  return [
    ...substituted([calendarDate(year, 1, 1)]),
    addDays(easter, -2),
    addDays(easter, 1),
    firstMonday(year, 5),
    lastMondayOf(5, 31),
    lastMondayOf(8, 31),
    ...substituted([calendarDate(year, 12, 25), calendarDate(year, 12, 26)]),
  ].sort();
}

/** Monday to Friday and no bank holiday of England and Wales, nor one of the extra days given. */
export function isWorkingDay(date: CalendarDate, extraHolidays: readonly CalendarDate[] = []): boolean {
  if (weekdayOf(date) >= 6 || extraHolidays.includes(date)) return false;
  return !bankHolidays(Number(date.slice(0, 4))).includes(date);
}
