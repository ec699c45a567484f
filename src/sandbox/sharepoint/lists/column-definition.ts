import { randomUUID } from 'node:crypto';
import { GraphFailure } from '../../http.ts';
import { invalidRequest } from '../failures.ts';
import { isObject } from '../routing.ts';

export type ColumnKind =
  | 'text'
  | 'note'
  | 'choice'
  | 'multiChoice'
  | 'dateTime'
  | 'number'
  | 'currency'
  | 'boolean'
  | 'person'
  | 'multiPerson'
  | 'lookup'
  | 'multiLookup'
  | 'hyperlink'
  | 'computed';

export interface ColumnDefinition {
  id: string;
  name: string;
  displayName: string;
  description: string;
  columnGroup: string;
  kind: ColumnKind;
  /** Name of the facet in Graph (`text`, `choice` …) and what it holds. */
  facet: string;
  settings: Record<string, unknown>;
  hidden: boolean;
  readOnly: boolean;
  required: boolean;
  indexed: boolean;
  enforceUniqueValues: boolean;
  defaultValue: string | null;
  /** JSON of the column's formatting, kept as it was given; REST alone reads and sets it. */
  customFormatter?: string;
  /** Forms that leave the column out. */
  leftOutOf?: ('display' | 'edit' | 'new')[];
  /** Column of the rows table; null when the value is made on reading. */
  storage: string | null;
}

/** Values of these kinds are written and read as `<name>LookupId` (facts 1.2). */
export function isLookupKind(kind: ColumnKind): boolean {
  return kind === 'person' || kind === 'multiPerson' || kind === 'lookup' || kind === 'multiLookup';
}

export function isMultiKind(kind: ColumnKind): boolean {
  return kind === 'multiChoice' || kind === 'multiPerson' || kind === 'multiLookup';
}

const indexableKinds: readonly ColumnKind[] = [
  'text',
  'choice',
  'dateTime',
  'number',
  'currency',
  'boolean',
  'person',
  'lookup',
];

export function requireIndexable(column: ColumnDefinition): void {
  if (!indexableKinds.includes(column.kind)) {
    throw invalidRequest(`Column '${column.name}' is of a type that cannot be indexed.`);
  }
}

const facets = [
  'text',
  'choice',
  'dateTime',
  'number',
  'currency',
  'boolean',
  'personOrGroup',
  'lookup',
  'hyperlinkOrPicture',
];
const facetsLeftOut = ['calculated', 'geolocation', 'term', 'thumbnail', 'contentApprovalStatus'];

function kindOf(facet: string, settings: Record<string, unknown>): ColumnKind {
  switch (facet) {
    case 'text':
      return settings.allowMultipleLines === true ? 'note' : 'text';
    case 'choice':
      return settings.displayAs === 'checkBoxes' ? 'multiChoice' : 'choice';
    case 'personOrGroup':
      return settings.allowMultipleSelection === true ? 'multiPerson' : 'person';
    case 'lookup':
      return settings.allowMultipleValues === true ? 'multiLookup' : 'lookup';
    case 'hyperlinkOrPicture':
      return 'hyperlink';
    default:
      return facet as ColumnKind;
  }
}

/** Facets as Graph answers them: with their defaults filled in. */
function completeSettings(facet: string, given: Record<string, unknown>): Record<string, unknown> {
  const defaults: Record<string, Record<string, unknown>> = {
    text: { allowMultipleLines: false, appendChangesToExistingText: false, linesForEditing: 0, maxLength: 255 },
    choice: { allowTextEntry: false, choices: [], displayAs: 'dropDownMenu' },
    dateTime: { displayAs: 'default', format: 'dateTime' },
    number: { decimalPlaces: 'automatic', displayAs: 'number' },
    currency: { locale: 'en-gb' },
    personOrGroup: { allowMultipleSelection: false, displayAs: 'nameWithPresence', chooseFromType: 'peopleAndGroups' },
    lookup: { allowMultipleValues: false, allowUnlimitedLength: false, columnName: 'Title' },
    hyperlinkOrPicture: { isPicture: false },
  };
  const settings = { ...defaults[facet], ...given };
  if (facet === 'text' && settings.allowMultipleLines === true) {
    delete settings.maxLength;
    settings.textType ??= 'plain';
  }
  return settings;
}

function checkSettings(facet: string, settings: Record<string, unknown>): void {
  if (facet === 'choice') {
    const choices = settings.choices;
    if (!Array.isArray(choices) || !choices.every((choice) => typeof choice === 'string')) {
      throw invalidRequest('A choice column needs a list of choices.');
    }
  }
  if (facet === 'text' && typeof settings.maxLength === 'number' && settings.maxLength > 255) {
    throw invalidRequest('The maximum length of a single line of text is 255 characters.');
  }
  if (facet === 'lookup' && typeof settings.listId !== 'string')
    throw invalidRequest('A lookup column needs a listId.');
}

function facetOf(body: Record<string, unknown>): { facet: string; given: Record<string, unknown> } {
  const beyond = facetsLeftOut.find((name) => isObject(body[name]));
  if (beyond !== undefined) {
    throw new GraphFailure(501, 'notSupported', `Columns of type '${beyond}' are not part of this stand-in.`);
  }
  const named = facets.filter((name) => isObject(body[name]));
  if (named.length > 1) throw invalidRequest('A column can be of one type only.');
  const facet = named[0] ?? 'text';
  return { facet, given: (body[facet] as Record<string, unknown> | undefined) ?? {} };
}

/** Reads a columnDefinition of a request. https://learn.microsoft.com/graph/api/resources/columndefinition */
export function readColumnDefinition(body: unknown): ColumnDefinition {
  if (!isObject(body)) throw invalidRequest('A column must be an object.');
  const name = body.name ?? body.displayName;
  if (typeof name !== 'string' || !/^[A-Za-z_][A-Za-z0-9_]{0,31}$/.test(name)) {
    throw invalidRequest('A column needs a name of letters, digits and underscores, 32 at most.');
  }
  const { facet, given } = facetOf(body);
  const settings = completeSettings(facet, given);
  checkSettings(facet, settings);
  const fallback = isObject(body.defaultValue) ? body.defaultValue.value : undefined;
  const column: ColumnDefinition = {
    id: randomUUID(),
    name,
    displayName: typeof body.displayName === 'string' ? body.displayName : name,
    description: typeof body.description === 'string' ? body.description : '',
    columnGroup: typeof body.columnGroup === 'string' ? body.columnGroup : 'Custom Columns',
    kind: kindOf(facet, settings),
    facet,
    settings,
    hidden: body.hidden === true,
    readOnly: body.readOnly === true,
    required: body.required === true,
    indexed: body.indexed === true || body.enforceUniqueValues === true,
    enforceUniqueValues: body.enforceUniqueValues === true,
    defaultValue: typeof fallback === 'string' ? fallback : null,
    storage: `c_${name}`,
  };
  if (column.indexed) requireIndexable(column);
  return column;
}

/** As Graph answers a column: without the facets that it leaves out (facts 1.1). */
export function columnShape(column: ColumnDefinition): Record<string, unknown> {
  return {
    columnGroup: column.columnGroup,
    description: column.description,
    displayName: column.displayName,
    enforceUniqueValues: column.enforceUniqueValues,
    hidden: column.hidden,
    id: column.id,
    indexed: column.indexed,
    name: column.name,
    readOnly: column.readOnly,
    required: column.required,
    ...(column.defaultValue === null ? {} : { defaultValue: { value: column.defaultValue } }),
    ...(column.kind === 'computed' || column.facet === 'hyperlinkOrPicture' ? {} : { [column.facet]: column.settings }),
  };
}
