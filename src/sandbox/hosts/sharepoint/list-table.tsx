import type { Column } from './column.ts';
import { ListCell } from './list-cell.tsx';
import type { Row } from './sharepoint-client.ts';

export interface Sorting {
  column: string;
  direction: 'asc' | 'desc';
}

interface ListTableProps {
  caption: string;
  columns: Column[];
  rows: Row[];
  sorting: Sorting | null;
  onSort(sorting: Sorting): void;
  onSave(row: Row, column: string, value: unknown): Promise<boolean>;
  onDownload(file: NonNullable<Row['driveItem']>): void;
}

/** Graph gives people of `fields` as numbers only; who wrote a row stands beside them by name. */
function readCell(row: Row, name: string): unknown {
  const writer = name === 'Author' ? row.createdBy : name === 'Editor' ? row.lastModifiedBy : undefined;
  if (writer) return writer.user?.displayName ?? writer.application?.displayName;
  return row.fields[name] ?? row.fields[`${name}LookupId`];
}

export function ListTable({ caption, columns, rows, sorting, onSort, onSave, onDownload }: ListTableProps) {
  const hasFiles = rows.some(({ driveItem }) => driveItem);
  return (
    // Wide tables scroll sideways, also by keyboard.
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a scrolling region must be reachable by keyboard
    <section className="table-scroll" aria-label={`Rows of ${caption}`} tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">Row</th>
            {hasFiles && <th scope="col">File</th>}
            {columns.map((column) => (
              <ColumnHead key={column.name} column={column} sorting={sorting} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.id}>
              <th scope="row">{row.id}</th>
              {hasFiles && (
                <td>
                  {row.driveItem?.file ? (
                    <FileButton file={row.driveItem} onDownload={onDownload} />
                  ) : (
                    (row.driveItem?.name ?? '')
                  )}
                </td>
              )}
              {columns.map((column) => (
                <ListCell
                  key={column.name}
                  column={column}
                  rowId={row.id}
                  value={readCell(row, column.name)}
                  save={(value) => onSave(row, column.name, value)}
                />
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

function FileButton({
  file,
  onDownload,
}: {
  file: NonNullable<Row['driveItem']>;
  onDownload: ListTableProps['onDownload'];
}) {
  return (
    <button type="button" onClick={() => onDownload(file)}>
      Download {file.name}
    </button>
  );
}

function ColumnHead({ column, sorting, onSort }: { column: Column } & Pick<ListTableProps, 'sorting' | 'onSort'>) {
  if (!column.indexed) return <th scope="col">{column.displayName}</th>;
  const direction = sorting?.column === column.name ? sorting.direction : null;
  const ariaSort = direction === null ? 'none' : direction === 'asc' ? 'ascending' : 'descending';
  return (
    <th scope="col" aria-sort={ariaSort}>
      <button
        type="button"
        onClick={() => onSort({ column: column.name, direction: direction === 'desc' ? 'asc' : 'desc' })}
      >
        {column.displayName}
        {direction === 'asc' && ' ▲'}
        {direction === 'desc' && ' ▼'}
      </button>
    </th>
  );
}
