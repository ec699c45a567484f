import { findPrincipal } from '../access/principals.ts';
import { type ColumnDefinition, isLookupKind, isMultiKind } from '../lists/column-definition.ts';
import { findColumn, quoted } from '../lists/column-store.ts';
import { findList, type ListRecord, rowsTable } from '../lists/list-store.ts';
import type { SharePointServices } from '../services.ts';
import { itemEtag } from './item-etag.ts';
import type { ItemRow } from './item-store.ts';

/** A column to answer, as its value or as the id it looks up. */
export interface WantedField {
  column: ColumnDefinition;
  asLookupId: boolean;
}

/** Past twelve lookup-type columns, SharePoint leaves the later ones out of a read of many rows (facts 1.2). */
const mostLookups = 12;

/**
 * The fields to answer. Without a selection, every column that is not hidden; a hidden one has to be named.
 * Unknown names are left out, as Graph does.
 */
export function wantedFields(
  columns: readonly ColumnDefinition[],
  select: string[] | null,
  many: boolean,
): WantedField[] {
  const all =
    select === null
      ? columns.filter((column) => !column.hidden).map((column) => ({ column, asLookupId: isLookupKind(column.kind) }))
      : select.flatMap((name) => wantedField(columns, name));
  if (!many) return all;
  let lookups = 0;
  return all.filter(({ column }) => !isLookupKind(column.kind) || ++lookups <= mostLookups);
}

function wantedField(columns: readonly ColumnDefinition[], name: string): WantedField[] {
  const direct = columns.find((column) => column.name.toLowerCase() === name.toLowerCase());
  if (direct) return [{ column: direct, asLookupId: false }];
  const lookup = name.endsWith('LookupId') ? findColumn(columns, name.slice(0, -'LookupId'.length)) : null;
  return lookup && isLookupKind(lookup.kind) ? [{ column: lookup, asLookupId: true }] : [];
}

function lookupTitle(services: SharePointServices, list: ListRecord, column: ColumnDefinition, id: number): unknown {
  if (column.facet === 'personOrGroup') return findPrincipal(services, list.site, id)?.title ?? null;
  const target = findList(services, list.site, String(column.settings.listId));
  if (!target) return null;
  const storage = column.settings.columnName === 'ID' ? 'id' : `c_${String(column.settings.columnName)}`;
  const row = services.tenant.db
    .prepare(`SELECT ${quoted(storage)} AS value FROM ${rowsTable(target.number)} WHERE id = ?`)
    .get(id) as { value: unknown } | undefined;
  return row?.value ?? null;
}

function readValue(services: SharePointServices, list: ListRecord, row: ItemRow, wanted: WantedField): unknown {
  const { column, asLookupId } = wanted;
  const stored = row[column.storage ?? ''];
  if (stored === null || stored === undefined) return null;
  if (isMultiKind(column.kind)) {
    const entries = JSON.parse(String(stored)) as (string | number)[];
    if (column.kind === 'multiChoice') return entries;
    return entries.map((id) => ({
      LookupId: Number(id),
      LookupValue: lookupTitle(services, list, column, Number(id)),
    }));
  }
  if (isLookupKind(column.kind))
    return asLookupId ? String(stored) : lookupTitle(services, list, column, Number(stored));
  if (column.kind === 'boolean') return stored === 1;
  if (column.kind === 'hyperlink') return JSON.parse(String(stored));
  if (column.storage === 'id') return String(stored);
  return stored;
}

function computedValue(list: ListRecord, row: ItemRow, name: string): unknown {
  switch (name) {
    case 'ContentType':
      return contentTypeOf(list, row).name;
    case 'LinkTitle':
    case 'LinkTitleNoMenu':
      return row.c_Title ?? null;
    case 'LinkFilename':
    case 'LinkFilenameNoMenu':
      return row.c_FileLeafRef ?? null;
    case '_UIVersionString':
      return `${row.version}.0`;
    case 'Attachments':
      return false;
    case 'ItemChildCount':
    case 'FolderChildCount':
      return '0';
    case 'GUID':
      return row.guid;
    case 'owshiddenversion':
      return row.version;
    case 'DocIcon':
      return (
        String(row.c_FileLeafRef ?? '')
          .split('.')
          .slice(1)
          .at(-1) ?? null
      );
    default:
      return name === 'CheckoutUser' || name === 'FileSizeDisplay' ? null : '';
  }
}

/** Content types a row can have: the id carries the list's, as SharePoint makes a copy for each list. */
export function contentTypeOf(
  list: ListRecord,
  row: Pick<ItemRow, 'guid'> & { c_FSObjType?: unknown },
): { id: string; name: string } {
  const own = list.id.replaceAll('-', '').toUpperCase();
  if (list.template !== 'documentLibrary') return { id: `0x0100${own}`, name: 'Item' };
  return row.c_FSObjType === 1 ? { id: `0x0120${own}`, name: 'Folder' } : { id: `0x010100${own}`, name: 'Document' };
}

/** The fieldValueSet of a row. Empty values are left out. */
export function fieldsShape(
  services: SharePointServices,
  list: ListRecord,
  row: ItemRow,
  fields: readonly WantedField[],
  isSelection: boolean,
): Record<string, unknown> {
  const shape: Record<string, unknown> = { '@odata.etag': itemEtag(row) };
  for (const wanted of fields) {
    const { column } = wanted;
    const value =
      column.storage === null ? computedValue(list, row, column.name) : readValue(services, list, row, wanted);
    if (value === null || value === undefined) continue;
    const name = column.storage === 'id' ? 'id' : column.name;
    shape[wanted.asLookupId ? `${column.name}LookupId` : name] = value;
  }
  if (isSelection) return shape;
  return { ...shape, id: String(row.id) };
}
