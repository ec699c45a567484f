import { invalidRequest } from '../failures.ts';
import { normaliseDate, type StoredValue } from '../items/field-values.ts';
import type { ColumnDefinition } from '../lists/column-definition.ts';
import { columnsInTemplate, readTemplate, type TemplateRow } from './fill-template.ts';
import { randomSource } from './random-source.ts';

/** A fixed value, a template, or a list of which each row takes one. */
export type SeedValue = string | number | boolean | null | readonly (string | number)[];

type Random = () => number;

const monthsBack = 24;
const words =
  'telephone e-mail letter visit queue office morning report colleague counter reply message waiting account'.split(
    ' ',
  );

function pick<T>(random: Random, from: readonly T[]): T | null {
  return from[Math.floor(random() * from.length)] ?? null;
}

/** Spread over the last 24 months, the newest last, so that row order and date order agree as in a list that grew. */
function spreadDate(random: Random, n: number, count: number, now: Date): string {
  const start = new Date(now);
  start.setUTCMonth(start.getUTCMonth() - monthsBack);
  const step = (now.getTime() - start.getTime()) / count;
  return `${new Date(start.getTime() + step * (n - 1 + random() * 0.9)).toISOString().slice(0, 19)}Z`;
}

function byType(
  column: ColumnDefinition,
  random: Random,
  n: number,
  count: number,
  now: Date,
  principal: number,
): StoredValue {
  switch (column.kind) {
    case 'text':
      return `${column.name} ${n}`;
    case 'note':
      return Array.from({ length: 12 }, () => pick(random, words)).join(' ');
    case 'choice':
      return pick(random, column.settings.choices as string[]);
    case 'multiChoice':
      return JSON.stringify([pick(random, column.settings.choices as string[])].filter((choice) => choice !== null));
    case 'dateTime':
      return spreadDate(random, n, count, now);
    case 'number':
    case 'currency':
      return n;
    case 'boolean':
      return random() < 0.5 ? 0 : 1;
    case 'person':
      return principal;
    case 'multiPerson':
      return JSON.stringify([principal]);
    case 'hyperlink':
      return JSON.stringify({ Description: `Link ${n}`, Url: `https://www.example/${n}` });
    // A lookup needs rows in the other list; left empty unless the caller gives it.
    default:
      return null;
  }
}

/** Checks and stores what a template gave, as the column's type wants it. */
function toStored(column: ColumnDefinition, value: string | number | boolean | null): StoredValue {
  if (value === null) return null;
  switch (column.kind) {
    case 'dateTime': {
      const date = normaliseDate(String(value));
      if (date === null) throw invalidRequest(`The seed for '${column.name}' gives no date: ${String(value)}`);
      return date;
    }
    case 'number':
    case 'currency':
    case 'person':
    case 'lookup':
      return Number(value);
    case 'boolean':
      return value === true || value === 'true' || value === 1 ? 1 : 0;
    case 'choice':
      if (column.settings.allowTextEntry !== true && !(column.settings.choices as string[]).includes(String(value))) {
        throw invalidRequest(
          `The seed for '${column.name}' gives '${String(value)}', which is not one of its choices.`,
        );
      }
      return String(value);
    default:
      return String(value);
  }
}

/** Puts columns that templates refer to before those templates. */
function inOrder(columns: ColumnDefinition[], templates: Record<string, SeedValue>): ColumnDefinition[] {
  const byName = new Map(columns.map((column) => [column.name, column]));
  const done = new Set<string>();
  const ordered: ColumnDefinition[] = [];
  const visit = (column: ColumnDefinition, above: string[]) => {
    if (done.has(column.name)) return;
    if (above.includes(column.name)) throw invalidRequest(`The seed for '${column.name}' refers to itself.`);
    const template = templates[column.name];
    for (const name of typeof template === 'string' ? columnsInTemplate(template) : []) {
      const needed = byName.get(name);
      if (!needed)
        throw invalidRequest(`The seed for '${column.name}' refers to '${name}', which the list does not have.`);
      visit(needed, [...above, column.name]);
    }
    done.add(column.name);
    ordered.push(column);
  };
  for (const column of columns) visit(column, []);
  return ordered;
}

/** Makes rows for a list: each column by its template, or by its type. */
export class RowMaker {
  readonly columns: ColumnDefinition[];
  readonly #ordered: ColumnDefinition[];
  readonly #fields: Record<string, SeedValue>;
  readonly #templates: Map<string, (row: TemplateRow) => string>;
  readonly #randoms: Map<string, Random>;
  readonly #count: number;
  readonly #now: Date;
  readonly #principal: number;

  constructor(options: {
    list: string;
    columns: readonly ColumnDefinition[];
    fields: Record<string, SeedValue>;
    count: number;
    now: Date;
    principal: number;
  }) {
    this.columns = options.columns.filter((column) => column.storage?.startsWith('c_'));
    const unknown = Object.keys(options.fields).find((name) => !this.columns.some((column) => column.name === name));
    if (unknown !== undefined) throw invalidRequest(`Field '${unknown}' is not recognized`);
    this.#fields = options.fields;
    this.#ordered = inOrder(this.columns, options.fields);
    this.#templates = new Map(
      Object.entries(options.fields).flatMap(([name, seed]) =>
        typeof seed === 'string' ? [[name, readTemplate(seed)] as const] : [],
      ),
    );
    this.#randoms = new Map(
      this.columns.map((column) => [column.name, randomSource(`${options.list}/${column.name}`)]),
    );
    this.#count = options.count;
    this.#now = options.now;
    this.#principal = options.principal;
  }

  /** Values by storage name; `n` counts from 1. `offset` lifts the number that templates see above rows already there. */
  make(n: number, offset: number): Map<string, StoredValue> {
    const byName = new Map<string, StoredValue>();
    const row: TemplateRow = { n: n + offset, value: (name) => byName.get(name) ?? null };
    for (const column of this.#ordered) byName.set(column.name, this.#value(column, row, n));
    return new Map(this.columns.map((column) => [column.storage as string, byName.get(column.name) ?? null]));
  }

  #value(column: ColumnDefinition, row: TemplateRow, n: number): StoredValue {
    const random = this.#randoms.get(column.name) as Random;
    const seed = this.#fields[column.name];
    if (seed === undefined)
      return byType(column, random, column.kind === 'text' ? row.n : n, this.#count, this.#now, this.#principal);
    const template = this.#templates.get(column.name);
    if (template) return toStored(column, template(row));
    if (Array.isArray(seed)) return toStored(column, pick(random, seed as readonly (string | number)[]));
    return toStored(column, seed as number | boolean | null);
  }
}
