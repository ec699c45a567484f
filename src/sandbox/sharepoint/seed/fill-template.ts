import { invalidRequest } from '../failures.ts';

/** What a template may ask of the row it is filled for. */
export interface TemplateRow {
  /** 1 for the first seeded row. */
  n: number;
  /** Value of another column, already filled. */
  value(column: string): string | number | null;
}

const london = new Intl.DateTimeFormat('en-GB', { timeZone: 'Europe/London', timeZoneName: 'longOffset' });
const hourMs = 3_600_000;
const offsets = new Map<number, number>();

/** London is on GMT or an hour ahead, and changes on the hour: asked once for each hour, as asking is slow. */
function londonOffset(instant: Date): number {
  const hour = Math.floor(instant.getTime() / hourMs);
  const known = offsets.get(hour);
  if (known !== undefined) return known;
  const name = london.formatToParts(instant).find((part) => part.type === 'timeZoneName')?.value;
  const offset = name === 'GMT+01:00' ? hourMs : 0;
  offsets.set(hour, offset);
  return offset;
}

/** `yyyy`, `MM`, `dd`, `HH`, `mm` and `ss` of an instant, in Europe/London. */
export function formatInLondon(instant: Date, pattern: string): string {
  const local = new Date(instant.getTime() + londonOffset(instant)).toISOString();
  return pattern
    .replaceAll('yyyy', local.slice(0, 4))
    .replaceAll('MM', local.slice(5, 7))
    .replaceAll('dd', local.slice(8, 10))
    .replaceAll('HH', local.slice(11, 13))
    .replaceAll('mm', local.slice(14, 16))
    .replaceAll('ss', local.slice(17, 19));
}

const dayMs = 86_400_000;

type Part = (row: TemplateRow) => string;

function datePart(argument: string): Part {
  const parts = /^([A-Za-z_]\w*)(?:([+-]\d+)d)?(?::(.+))?$/.exec(argument);
  const [column, days, pattern] = [parts?.[1], Number(parts?.[2] ?? 0), parts?.[3]];
  return (row) => {
    const value = column === undefined ? null : row.value(column);
    if (typeof value !== 'string') throw invalidRequest(`Template {date:${argument}} names no date.`);
    const instant = new Date(new Date(value).getTime() + days * dayMs);
    return pattern === undefined ? `${instant.toISOString().slice(0, 19)}Z` : formatInLondon(instant, pattern);
  };
}

function partOf(kind: string, argument: string): Part {
  if (kind === 'n') return (row) => String(row.n).padStart(Number(argument), '0');
  if (kind === 'date') return datePart(argument);
  return (row) => String(row.value(argument) ?? '');
}

const placeholder = /\{(n|choice|field|date)(?::([^{}]*))?\}/g;

/**
 * Reads a template once, for filling many rows. It may hold `{n}`, `{n:6}` (with leading zeros), `{choice:State}` or
 * `{field:Reference}` (another column's value), `{date:ReportedAt}`, `{date:ReportedAt:yyyy-MM}` (Europe/London) and
 * `{date:ReportedAt+730d}`. Other braces stay as they are.
 */
export function readTemplate(template: string): Part {
  const parts: Part[] = [];
  let end = 0;
  for (const match of template.matchAll(placeholder)) {
    const plain = template.slice(end, match.index);
    parts.push(() => plain, partOf(match[1] ?? '', match[2] ?? ''));
    end = match.index + match[0].length;
  }
  const tail = template.slice(end);
  return (row) => parts.map((part) => part(row)).join('') + tail;
}

/** Columns that a template needs filled before it. */
export function columnsInTemplate(template: string): string[] {
  return [...template.matchAll(placeholder)]
    .filter((match) => match[1] !== 'n')
    .map((match) => /^[A-Za-z_]\w*/.exec(match[2] ?? '')?.[0] ?? '');
}
