import type { Language } from '../../domain/incident/vocabulary.ts';

const locales: Record<Language, string> = { en: 'en-GB', cy: 'cy-GB' };

/** A UTC instant as people in Wales read it, for example "3 November 2026, 10:05". B-CY-5, X-TIME-1. */
export function formatDateTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    dateStyle: 'long',
    timeStyle: 'short',
    timeZone: 'Europe/London',
  }).format(new Date(instant));
}

/** The same in a table: "3 Nov 2026, 10:05". */
export function formatShortDateTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    day: 'numeric',
    month: 'short',
    year: 'numeric',
    hour: '2-digit',
    minute: '2-digit',
    timeZone: 'Europe/London',
  }).format(new Date(instant));
}

/** A calendar date `YYYY-MM-DD`, which has no time zone. */
export function formatCalendarDate(date: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { dateStyle: 'long', timeZone: 'UTC' }).format(
    new Date(`${date}T00:00:00Z`),
  );
}

/** Bytes in the unit a person expects: "18 kB", "25.3 MB". */
export function formatSize(bytes: number, language: Language): string {
  const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat(locales[language], {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}
