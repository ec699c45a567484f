import { GraphFailure } from '../../http.ts';
import { findPrincipal } from '../access/principals.ts';
import { invalidRequest } from '../failures.ts';
import { type ColumnDefinition, isLookupKind, isMultiKind } from '../lists/column-definition.ts';
import { findColumn, quoted } from '../lists/column-store.ts';
import { findList, type ListRecord, rowsTable } from '../lists/list-store.ts';
import { isObject } from '../routing.ts';
import type { SharePointServices } from '../services.ts';

/** A value as the rows table holds it. */
export type StoredValue = string | number | null;

/** SharePoint keeps whole seconds in UTC. */
export function normaliseDate(text: string): string | null {
  if (!/^\d{4}-\d{2}-\d{2}/.test(text)) return null;
  const instant = new Date(text.length === 10 ? `${text}T00:00:00Z` : text);
  return Number.isNaN(instant.getTime()) ? null : `${instant.toISOString().slice(0, 19)}Z`;
}

function wrongType(column: ColumnDefinition): GraphFailure {
  return invalidRequest(`The value given for field '${column.name}' is of the wrong type.`);
}

/** Characters in a multi-line column, as Microsoft publishes it for lists; a client that trusts in more is wrong to. */
const longestNote = 63_999;

function readText(column: ColumnDefinition, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column);
  const longest = column.kind === 'note' ? longestNote : Number(column.settings.maxLength ?? 255);
  if (value.length > longest) {
    throw invalidRequest(
      'Invalid text value.\n\nA text field contains invalid data. Please check the value and try again.',
    );
  }
  return value;
}

function readChoice(column: ColumnDefinition, value: unknown): string {
  if (typeof value !== 'string') throw wrongType(column);
  const choices = column.settings.choices as string[];
  if (column.settings.allowTextEntry !== true && !choices.includes(value)) {
    throw invalidRequest(`'${value}' is not one of the choices of field '${column.name}'.`);
  }
  return value;
}

function readNumber(column: ColumnDefinition, value: unknown): number {
  if (typeof value !== 'number' || !Number.isFinite(value)) throw wrongType(column);
  const { minimum, maximum } = column.settings;
  if ((typeof minimum === 'number' && value < minimum) || (typeof maximum === 'number' && value > maximum)) {
    throw invalidRequest(`The value of field '${column.name}' is outside its range.`);
  }
  return value;
}

function readDate(column: ColumnDefinition, value: unknown): string {
  const date = typeof value === 'string' ? normaliseDate(value) : null;
  if (date === null) throw wrongType(column);
  return date;
}

/** `LookupId` values go as strings; SharePoint answers a number with its most general failure (facts 1.2). */
function readLookupId(
  services: SharePointServices,
  list: ListRecord,
  column: ColumnDefinition,
  value: unknown,
): number {
  if (typeof value !== 'string' || !/^\d+$/.test(value)) {
    throw new GraphFailure(500, 'generalException', 'General exception while processing');
  }
  const id = Number(value);
  if (column.facet === 'personOrGroup') {
    if (!findPrincipal(services, list.site, id)) throw invalidRequest(`User ${id} is not known to this site.`);
    return id;
  }
  const target = findList(services, list.site, String(column.settings.listId));
  const found = target && services.tenant.db.prepare(`SELECT 1 FROM ${rowsTable(target.number)} WHERE id = ?`).get(id);
  if (!found) throw invalidRequest(`Item ${id} is not in the list that field '${column.name}' looks up.`);
  return id;
}

function readHyperlink(column: ColumnDefinition, value: unknown): string {
  if (!isObject(value) || typeof value.Url !== 'string') throw wrongType(column);
  return JSON.stringify({ Description: String(value.Description ?? value.Url), Url: value.Url });
}

function readSingle(
  services: SharePointServices,
  list: ListRecord,
  column: ColumnDefinition,
  value: unknown,
): StoredValue {
  switch (column.kind) {
    case 'text':
    case 'note':
      return readText(column, value);
    case 'choice':
    case 'multiChoice':
      return readChoice(column, value);
    case 'number':
    case 'currency':
      return readNumber(column, value);
    case 'dateTime':
      return readDate(column, value);
    case 'boolean':
      if (typeof value !== 'boolean') throw wrongType(column);
      return value ? 1 : 0;
    case 'person':
    case 'multiPerson':
    case 'lookup':
    case 'multiLookup':
      return readLookupId(services, list, column, value);
    case 'hyperlink':
      return readHyperlink(column, value);
    case 'computed':
      throw invalidRequest(`Field '${column.name}' is read-only`);
  }
}

/** A collection needs its type beside it (facts 1.2). */
function readCollection(
  services: SharePointServices,
  list: ListRecord,
  column: ColumnDefinition,
  value: unknown,
  annotation: unknown,
): StoredValue {
  const wanted =
    column.kind === 'multiChoice' ? ['Collection(Edm.String)'] : ['Collection(Edm.Int32)', 'Collection(Edm.String)'];
  if (typeof annotation !== 'string' || !wanted.includes(annotation.replace('#', ''))) {
    throw invalidRequest(
      'A value without a type name was found and no expected type is available. When the model is available, each value in the payload must have a type which can be either specified in the payload, explicitly by the caller or implicitly inferred from the parent value.',
    );
  }
  if (!Array.isArray(value)) throw wrongType(column);
  return JSON.stringify(
    value.map((entry) =>
      readSingle(
        services,
        list,
        column,
        typeof entry === 'number' && column.kind !== 'multiChoice' ? String(entry) : entry,
      ),
    ),
  );
}

function columnFor(columns: readonly ColumnDefinition[], key: string): ColumnDefinition {
  const direct = findColumn(columns, key);
  if (direct && direct.name.toLowerCase() === key.toLowerCase()) {
    if (direct.readOnly || direct.storage === null) throw invalidRequest(`Field '${direct.name}' is read-only`);
    if (isLookupKind(direct.kind))
      throw invalidRequest(`Field '${direct.name}' is written as '${direct.name}LookupId'.`);
    return direct;
  }
  const lookup = key.endsWith('LookupId') ? findColumn(columns, key.slice(0, -'LookupId'.length)) : null;
  if (!lookup || !isLookupKind(lookup.kind)) throw invalidRequest(`Field '${key}' is not recognized`);
  if (lookup.readOnly) throw invalidRequest(`Field '${lookup.name}' is read-only`);
  return lookup;
}

/** Turns `fields` of a request into values for the rows table, refusing whatever SharePoint refuses. */
export function readFields(
  services: SharePointServices,
  list: ListRecord,
  columns: readonly ColumnDefinition[],
  fields: Record<string, unknown>,
): Map<string, StoredValue> {
  const values = new Map<string, StoredValue>();
  for (const [key, value] of Object.entries(fields)) {
    if (key.includes('@odata.')) continue;
    const column = columnFor(columns, key);
    const storage = column.storage as string;
    if (value === null || value === '') values.set(storage, null);
    else if (isMultiKind(column.kind))
      values.set(storage, readCollection(services, list, column, value, fields[`${key}@odata.type`]));
    else values.set(storage, readSingle(services, list, column, value));
  }
  return values;
}

/** 409 in SharePoint's words when a value is already there in a column that enforces unique ones. */
export function requireUnique(
  services: SharePointServices,
  list: ListRecord,
  columns: readonly ColumnDefinition[],
  values: Map<string, StoredValue>,
  itemId: number | null,
): void {
  for (const column of columns) {
    const value = column.storage === null ? undefined : values.get(column.storage);
    if (!column.enforceUniqueValues || column.storage === null || value === undefined || value === null) continue;
    const other = services.tenant.db
      .prepare(`SELECT id FROM ${rowsTable(list.number)} WHERE ${quoted(column.storage)} = ? AND id IS NOT ?`)
      .get(value, itemId);
    if (other) {
      throw new GraphFailure(
        409,
        'nameAlreadyExists',
        `The list item could not be added or updated because duplicate values were found in the following field(s) in the list: [${column.displayName}].`,
      );
    }
  }
}
