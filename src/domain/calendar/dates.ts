/** A day of the calendar without a time, `YYYY-MM-DD`. Strings of this form sort by time. */
export type CalendarDate = string;

/** A month, `YYYY-MM`. */
export type CalendarMonth = string;

const dayMilliseconds = 86_400_000;

function atMidnight(date: CalendarDate): number {
  return Date.parse(`${date}T00:00:00Z`);
}

/** The date so many days later (earlier when negative). */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(atMidnight(date) + days * dayMilliseconds).toISOString().slice(0, 10);
}

/** Monday is 1, Sunday is 7. */
export function weekdayOf(date: CalendarDate): number {
  return new Date(atMidnight(date)).getUTCDay() || 7;
}

function lastDayOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

/** Puts a date together; `month` counts from 1. */
export function calendarDate(year: number, month: number, day: number): CalendarDate {
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/**
 * The same day so many months later, or the last day of that month where it has no such day:
 * 31 August and six months give 28 or 29 February. BEH-15.4-2.
 */
export function addMonthsClamped(date: CalendarDate, months: number): CalendarDate {
  const count = Number(date.slice(0, 4)) * 12 + (Number(date.slice(5, 7)) - 1) + months;
  const year = Math.floor(count / 12);
  const month = (count % 12) + 1;
  return calendarDate(year, month, Math.min(Number(date.slice(8, 10)), lastDayOfMonth(year, month)));
}

/** The month so many months later (earlier when negative). */
export function addMonths(month: CalendarMonth, months: number): CalendarMonth {
  return addMonthsClamped(`${month}-01`, months).slice(0, 7);
}
