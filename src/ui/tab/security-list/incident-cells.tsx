import { Link, makeStyles, mergeClasses, TableCell, tokens } from '@fluentui/react-components';
import type { BoardRow } from '../../../application/ports/board.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { SeverityBadge } from '../severity-badge.tsx';
import { useTab } from '../tab-context.tsx';
import { useColumnStyles } from './list-columns.ts';

const useStyles = makeStyles({
  // Words wrap: nothing is cut off, at any size of text (WCAG 1.4.4, 1.4.12).
  cell: {
    overflowWrap: 'anywhere',
    boxSizing: 'border-box',
    height: 'auto',
    minHeight: '44px',
    paddingTop: tokens.spacingVerticalS,
    paddingBottom: tokens.spacingVerticalS,
  },
  top: { alignItems: 'start' },
  stack: { display: 'grid', gap: tokens.spacingVerticalXXS, justifyItems: 'start', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Id of the element that opens a row and takes the focus when one comes back. */
export function openerId(itemId: string): string {
  return `open-${itemId}`;
}

/** The cells of one incident: seven columns where there is room, two with some lines each where there is not. */
export function IncidentCells(props: { row: BoardRow; isNarrow: boolean; onOpen: (row: BoardRow) => void }) {
  const { row, isNarrow, onOpen } = props;
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const columns = useColumnStyles();
  const reference = (
    <Link
      as="button"
      id={openerId(row.itemId)}
      onClick={(event: { stopPropagation: () => void }) => {
        event.stopPropagation();
        onOpen(row);
      }}
    >
      {row.reference}
    </Link>
  );
  const reported = formatDateTime(row.reportedAt, language);
  const state = row.amendedAt ? words.board.amended(terms.states[row.state]) : terms.states[row.state];
  const cell = (column: keyof typeof columns) => mergeClasses(styles.cell, columns[column]);
  if (isNarrow) {
    return (
      <>
        <TableCell className={mergeClasses(styles.cell, styles.top)}>
          <div className={styles.stack}>
            {reference}
            <span className={styles.quiet}>{reported}</span>
            <SeverityBadge severity={row.severity} />
          </div>
        </TableCell>
        <TableCell className={mergeClasses(styles.cell, styles.top)}>
          <div className={styles.stack}>
            <span>{state}</span>
            <span className={styles.quiet}>{terms.kinds[row.kind]}</span>
          </div>
        </TableCell>
      </>
    );
  }
  return (
    <>
      <TableCell className={cell('reference')}>{reference}</TableCell>
      <TableCell className={cell('reported')}>{reported}</TableCell>
      <TableCell className={cell('kind')}>{terms.kinds[row.kind]}</TableCell>
      <TableCell className={cell('severity')}>
        <SeverityBadge severity={row.severity} />
      </TableCell>
      <TableCell className={cell('state')}>{state}</TableCell>
      <TableCell className={cell('reporter')}>{row.reporterName}</TableCell>
      <TableCell className={cell('manager')}>{row.managerName ?? words.board.noManager}</TableCell>
    </>
  );
}
