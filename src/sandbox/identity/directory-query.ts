import { GraphFailure, type SandboxContext } from '../http.ts';
import type { Person } from './organisation.ts';
import { propertyOf } from './person-resource.ts';

type Test = (person: Person) => boolean;

const unsupported = (message: string) => new GraphFailure(400, 'Request_UnsupportedQuery', message);

const fold = (text: string) => text.normalize('NFD').replace(/\p{M}/gu, '').toLocaleLowerCase('cy');

const tokenPattern = /\s*(\(|\)|,|'(?:[^']|'')*'|[A-Za-z_][\w/]*)/y;

function tokens(filter: string): string[] {
  const found: string[] = [];
  tokenPattern.lastIndex = 0;
  while (tokenPattern.lastIndex < filter.trimEnd().length) {
    const token = tokenPattern.exec(filter)?.[1];
    if (token === undefined) throw new GraphFailure(400, 'BadRequest', `Invalid filter clause: ${filter}`);
    found.push(token);
  }
  return found;
}

/** Reads the part of OData's filter language that the directory understands. */
export function parseDirectoryFilter(filter: string): Test {
  const list = tokens(filter);
  let at = 0;
  const take = (expected?: string): string => {
    const token = list[at++];
    if (token === undefined || (expected !== undefined && token !== expected)) {
      throw new GraphFailure(400, 'BadRequest', `Invalid filter clause near '${token ?? 'the end'}'.`);
    }
    return token;
  };
  const literal = (): unknown => {
    const token = take();
    if (token.startsWith("'")) return token.slice(1, -1).replaceAll("''", "'");
    if (token === 'true' || token === 'false') return token === 'true';
    if (token === 'null') return null;
    throw new GraphFailure(400, 'BadRequest', `Invalid value '${token}' in the filter.`);
  };
  const equal = (a: unknown, b: unknown) =>
    typeof a === 'string' && typeof b === 'string' ? a.toLowerCase() === b.toLowerCase() : (a ?? null) === b;

  function term(): Test {
    const token = take();
    if (token === '(') {
      const inner = either();
      take(')');
      return inner;
    }
    if (token === 'not') {
      const inner = term();
      return (person) => !inner(person);
    }
    if (token === 'startswith' || token === 'startsWith') {
      take('(');
      const property = propertyOf(take());
      take(',');
      const start = fold(String(literal()));
      take(')');
      return (person) => fold(String(property(person) ?? '')).startsWith(start);
    }
    const property = propertyOf(token);
    const operator = take();
    if (operator === 'in') {
      take('(');
      const values = [literal()];
      while (list[at] === ',') {
        at += 1;
        values.push(literal());
      }
      take(')');
      return (person) => values.some((value) => equal(property(person), value));
    }
    if (operator !== 'eq' && operator !== 'ne') throw unsupported(`The operator '${operator}' is not supported.`);
    const value = literal();
    return (person) => equal(property(person), value) === (operator === 'eq');
  }
  function all(): Test {
    let test = term();
    while (list[at] === 'and') {
      at += 1;
      const [left, right] = [test, term()];
      test = (person) => left(person) && right(person);
    }
    return test;
  }
  function either(): Test {
    let test = all();
    while (list[at] === 'or') {
      at += 1;
      const [left, right] = [test, all()];
      test = (person) => left(person) || right(person);
    }
    return test;
  }
  const test = either();
  if (at < list.length) throw new GraphFailure(400, 'BadRequest', `Invalid filter clause near '${list[at]}'.`);
  return test;
}

const searchable = new Set(['displayName', 'mail', 'userPrincipalName', 'givenName', 'surname']);

/** Words are matched from their start, with accents and case set aside. */
function wordsStart(value: unknown, wanted: string): boolean {
  const words = fold(String(value ?? '')).split(/[\s@.\-/]+/);
  return fold(wanted)
    .split(/[\s@.\-/]+/)
    .filter(Boolean)
    .every((part) => words.some((word) => word.startsWith(part)));
}

/** `"displayName:ann" OR "mail:ann"`. https://learn.microsoft.com/graph/search-query-parameter#using-search-on-directory-object-collections */
export function parseDirectorySearch(search: string): Test {
  const clauses = search.split(/\s+OR\s+/).map((disjunct) =>
    disjunct.split(/\s+AND\s+/).map((clause) => {
      const match = /^"([A-Za-z]+):([^"]*)"$/.exec(clause.trim());
      if (!match?.[1] || match[2] === undefined || !searchable.has(match[1])) {
        throw unsupported(`Invalid $search clause ${clause}; it is written "property:text".`);
      }
      const property = propertyOf(match[1]);
      const wanted = match[2];
      return (person: Person) => wordsStart(property(person), wanted);
    }),
  );
  return (person) => clauses.some((all) => all.every((test) => test(person)));
}

/** What `/me/people` finds: any name or address that starts with the words. */
export function parsePeopleSearch(search: string): Test {
  const wanted = search.replace(/^"|"$/g, '');
  return (person) => wordsStart(person.displayName, wanted) || fold(person.userPrincipalName).startsWith(fold(wanted));
}

/** Advanced queries work on another index of the directory, and the caller has to say that it knows. */
export function requireEventual(c: SandboxContext, option: string): void {
  if ((c.req.header('consistencylevel') ?? '').toLowerCase() === 'eventual') return;
  throw unsupported(
    `Request with ${option} query parameter only works through MSGraph with a special request header: 'ConsistencyLevel: eventual'`,
  );
}

/** `$orderby` of people: by display name or user principal name, as the directory allows; else by display name. */
export function directoryOrder(c: SandboxContext): (a: Person, b: Person) => number {
  const [property = 'displayName', direction = 'asc', ...more] = (c.req.query('$orderby') ?? '')
    .trim()
    .split(/\s+/)
    .filter(Boolean);
  const value = propertyOf(property);
  if (!['displayName', 'userPrincipalName'].includes(property) || !/^(asc|desc)$/i.test(direction) || more.length > 0) {
    throw unsupported('Sorting not supported for current query.');
  }
  const sign = direction.toLowerCase() === 'desc' ? -1 : 1;
  return (a, b) => sign * fold(String(value(a))).localeCompare(fold(String(value(b))), 'cy');
}

/** The test that `$filter` and `$search` of this request make together. */
export function directoryTest(c: SandboxContext): Test {
  const filter = c.req.query('$filter');
  const search = c.req.query('$search');
  if (search !== undefined) requireEventual(c, '$search');
  const tests: Test[] = [];
  if (filter !== undefined) tests.push(parseDirectoryFilter(filter));
  if (search !== undefined) tests.push(parseDirectorySearch(search));
  return (person) => tests.every((test) => test(person));
}
