import { invalidRequest } from '../failures.ts';

/** What a template may ask of the row it is filled for. */
export interface TemplateRow {
  /** 1 for the first seeded row. */
  n: number;
  /** Value of another column, already filled. */
  value(column: string): string | number | null;
}

const london = new Intl.DateTimeFormat('en-GB', {
  timeZone: 'Europe/London',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

/** `yyyy`, `MM`, `dd`, `HH`, `mm` and `ss` of an instant, in Europe/London. */
export function formatInLondon(instant: Date, pattern: string): string {
  const parts = Object.fromEntries(london.formatToParts(instant).map((part) => [part.type, part.value]));
  return pattern
    .replaceAll('yyyy', parts.year ?? '')
    .replaceAll('MM', parts.month ?? '')
    .replaceAll('dd', parts.day ?? '')
    .replaceAll('HH', parts.hour ?? '')
    .replaceAll('mm', parts.minute ?? '')
    .replaceAll('ss', parts.second ?? '');
}

const dayMs = 86_400_000;

function fillDate(row: TemplateRow, argument: string): string {
  const parts = /^([A-Za-z_]\w*)(?:([+-]\d+)d)?(?::(.+))?$/.exec(argument);
  const value = parts?.[1] === undefined ? null : row.value(parts[1]);
  if (!parts || typeof value !== 'string') throw invalidRequest(`Template {date:${argument}} names no date.`);
  const instant = new Date(new Date(value).getTime() + Number(parts[2] ?? 0) * dayMs);
  return parts[3] === undefined ? `${instant.toISOString().slice(0, 19)}Z` : formatInLondon(instant, parts[3]);
}

const placeholder = /\{(n|choice|field|date)(?::([^{}]*))?\}/g;

/**
 * Fills `{n}`, `{n:6}` (with leading zeros), `{choice:State}` or `{field:Reference}` (another column's value),
 * `{date:ReportedAt}`, `{date:ReportedAt:yyyy-MM}` (Europe/London) and `{date:ReportedAt+730d}`. Other braces stay as they are.
 */
export function fillTemplate(template: string, row: TemplateRow): string {
  return template.replace(placeholder, (_whole, kind: string, argument: string | undefined) => {
    if (kind === 'n') return String(row.n).padStart(Number(argument ?? 0), '0');
    if (kind === 'date') return fillDate(row, argument ?? '');
    return String(row.value(argument ?? '') ?? '');
  });
}

/** Columns that a template needs filled before it. */
export function columnsInTemplate(template: string): string[] {
  return [...template.matchAll(placeholder)]
    .filter((match) => match[1] !== 'n')
    .map((match) => /^[A-Za-z_]\w*/.exec(match[2] ?? '')?.[0] ?? '');
}
