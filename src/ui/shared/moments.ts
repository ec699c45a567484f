import type { Language } from '../../domain/incident/vocabulary.ts';

/** Browsers know no Welsh: asked for it, they answer in American English. */
const welshMonths = [
  'Ionawr',
  'Chwefror',
  'Mawrth',
  'Ebrill',
  'Mai',
  'Mehefin',
  'Gorffennaf',
  'Awst',
  'Medi',
  'Hydref',
  'Tachwedd',
  'Rhagfyr',
];
const englishMonths = [
  'January',
  'February',
  'March',
  'April',
  'May',
  'June',
  'July',
  'August',
  'September',
  'October',
  'November',
  'December',
];

/** Name of a month, 1 to 12. */
export function monthName(month: number, language: Language): string {
  return (language === 'cy' ? welshMonths : englishMonths)[month - 1] ?? String(month);
}

const timeZone = 'Europe/London';
const clock = { hour: '2-digit', minute: '2-digit' } as const;
// Made once: a list of incidents asks for one a row while it is scrolled.
const momentFormat = new Intl.DateTimeFormat('en-GB', {
  ...clock,
  day: 'numeric',
  month: 'numeric',
  year: 'numeric',
  timeZone,
});
const timeFormat = new Intl.DateTimeFormat('en-GB', { ...clock, timeZone });

/** A UTC instant as people here write it, in Europe/London. X-TIME-1. An unreadable instant gives null. */
export function showMoment(instant: string | null, language: Language): string | null {
  if (instant === null) return null;
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return null;
  const part = Object.fromEntries(momentFormat.formatToParts(date).map(({ type, value }) => [type, value]));
  return `${Number(part.day)} ${monthName(Number(part.month), language)} ${part.year}, ${part.hour}:${part.minute}`;
}

/** The time of day alone, Europe/London. */
export function showTime(instant: string): string {
  return timeFormat.format(new Date(instant));
}
