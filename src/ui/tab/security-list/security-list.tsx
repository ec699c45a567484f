import { Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import type { BoardRow } from '../../../application/ports/board.ts';
import type { CaveatBoundary } from '../../../domain/incident/vocabulary.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { FilterBar } from './filter-bar.tsx';
import { IncidentTable } from './incident-table.tsx';
import type { ListMemory } from './list-memory.ts';
import { TrailSummary } from './trail-summary.tsx';
import { useBoardPages } from './use-board-pages.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  lead: { color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

/** The register of one boundary, newest first. F07, BEH-8.3-1. */
export function SecurityList(props: { boundary: CaveatBoundary; memory: ListMemory; onOpen: (row: BoardRow) => void }) {
  const { boundary, memory, onOpen } = props;
  const { words } = useTab();
  const styles = useStyles();
  const { rows, next, isLoading, error, filter, changeFilter, reload, loadMore } = useBoardPages(boundary, memory);
  const isFiltered = filter.state !== null || filter.kind !== null;
  const open = (row: BoardRow) => {
    memory.opened = row.itemId;
    onOpen(row);
  };
  return (
    <div className={styles.page} aria-busy={isLoading}>
      <div>
        <Title2 as="h1">{words.board.heading[boundary]}</Title2>
        <p className={styles.lead}>{words.board.lead}</p>
      </div>
      <TrailSummary boundary={boundary} />
      <FilterBar filter={filter} onChange={changeFilter} onRefresh={reload} />
      {rows.length > 0 ? (
        <IncidentTable
          rows={rows}
          label={words.board.heading[boundary]}
          hasMore={next !== null}
          returnTo={memory.opened}
          onOpen={open}
          onEndInSight={loadMore}
        />
      ) : null}
      {error ? <Problem error={error} onRetry={rows.length > 0 ? loadMore : reload} /> : null}
      {isLoading && rows.length === 0 ? <Spinner label={words.loading} /> : null}
      {!isLoading && !error && rows.length === 0 && next === null ? (
        <p>{isFiltered ? words.board.empty : words.board.emptyAll}</p>
      ) : null}
      <div className={styles.foot}>
        {next && (rows.length > 0 || !isLoading) ? (
          <Button onClick={loadMore} disabledFocusable={isLoading}>
            {isLoading ? words.loading : words.board.more}
          </Button>
        ) : null}
        <span role="status">{rows.length > 0 ? words.board.shown(rows.length) : ''}</span>
        {!next && rows.length > 0 && !isLoading ? <span className={styles.lead}>{words.board.end}</span> : null}
      </div>
    </div>
  );
}
