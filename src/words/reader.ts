import type { Language } from '../domain/incident/vocabulary.ts';

/** Language of whoever reads it; null is not known, and then both are given, Welsh first. B-CY-2, B-CY-3. */
export type Reader = Language | null;

/** The languages to write in, in reading order. */
export function languagesFor(reader: Reader): Language[] {
  return reader === null ? ['cy', 'en'] : [reader];
}

/** A short text such as a label, in one line; equal texts are said once. */
export function inline(reader: Reader, say: (language: Language) => string): string {
  return [...new Set(languagesFor(reader).map(say))].join(' / ');
}

const locales: Record<Language, string> = { en: 'en-GB', cy: 'cy-GB' };

/** Date and time on London's clock, for example `22 November 2026, 10:05`. B-CY-5, X-TIME-1. */
export function dateAndTime(instant: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], {
    timeZone: 'Europe/London',
    dateStyle: 'long',
    timeStyle: 'short',
    hourCycle: 'h23',
  }).format(new Date(instant));
}

/** A day of the calendar in words, for example `Sunday 22 November 2026`. */
export function wholeDay(day: string, language: Language): string {
  return new Intl.DateTimeFormat(locales[language], { timeZone: 'UTC', dateStyle: 'full' }).format(
    new Date(`${day}T00:00:00Z`),
  );
}
