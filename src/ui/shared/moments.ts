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
const dateAndTime = { day: 'numeric', month: 'numeric', year: 'numeric', hour: '2-digit', minute: '2-digit' } as const;

/** A UTC instant as people here write it, in Europe/London. X-TIME-1. An unreadable instant gives null. */
export function showMoment(instant: string | null, language: Language): string | null {
  if (instant === null) return null;
  const date = new Date(instant);
  if (Number.isNaN(date.getTime())) return null;
  const format = new Intl.DateTimeFormat('en-GB', { ...dateAndTime, timeZone: 'Europe/London' });
  const part = Object.fromEntries(format.formatToParts(date).map(({ type, value }) => [type, value]));
  const english = new Intl.DateTimeFormat('en-GB', { month: 'long', timeZone: 'Europe/London' }).format(date);
  const month = language === 'cy' ? welshMonths[Number(part.month) - 1] : english;
  return `${Number(part.day)} ${month} ${part.year}, ${part.hour}:${part.minute}`;
}

/** The time of day alone, Europe/London. */
export function showTime(instant: string): string {
  const format = new Intl.DateTimeFormat('en-GB', { hour: '2-digit', minute: '2-digit', timeZone: 'Europe/London' });
  return format.format(new Date(instant));
}
