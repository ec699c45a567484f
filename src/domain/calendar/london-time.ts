import type { CalendarDate, CalendarMonth } from './dates.ts';

/** The wall clock in London at an instant. */
export interface LondonTime {
  date: CalendarDate;
  hour: number;
  minute: number;
  second: number;
}

const londonFormat = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  hourCycle: 'h23',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
});

/** What the clock in London shows at an instant (UTC, ISO 8601). Throws `RangeError` when it is no instant. X-TIME-1. */
export function londonTimeAt(instant: string): LondonTime {
  const parts = Object.fromEntries(
    londonFormat.formatToParts(new Date(instant)).map((part) => [part.type, part.value]),
  );
  return {
    date: `${parts.year}-${parts.month}-${parts.day}`,
    hour: Number(parts.hour),
    minute: Number(parts.minute),
    second: Number(parts.second),
  };
}

/** The date in London at an instant. */
export function londonDateOf(instant: string): CalendarDate {
  return londonTimeAt(instant).date;
}

/** The month in London at an instant, as in the register's keys. */
export function londonMonthOf(instant: string): CalendarMonth {
  return londonDateOf(instant).slice(0, 7);
}

/** Minutes since midnight on London's clock, 0 to 1439. */
export function minuteOfDay(time: LondonTime): number {
  return time.hour * 60 + time.minute;
}

/**
 * The instant (UTC, ISO 8601) at which London's clock shows this date and minute of the day.
 * An hour that happens twice in October means the first; one that is skipped in March means the moment of the change.
 */
export function instantOfLondonTime(date: CalendarDate, minute: number): string {
  const asUtc = Date.parse(`${date}T00:00:00Z`) + minute * 60_000;
  // London is never behind UTC and never more than an hour ahead, so the earliest match is tried first.
  for (const offsetHours of [1, 0]) {
    const instant = new Date(asUtc - offsetHours * 3_600_000).toISOString();
    const shown = londonTimeAt(instant);
    if (shown.date === date && minuteOfDay(shown) === minute) return instant;
  }
  return new Date(asUtc - (minute % 60) * 60_000).toISOString();
}
