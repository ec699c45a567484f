import type { Definitions, Kind } from './definitions/definition.ts';
import { propertiesOf, typeOf, typesInPlaceOf } from './definitions.ts';

/** Told of each thing that is wrong: where, and what. */
export type Tell = (where: string, why: string) => void;

/** Types whose members are the columns of a list, or whatever an app put there. */
const openTypes = new Set(['FieldValueSet', 'ColumnValues', 'Json']);

const date = /^\d{4}-\d\d-\d\dT\d\d:\d\d(:\d\d(\.\d+)?)?(Z|[+-]\d\d:\d\d)$/;

const checks: Record<string, (value: unknown) => boolean> = {
  string: (value) => typeof value === 'string',
  number: (value) => typeof value === 'number',
  boolean: (value) => typeof value === 'boolean',
  date: (value) => typeof value === 'string' && date.test(value),
  dateOnly: (value) => typeof value === 'string' && /^\d{4}-\d\d-\d\d$/.test(value),
  timeOnly: (value) => typeof value === 'string' && /^\d\d:\d\d:\d\d/.test(value),
  duration: (value) => typeof value === 'string' && /^-?P/.test(value),
  guid: (value) => typeof value === 'string' && /^[0-9a-f-]{36}$/i.test(value),
  // A recording keeps the beginning of what is long.
  bytes: (value) => typeof value === 'string' && /^[A-Za-z0-9+/=_-]*(‹\d+ characters›)?$/.test(value),
  any: () => true,
};

/** Holds a JSON value against a kind of the definitions. */
export function checkValue(definitions: Definitions, kind: Kind, value: unknown, where: string, tell: Tell): void {
  if (value === null || value === undefined) return;
  if (kind.startsWith('unread:')) {
    tell(where, `is a ${kind.slice('unread:'.length)}, which the definitions were not read for`);
    return;
  }
  if (kind.endsWith('[]')) {
    const item = kind.slice(0, -2);
    if (!Array.isArray(value)) tell(where, `must be a list of ${item}`);
    else for (const each of value) checkValue(definitions, item, each, `${where}[]`, tell);
    return;
  }
  const check = checks[kind];
  if (kind.startsWith('enum:')) checkEnum(definitions, kind.slice('enum:'.length), value, where, tell);
  else if (!check) checkObject(definitions, kind, value, where, tell);
  else if (!check(value)) tell(where, `must be a ${kind} and is ${JSON.stringify(value).slice(0, 60)}`);
}

function checkEnum(definitions: Definitions, name: string, value: unknown, where: string, tell: Tell): void {
  const allowed = definitions.enums[name] ?? [];
  if (typeof value !== 'string' || !allowed.includes(value)) {
    tell(where, `is ${JSON.stringify(value)}, and ${name} has ${allowed.join(', ')}`);
  }
}

/** The type that an `@odata.type` names, where it may stand here. */
function namedType(definitions: Definitions, declared: string, tag: unknown): string | null {
  if (tag === undefined) return declared;
  const name = String(tag).replace(/^#?/, '#');
  const derived = typeOf(definitions, declared).derived?.[name];
  const own = `#microsoft.graph.${declared.slice(0, 1).toLowerCase()}${declared.slice(1)}`;
  return derived ?? (name === own ? declared : null);
}

function checkObject(definitions: Definitions, declared: string, value: unknown, where: string, tell: Tell): void {
  if (typeof value !== 'object' || Array.isArray(value)) {
    tell(where, `must be an object (${declared})`);
    return;
  }
  const record = value as Record<string, unknown>;
  const name = namedType(definitions, declared, record['@odata.type']);
  if (!name) tell(where, `is a ${record['@odata.type']}, which cannot stand for ${declared}`);
  else if (openTypes.has(name)) checkColumns(record, where, tell);
  else checkMembers(definitions, name, record, where, tell);
}

function checkMembers(
  definitions: Definitions,
  name: string,
  record: Record<string, unknown>,
  where: string,
  tell: Tell,
): void {
  const properties = propertiesOf(definitions, name);
  for (const [key, member] of Object.entries(record)) {
    if (isAnnotation(key, properties)) continue;
    const kind = properties[key];
    const path = where ? `${where}.${key}` : key;
    if (kind === undefined) tell(path, `${name} has no such property`);
    else checkValue(definitions, kind, member, path, tell);
  }
}

/** `@odata.type`, `@microsoft.graph.downloadUrl`, and `user@odata.bind` of a property that is there. */
function isAnnotation(key: string, properties: Record<string, Kind>): boolean {
  if (/^@(odata|microsoft\.graph)\.\w+(\.\w+)?$/.test(key)) return true;
  const [, property = ''] = /^(\w+)@odata\.\w+$/.exec(key) ?? [];
  return property in properties;
}

/** Columns of a list: simple values; a list of them only with its type beside it (facts 1.2). */
function checkColumns(record: Record<string, unknown>, where: string, tell: Tell): void {
  for (const [key, member] of Object.entries(record)) {
    const path = `${where}.${key}`;
    if (Array.isArray(member) && where.startsWith('sent') && !(`${key}@odata.type` in record)) {
      tell(path, 'is a list without its type beside it');
    }
    if (/LookupId$/.test(key) && typeof member === 'number' && where.startsWith('sent')) {
      tell(path, 'must be sent as a string');
    }
  }
}

/** Kind of the property a path like `from/emailAddress` leads to, in the type or one that may stand in its place; null where there is none. */
export function propertyAt(definitions: Definitions, type: string, path: string[]): Kind | null {
  const [first, ...rest] = path;
  if (first === undefined) return type;
  const bare = type.replaceAll('[]', '');
  if (openTypes.has(bare)) return 'any';
  if (!definitions.types[bare]) return null;
  for (const name of typesInPlaceOf(definitions, bare)) {
    const kind = propertiesOf(definitions, name)[first];
    if (kind !== undefined) return rest.length === 0 ? kind : propertyAt(definitions, kind, rest);
  }
  return null;
}
