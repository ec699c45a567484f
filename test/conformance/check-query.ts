import { propertyAt } from './check-value.ts';
import type { Definitions, EndpointDefinition } from './definitions/definition.ts';
import { propertiesOf } from './definitions.ts';
import type { Report } from './finding.ts';

/** Options that come with a link Graph itself gave, never from a client. https://learn.microsoft.com/graph/paging */
const ofLinks = new Set(['$skiptoken', '$deltatoken']);
const systemOptions = [
  'select',
  'expand',
  'filter',
  'orderby',
  'top',
  'skip',
  'count',
  'search',
  'format',
  'skiptoken',
  'deltatoken',
];

/** Graph takes its options with or without the dollar sign. https://learn.microsoft.com/graph/query-parameters */
export function optionName(name: string): string {
  const bare = name.replace(/^\$/, '').toLowerCase();
  return systemOptions.includes(bare) ? `$${bare}` : name;
}

/** Splits at commas (or semicolons) that stand in no brackets and no quotes. */
export function splitOutside(text: string, separator: string): string[] {
  const parts: string[] = [''];
  let depth = 0;
  let quoted = false;
  for (const letter of text) {
    if (letter === "'") quoted = !quoted;
    if (!quoted && letter === '(') depth += 1;
    if (!quoted && letter === ')') depth -= 1;
    if (letter === separator && depth === 0 && !quoted) parts.push('');
    else parts[parts.length - 1] += letter;
  }
  return parts.map((part) => part.trim()).filter(Boolean);
}

/** The type that a list holds, or the answer itself. */
export function itemTypeOf(definitions: Definitions, answer: string | undefined): string | null {
  if (!answer || !definitions.types[answer]) return null;
  const value = propertiesOf(definitions, answer).value;
  return value?.endsWith('[]') ? value.slice(0, -2) : answer;
}

interface Place {
  definitions: Definitions;
  type: string;
  report: Report;
}

function checkNames(place: Place, names: string[], option: string): void {
  for (const name of names) {
    if (name === '*') continue;
    if (propertyAt(place.definitions, place.type, name.split('/')) === null) {
      place.report({ kind: 'name', what: `${option} ${name}`, why: `${place.type} has no property ${name}` });
    }
  }
}

function checkExpand(place: Place, value: string): void {
  for (const part of splitOutside(value, ',')) {
    const [, name = '', inner] = /^([\w/.]+)(?:\((.*)\))?$/s.exec(part) ?? [];
    const kind = propertyAt(place.definitions, place.type, name.split('/'));
    if (!name || kind === null) {
      place.report({ kind: 'name', what: `$expand ${part}`, why: `${place.type} has no property ${name}` });
      continue;
    }
    const type = kind.replaceAll('[]', '');
    if (inner === undefined || !place.definitions.types[type]) continue;
    const options = splitOutside(inner, ';').map((each) => each.split(/=(.*)/s) as [string, string]);
    for (const [option, given = ''] of options) checkOption({ ...place, type }, optionName(option), given);
  }
}

const words = new Set([
  ...['eq', 'ne', 'gt', 'ge', 'lt', 'le', 'and', 'or', 'not', 'in', 'true', 'false', 'null', 'any', 'all'],
  ...['startswith', 'startsWith', 'endswith', 'endsWith', 'contains', 'asc', 'desc'],
]);

function checkFilter(place: Place, value: string, option: string): void {
  const bare = value.replace(/'(?:[^']|'')*'/g, "''").replace(/\d{4}-\d\d-\d\dT[\d:.]+Z?/g, '');
  // In `categories/any(c:c eq '')` the letter stands for a member of the collection before it.
  const lambdas = new Map(
    [...bare.matchAll(/([\w/]+)\/(?:any|all)\(\s*(\w+)\s*:/gi)].map(([, of = '', name = '']) => [name, of]),
  );
  const names = [...bare.matchAll(/[A-Za-z_][\w/]*/g)].map(([name]) => name.replace(/\/(any|all)$/i, ''));
  const properties = names
    .filter((name) => !words.has(name))
    .map((name) => name.replace(/^\w+/, (first) => lambdas.get(first) ?? first));
  checkNames(place, properties, option);
}

function checkOption(place: Place, option: string, value: string): void {
  switch (option) {
    case '$select':
      checkNames(place, splitOutside(value, ','), option);
      return;
    case '$expand':
      checkExpand(place, value);
      return;
    case '$filter':
    case '$orderby':
      checkFilter(place, value, option);
      return;
    case '$top':
    case '$skip':
      if (!/^\d+$/.test(value)) place.report({ kind: 'query', what: option, why: `must be a number and is ${value}` });
      return;
    case '$count':
      if (!/^(true|false)$/.test(value)) place.report({ kind: 'query', what: option, why: `must be true or false` });
  }
}

/** Holds the query against what the endpoint takes, and the names in it against the type that is answered. */
export function checkQuery(
  definitions: Definitions,
  endpoint: EndpointDefinition,
  query: URLSearchParams,
  report: Report,
): void {
  const type = itemTypeOf(definitions, endpoint.answer);
  const isList = type !== null && type !== endpoint.answer;
  for (const [given, value] of query) {
    const option = optionName(given);
    if (endpoint.query.includes('*') || (ofLinks.has(option) && isList)) continue;
    if (!endpoint.query.includes(option)) {
      report({
        kind: 'query',
        what: option,
        why: `${endpoint.method} ${endpoint.path} takes ${endpoint.query.join(', ') || 'none'}`,
      });
    } else if (type) {
      checkOption({ definitions, type, report }, option, value);
    }
  }
}
