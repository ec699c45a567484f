import { invalidRequest } from '../failures.ts';
import { normaliseDate, type StoredValue } from '../items/field-values.ts';
import { type ColumnDefinition, isLookupKind } from '../lists/column-definition.ts';
import { findColumn, quoted } from '../lists/column-store.ts';
import type { Comparator, FilterNode, Literal } from './filter-syntax.ts';

export interface SqlCondition {
  sql: string;
  values: StoredValue[];
}

/** The column that `fields/Name` or `fields/NameLookupId` stands for. */
export function columnOfPath(columns: readonly ColumnDefinition[], path: string): ColumnDefinition {
  const name = /^fields\/([A-Za-z_][A-Za-z0-9_]*)$/.exec(path)?.[1];
  if (name === undefined) throw invalidRequest(`Invalid filter clause: '${path}' cannot be used in filter or orderby.`);
  const direct = columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  const column = direct ?? (name.endsWith('LookupId') ? findColumn(columns, name.slice(0, -'LookupId'.length)) : null);
  if (!column || column.storage === null) throw invalidRequest(`Field '${name}' is not recognized`);
  return column;
}

/** Refuses a column without an index, in the words everybody knows (facts 1.3). */
export function requireIndexed(column: ColumnDefinition, path: string, mayFailRandomly: boolean): void {
  if (column.indexed || mayFailRandomly) return;
  throw invalidRequest(
    `Field '${path.replace(/^fields\//, '')}' cannot be referenced in filter or orderby as it is not indexed. Provide the 'Prefer: HonorNonIndexedQueriesWarningMayFailRandomly' header to allow this, but be warned that such queries may fail on large lists.`,
  );
}

function toStored(column: ColumnDefinition, value: Literal): StoredValue {
  if (value === null) return null;
  const wrong = () =>
    invalidRequest(`Invalid filter clause: the value compared with '${column.name}' is of the wrong type.`);
  switch (column.kind) {
    case 'dateTime': {
      const date = typeof value === 'string' ? normaliseDate(value) : null;
      if (date === null) throw wrong();
      return date;
    }
    case 'number':
    case 'currency':
    case 'person':
    case 'lookup': {
      const number = typeof value === 'boolean' ? Number.NaN : Number(value);
      if (Number.isNaN(number)) throw wrong();
      return number;
    }
    case 'boolean':
      if (typeof value === 'boolean') return value ? 1 : 0;
      if (value === 0 || value === 1) return value;
      throw wrong();
    default:
      if (typeof value !== 'string') throw wrong();
      return value;
  }
}

const operators: Record<Exclude<Comparator, 'startswith' | 'eq' | 'ne'>, string> = {
  lt: '<',
  le: '<=',
  gt: '>',
  ge: '>=',
};

/** Last text that starts with these letters, for a range that an index can answer. */
const afterAll = '\u{10FFFF}';

function compare(column: ColumnDefinition, comparator: Comparator, value: Literal): SqlCondition {
  const name = quoted(column.storage as string);
  if (comparator === 'startswith') {
    if (column.kind !== 'text' && column.kind !== 'choice' && column.kind !== 'note') {
      throw invalidRequest(`Invalid filter clause: startswith needs a text field, '${column.name}' is none.`);
    }
    const prefix = String(value);
    return { sql: `(${name} >= ? AND ${name} < ?)`, values: [prefix, prefix + afterAll] };
  }
  const stored = toStored(column, value);
  if (comparator === 'eq')
    return stored === null ? { sql: `${name} IS NULL`, values: [] } : { sql: `${name} = ?`, values: [stored] };
  // As in SharePoint's own query language, an empty field is unlike every value.
  if (comparator === 'ne')
    return stored === null ? { sql: `${name} IS NOT NULL`, values: [] } : { sql: `${name} IS NOT ?`, values: [stored] };
  if (stored === null) throw invalidRequest('Invalid filter clause: null can only be compared with eq and ne.');
  return { sql: `${name} ${operators[comparator]} ?`, values: [stored] };
}

/** Turns a filter into SQL over the rows table. */
export function filterSql(node: FilterNode, columns: readonly ColumnDefinition[]): SqlCondition {
  if (node.kind === 'compare') {
    const column = columnOfPath(columns, node.field);
    if (isLookupKind(column.kind) && !node.field.endsWith('LookupId')) {
      throw invalidRequest(`Field '${column.name}' is filtered as '${column.name}LookupId'.`);
    }
    return compare(column, node.comparator, node.value);
  }
  if (node.kind === 'not') {
    const inner = filterSql(node.inner, columns);
    return { sql: `(${inner.sql}) IS NOT TRUE`, values: inner.values };
  }
  const left = filterSql(node.left, columns);
  const right = filterSql(node.right, columns);
  return { sql: `(${left.sql} ${node.kind.toUpperCase()} ${right.sql})`, values: [...left.values, ...right.values] };
}
