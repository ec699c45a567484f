import { useCallback, useEffect, useState } from 'react';
import { HostRequestError } from '../shared/host-session.ts';
import { type Column, type FilterChoice, filterExpression, shownColumns } from './column.ts';
import { FilterForm } from './filter-form.tsx';
import { ListTable, type Sorting } from './list-table.tsx';
import {
  downloadFile,
  loadColumns,
  loadRow,
  loadRows,
  type Page,
  type Row,
  type Site,
  type SiteList,
  saveCell,
} from './sharepoint-client.ts';

function explain(error: unknown): string {
  if (error instanceof HostRequestError) return `${error.message} (${error.status} ${error.code})`;
  return error instanceof Error ? error.message : String(error);
}

/** One list: its rows a page at a time, sorted and filtered by what has an index. */
export function ListView({ persona, site, list }: { persona: string; site: Site; list: SiteList }) {
  const [columns, setColumns] = useState<Column[]>([]);
  const [page, setPage] = useState<Page | null>(null);
  const [before, setBefore] = useState<Page[]>([]);
  const [sorting, setSorting] = useState<Sorting | null>(null);
  const [filter, setFilter] = useState<FilterChoice | null>(null);
  const [trouble, setTrouble] = useState('');

  const attempt = useCallback(async (work: () => Promise<void>) => {
    try {
      setTrouble('');
      await work();
    } catch (error) {
      setTrouble(explain(error));
    }
  }, []);

  useEffect(() => {
    let isOver = false;
    void attempt(async () => {
      const found = shownColumns(await loadColumns(persona, site, list));
      const rows = await loadRows(persona, site, list, {
        orderBy: sorting && `fields/${sorting.column} ${sorting.direction}`,
        filter: filter && filterExpression(filter, found),
      });
      if (isOver) return;
      setColumns(found);
      setPage(rows);
      setBefore([]);
    });
    return () => {
      isOver = true;
    };
  }, [persona, site, list, sorting, filter, attempt]);

  const replace = (row: Row) =>
    setPage(
      (shown) =>
        shown && {
          ...shown,
          rows: shown.rows.map((entry) => (entry.id === row.id ? { ...row, driveItem: entry.driveItem } : entry)),
        },
    );

  /** True when the value is stored. A row that was changed meanwhile is shown as it is now. */
  const save = async (row: Row, column: string, value: unknown): Promise<boolean> => {
    try {
      setTrouble('');
      replace(await saveCell(persona, site, list, row, { [column]: value }));
      return true;
    } catch (error) {
      setTrouble(explain(error));
      if (error instanceof HostRequestError && error.status === 412) {
        await loadRow(persona, site, list, row.id).then(replace, (again: unknown) => setTrouble(explain(again)));
      }
      return false;
    }
  };

  return (
    <section aria-labelledby="list-title">
      <h2 id="list-title">{list.displayName}</h2>
      <FilterForm columns={columns.filter(({ indexed }) => indexed)} onChange={setFilter} />
      <p role="alert" className="error">
        {trouble}
      </p>
      <ListTable
        caption={list.displayName}
        columns={columns}
        rows={page?.rows ?? []}
        sorting={sorting}
        onSort={setSorting}
        onSave={save}
        onDownload={(file) => void attempt(() => downloadFile(persona, file))}
      />
      {page?.rows.length === 0 && <p>No rows that you may read.</p>}
      {page === null && !trouble && <p>Loading…</p>}
      <div className="paging">
        <button
          type="button"
          disabled={before.length === 0}
          onClick={() => {
            setPage(before.at(-1) ?? page);
            setBefore(before.slice(0, -1));
          }}
        >
          Previous page
        </button>
        <button
          type="button"
          disabled={!page?.next}
          onClick={() =>
            void attempt(async () => {
              if (!page?.next) return;
              const next = await loadRows(persona, site, list, { next: page.next });
              setBefore([...before, page]);
              setPage(next);
            })
          }
        >
          Next page
        </button>
      </div>
    </section>
  );
}
