import {
  makeStyles,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { memo, useEffect, useRef, useState } from 'react';
import type { BoardRow } from '../../../application/ports/board.ts';
import { useTab } from '../tab-context.tsx';
import { useNarrow } from '../use-narrow.ts';
import { IncidentCells, openerId } from './incident-cells.tsx';
import { useColumnStyles, wideColumns } from './list-columns.ts';
import { useRowWindow } from './use-row-window.ts';

const useStyles = makeStyles({
  frame: {
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  header: {
    position: 'sticky',
    top: 0,
    zIndex: 1,
    backgroundColor: tokens.colorNeutralBackground1,
    borderRadius: tokens.borderRadiusMedium,
  },
  body: { position: 'relative' },
  row: { position: 'absolute', left: 0, right: 0, top: 0, cursor: 'pointer' },
});

/** One row. While one scrolls, a row that stays in sight is not worked on again. */
const IncidentRow = memo(function IncidentRow(props: {
  row: BoardRow;
  index: number;
  /** Pixels from the top of the body. */
  offset: number;
  isNarrow: boolean;
  measure: (element: HTMLElement | null) => void;
  onOpen: (row: BoardRow) => void;
}) {
  const { row, index, offset, isNarrow, measure, onOpen } = props;
  const styles = useStyles();
  return (
    <TableRow
      ref={measure}
      data-index={index}
      aria-rowindex={index + 2}
      className={styles.row}
      style={{ transform: `translateY(${offset}px)` }}
      onClick={() => onOpen(row)}
    >
      <IncidentCells row={row} isNarrow={isNarrow} onOpen={onOpen} />
    </TableRow>
  );
});

/** The rows as a table of which only those in sight exist. Asks for the next page when its end comes into sight. */
export function IncidentTable(props: {
  rows: BoardRow[];
  label: string;
  /** Whether there is more than these rows. */
  hasMore: boolean;
  /** Row that takes the focus when the table appears. */
  returnTo: string | null;
  onOpen: (row: BoardRow) => void;
  onEndInSight: () => void;
}) {
  const { rows, label, hasMore, returnTo, onOpen, onEndInSight } = props;
  const { words } = useTab();
  const styles = useStyles();
  const columnStyles = useColumnStyles();
  const isNarrow = useNarrow();
  const body = useRef<HTMLDivElement>(null);
  const [focused, setFocused] = useState<number | null>(null);
  const virtualizer = useRowWindow(body, { count: rows.length, isNarrow, focused });
  const visible = virtualizer.getVirtualItems();

  const lastVisible = visible.filter(({ index }) => index !== focused).at(-1)?.index ?? 0;
  const endInSight = lastVisible >= rows.length - 10;
  const askForMore = useRef(onEndInSight);
  askForMore.current = onEndInSight;
  useEffect(() => {
    // Only once the person has scrolled: the first page is enough until then.
    if (endInSight && window.scrollY > 0) askForMore.current();
  }, [endInSight]);

  const latestOnOpen = useRef(onOpen);
  latestOnOpen.current = onOpen;
  const openLatest = useRef((row: BoardRow) => latestOnOpen.current(row));

  const returning = useRef(returnTo);
  useEffect(() => {
    const index = rows.findIndex((row) => row.itemId === returning.current);
    if (index < 0) return;
    const opener = document.getElementById(openerId(rows[index]?.itemId ?? ''));
    if (opener) {
      returning.current = null;
      opener.focus({ preventScroll: true });
      opener.scrollIntoView({ block: 'center' });
    } else virtualizer.scrollToIndex(index, { align: 'center' });
  });

  return (
    <Table
      noNativeElements
      aria-label={label}
      aria-rowcount={hasMore ? -1 : rows.length + 1}
      className={styles.frame}
      onFocus={({ target }) => {
        const row = (target as HTMLElement).closest<HTMLElement>('[data-index]');
        setFocused(row ? Number(row.dataset.index) : null);
      }}
      onBlur={() => setFocused(null)}
    >
      <TableHeader className={styles.header}>
        <TableRow aria-rowindex={1}>
          {isNarrow ? (
            <>
              <TableHeaderCell>{words.board.columns.reference}</TableHeaderCell>
              <TableHeaderCell>{words.board.columns.state}</TableHeaderCell>
            </>
          ) : (
            wideColumns.map((column) => (
              <TableHeaderCell key={column} className={columnStyles[column]}>
                {words.board.columns[column]}
              </TableHeaderCell>
            ))
          )}
        </TableRow>
      </TableHeader>
      <TableBody ref={body} className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
        {visible.map((item) => {
          const row = rows[item.index];
          if (!row) return null;
          return (
            <IncidentRow
              key={row.itemId}
              row={row}
              index={item.index}
              offset={item.start - virtualizer.options.scrollMargin}
              isNarrow={isNarrow}
              measure={virtualizer.measureElement}
              onOpen={openLatest.current}
            />
          );
        })}
      </TableBody>
    </Table>
  );
}
