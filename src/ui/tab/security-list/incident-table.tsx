import {
  makeStyles,
  Table,
  TableBody,
  TableHeader,
  TableHeaderCell,
  TableRow,
  tokens,
} from '@fluentui/react-components';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useEffect, useRef } from 'react';
import type { BoardRow } from '../../../application/ports/board.ts';
import { useTab } from '../tab-context.tsx';
import { useNarrow } from '../use-narrow.ts';
import { IncidentCells } from './incident-cells.tsx';

const wideRow = 44;
const narrowRow = 84;

const useStyles = makeStyles({
  scroll: {
    overflow: 'auto',
    maxHeight: '65vh',
    minHeight: '8rem',
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  header: { position: 'sticky', top: 0, zIndex: 1, backgroundColor: tokens.colorNeutralBackground1 },
  body: { position: 'relative' },
  row: { position: 'absolute', left: 0, right: 0, top: 0, cursor: 'pointer' },
  spread: { minWidth: '58rem' },
});

/**
 * The rows as a table in which only those in sight exist: 2 400 ms for 10 000 rows otherwise.
 * Asks for the next page when its end comes into sight.
 */
export function IncidentTable(props: {
  rows: BoardRow[];
  label: string;
  onOpen: (row: BoardRow) => void;
  onEndInSight: () => void;
}) {
  const { rows, label, onOpen, onEndInSight } = props;
  const { words } = useTab();
  const styles = useStyles();
  const isNarrow = useNarrow();
  const scroll = useRef<HTMLDivElement>(null);
  const virtualizer = useVirtualizer({
    count: rows.length,
    getScrollElement: () => scroll.current,
    estimateSize: () => (isNarrow ? narrowRow : wideRow),
    overscan: 12,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the height of a row depends on the layout alone
  useEffect(() => virtualizer.measure(), [isNarrow]);

  const visible = virtualizer.getVirtualItems();
  const lastVisible = visible.at(-1)?.index ?? 0;
  const endInSight = rows.length > 0 && lastVisible >= rows.length - 10;
  const askForMore = useRef(onEndInSight);
  askForMore.current = onEndInSight;
  useEffect(() => {
    // Only once the person has scrolled: the first page is enough until then.
    if (endInSight && (scroll.current?.scrollTop ?? 0) > 0) askForMore.current();
  }, [endInSight]);

  const { columns } = words.board;
  return (
    // biome-ignore lint/a11y/noNoninteractiveTabindex: a region that scrolls must be reachable by keyboard (WCAG 2.1.1)
    <section ref={scroll} className={styles.scroll} aria-label={label} tabIndex={0}>
      <Table
        noNativeElements
        aria-label={label}
        aria-rowcount={rows.length + 1}
        className={isNarrow ? undefined : styles.spread}
      >
        <TableHeader className={styles.header}>
          <TableRow aria-rowindex={1}>
            <TableHeaderCell>{columns.reference}</TableHeaderCell>
            {isNarrow ? (
              <TableHeaderCell>{columns.state}</TableHeaderCell>
            ) : (
              [columns.reported, columns.kind, columns.severity, columns.state, columns.reporter, columns.manager].map(
                (column) => <TableHeaderCell key={column}>{column}</TableHeaderCell>,
              )
            )}
          </TableRow>
        </TableHeader>
        <TableBody className={styles.body} style={{ height: virtualizer.getTotalSize() }}>
          {visible.map((item) => {
            const row = rows[item.index];
            if (!row) return null;
            return (
              <TableRow
                key={row.itemId}
                aria-rowindex={item.index + 2}
                className={styles.row}
                style={{ height: item.size, transform: `translateY(${item.start}px)` }}
                onClick={() => onOpen(row)}
              >
                <IncidentCells row={row} isNarrow={isNarrow} onOpen={onOpen} />
              </TableRow>
            );
          })}
        </TableBody>
      </Table>
    </section>
  );
}
