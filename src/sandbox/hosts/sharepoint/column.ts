/** A column as Graph describes it: exactly one of the facets is there. */
export interface Column {
  name: string;
  displayName: string;
  hidden: boolean;
  readOnly: boolean;
  indexed: boolean;
  text?: { allowMultipleLines?: boolean };
  choice?: { choices: string[]; displayAs?: string };
  dateTime?: object;
  number?: object;
  currency?: object;
  boolean?: object;
}

export type EditorKind = 'line' | 'lines' | 'choice' | 'number' | 'dateTime' | 'yesNo';

/** How a cell of this column is edited; null when this page cannot (people, lookups, columns SharePoint sets itself). */
export function editorOf(column: Column): EditorKind | null {
  if (column.readOnly) return null;
  if (column.text) return column.text.allowMultipleLines ? 'lines' : 'line';
  if (column.choice) return column.choice.displayAs === 'checkBoxes' ? null : 'choice';
  if (column.number || column.currency) return 'number';
  if (column.dateTime) return 'dateTime';
  return column.boolean ? 'yesNo' : null;
}

/** Of the columns that SharePoint keeps itself, those that its own pages show; after the list's own. */
const kept = ['Created', 'Author', 'Modified', 'Editor'];

export function shownColumns(columns: Column[]): Column[] {
  const shown = columns.filter(({ hidden }) => !hidden);
  const own = shown.filter(({ name, readOnly }) => !readOnly && name !== 'Attachments' && name !== 'ContentType');
  return [...own, ...kept.flatMap((wanted) => shown.filter(({ name }) => name === wanted))];
}

export function showValue(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (Array.isArray(value)) return value.map(showValue).join('; ');
  if (typeof value === 'boolean') return value ? 'Yes' : 'No';
  if (typeof value === 'object') {
    const { LookupValue } = value as { LookupValue?: unknown };
    return LookupValue === undefined ? JSON.stringify(value) : showValue(LookupValue);
  }
  return String(value);
}

/** What is sent for a cell; an emptied cell is null. Throws when the text is no value of the column's kind. */
export function readValue(kind: EditorKind, text: string): unknown {
  if (text === '') return null;
  if (kind === 'number') {
    const value = Number(text);
    if (Number.isNaN(value)) throw new Error('This must be a number.');
    return value;
  }
  if (kind === 'dateTime') {
    const at = new Date(text);
    if (Number.isNaN(at.getTime())) throw new Error('This must be a date and time.');
    return at.toISOString();
  }
  return kind === 'yesNo' ? text === 'Yes' : text;
}

export interface FilterChoice {
  column: string;
  operator: 'eq' | 'startswith' | 'ge' | 'le';
  value: string;
}

/** The `$filter` for it: text is quoted, numbers are not. */
export function filterExpression({ column, operator, value }: FilterChoice, columns: Column[]): string {
  const definition = columns.find(({ name }) => name === column);
  const isNumber = definition?.number !== undefined || definition?.currency !== undefined;
  const literal = isNumber ? value : `'${value.replaceAll("'", "''")}'`;
  if (operator === 'startswith') return `startswith(fields/${column},${literal})`;
  return `fields/${column} ${operator} ${literal}`;
}
