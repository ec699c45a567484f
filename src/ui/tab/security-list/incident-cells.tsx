import { Link, makeStyles, TableCell, tokens } from '@fluentui/react-components';
import type { BoardRow } from '../../../application/ports/board.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { SeverityBadge } from '../severity-badge.tsx';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  stack: { display: 'grid', gap: tokens.spacingVerticalXXS, lineHeight: tokens.lineHeightBase200 },
  cut: { overflow: 'hidden', textOverflow: 'ellipsis', whiteSpace: 'nowrap', minWidth: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** The cells of one incident: eight columns where there is room, two with two lines each where there is not. */
export function IncidentCells(props: { row: BoardRow; isNarrow: boolean; onOpen: (row: BoardRow) => void }) {
  const { row, isNarrow, onOpen } = props;
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const reference = (
    <Link
      as="button"
      onClick={(event: { stopPropagation: () => void }) => {
        event.stopPropagation();
        onOpen(row);
      }}
    >
      {row.reference}
    </Link>
  );
  const reported = formatDateTime(row.reportedAt, language);
  if (isNarrow) {
    return (
      <>
        <TableCell>
          <div className={styles.stack}>
            {reference}
            <span className={styles.quiet}>{reported}</span>
          </div>
        </TableCell>
        <TableCell>
          <div className={styles.stack}>
            <span>{terms.states[row.state]}</span>
            <span className={styles.quiet}>{terms.kinds[row.kind]}</span>
            <SeverityBadge severity={row.severity} />
          </div>
        </TableCell>
      </>
    );
  }
  return (
    <>
      <TableCell>{reference}</TableCell>
      <TableCell className={styles.cut}>{reported}</TableCell>
      <TableCell className={styles.cut}>{terms.kinds[row.kind]}</TableCell>
      <TableCell>
        <SeverityBadge severity={row.severity} />
      </TableCell>
      <TableCell className={styles.cut}>{terms.states[row.state]}</TableCell>
      <TableCell className={styles.cut}>{row.reporterName}</TableCell>
      <TableCell className={styles.cut}>{row.managerName ?? words.board.noManager}</TableCell>
    </>
  );
}
