import { invalidRequest } from '../failures.ts';

/** One entry of `$expand`, with its own options in brackets. */
export interface Expansion {
  name: string;
  select: string[] | null;
  expand: Expansion[];
}

export interface QueryOptions {
  select: string[] | null;
  expand: Expansion[];
  filter: string | null;
  orderBy: string | null;
  top: number | null;
  skipToken: string | null;
}

/** Graph takes its options with and without the dollar sign, in any case. */
export function option(url: URL, name: string): string | null {
  for (const [key, value] of url.searchParams) {
    if (key.toLowerCase().replace(/^\$/, '') === name.toLowerCase()) return value;
  }
  return null;
}

/** Splits at the separator where it stands outside brackets and quotes. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [];
  let depth = 0;
  let quoted = false;
  let current = '';
  for (const character of text) {
    if (character === "'") quoted = !quoted;
    if (!quoted && character === '(') depth += 1;
    if (!quoted && character === ')') depth -= 1;
    if (depth < 0) throw invalidRequest(`Syntax error: a bracket is closed that was never opened in '${text}'.`);
    if (!quoted && depth === 0 && character === separator) {
      parts.push(current);
      current = '';
    } else {
      current += character;
    }
  }
  if (depth !== 0 || quoted) throw invalidRequest(`Syntax error: an open bracket or quote in '${text}'.`);
  parts.push(current);
  return parts.map((part) => part.trim()).filter((part) => part !== '');
}

function readNames(text: string | null): string[] | null {
  if (text === null) return null;
  const names = splitOutside(text, ',');
  return names.length === 0 || names.includes('*') ? null : names;
}

function readExpansion(text: string): Expansion {
  const open = text.indexOf('(');
  if (open === -1) return { name: text, select: null, expand: [] };
  if (!text.endsWith(')')) throw invalidRequest(`Parsing OData Select and Expand failed: '${text}'.`);
  const expansion: Expansion = { name: text.slice(0, open).trim(), select: null, expand: [] };
  for (const part of splitOutside(text.slice(open + 1, -1), ';')) {
    const [key, value] = [part.slice(0, part.indexOf('=')), part.slice(part.indexOf('=') + 1)];
    const name = key.trim().toLowerCase().replace(/^\$/, '');
    if (name === 'select') expansion.select = readNames(value);
    else if (name === 'expand') expansion.expand = splitOutside(value, ',').map(readExpansion);
    else throw invalidRequest(`Parsing OData Select and Expand failed: unknown option '${key}'.`);
  }
  return expansion;
}

function readTop(text: string | null): number | null {
  if (text === null) return null;
  const top = Number(text);
  if (!Number.isInteger(top) || top < 1) throw invalidRequest(`Invalid value '${text}' for $top.`);
  return top;
}

const unsupported = ['search', 'skip', 'apply', 'compute'];

/** Reads the query options that SharePoint's part of Graph understands, and refuses those that it does not. */
export function readQueryOptions(url: URL): QueryOptions {
  const refused = unsupported.find((name) => option(url, name) !== null);
  if (refused !== undefined) throw invalidRequest(`Query option '$${refused}' is not supported.`);
  return {
    select: readNames(option(url, 'select')),
    expand: splitOutside(option(url, 'expand') ?? '', ',').map(readExpansion),
    filter: option(url, 'filter'),
    orderBy: option(url, 'orderby'),
    top: readTop(option(url, 'top')),
    skipToken: option(url, 'skiptoken'),
  };
}

export function expansionOf(options: Pick<QueryOptions, 'expand'>, name: string): Expansion | null {
  return options.expand.find((entry) => entry.name.toLowerCase() === name.toLowerCase()) ?? null;
}

/** Keeps the selected properties and everything that is about the answer itself (`@odata…`), plus what was expanded. */
export function project<T extends Record<string, unknown>>(
  whole: T,
  select: string[] | null,
  expanded: readonly string[] = [],
): Partial<T> {
  if (select === null) return whole;
  const wanted = new Set([...select, ...expanded].map((name) => name.toLowerCase()));
  return Object.fromEntries(
    Object.entries(whole).filter(([key]) => key.includes('@odata.') || wanted.has(key.toLowerCase())),
  ) as Partial<T>;
}
