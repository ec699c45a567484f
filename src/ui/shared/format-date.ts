import type { Language } from '../../domain/incident/vocabulary.ts';
import { monthName, showMoment } from './moments.ts';

/** A UTC instant as people in Wales read it, for example "3 November 2026, 10:05"; what cannot be read stays as it is. */
export function formatDateTime(instant: string, language: Language): string {
  return showMoment(instant, language) ?? instant;
}

/** A calendar date `YYYY-MM-DD`, which has no time zone: "3 November 2026". */
export function formatCalendarDate(date: string, language: Language): string {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(date);
  return match ? `${Number(match[3])} ${monthName(Number(match[2]), language)} ${match[1]}` : date;
}

const units = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** Bytes in the unit a person expects: "18 kB", "25.3 MB". */
export function formatSize(bytes: number): string {
  let value = bytes;
  let step = 0;
  while (value >= 1000 && step < units.length - 1) {
    value /= 1000;
    step += 1;
  }
  return new Intl.NumberFormat('en-GB', {
    style: 'unit',
    unit: units[step] ?? 'byte',
    unitDisplay: 'short',
    maximumFractionDigits: value < 10 && step > 0 ? 1 : 0,
  }).format(value);
}
