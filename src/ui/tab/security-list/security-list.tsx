import { Button, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { BoardFilter, BoardRow } from '../../../application/ports/board.ts';
import type { CaveatBoundary } from '../../../domain/incident/vocabulary.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { FilterBar } from './filter-bar.tsx';
import { IncidentTable } from './incident-table.tsx';
import { useBoardPages } from './use-board-pages.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalL, minWidth: 0 },
  lead: { margin: 0, color: tokens.colorNeutralForeground2 },
  foot: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
});

/** The register of one boundary, newest first. F07, BEH-8.3-1. */
export function SecurityList({ boundary, onOpen }: { boundary: CaveatBoundary; onOpen: (row: BoardRow) => void }) {
  const { words } = useTab();
  const styles = useStyles();
  const [filter, setFilter] = useState<BoardFilter>({ state: null, kind: null });
  const { rows, next, isLoading, error, reload, loadMore } = useBoardPages(boundary, filter);
  const isFiltered = filter.state !== null || filter.kind !== null;
  return (
    <div className={styles.page}>
      <div>
        <Title2 as="h1">{words.board.heading[boundary]}</Title2>
        <p className={styles.lead}>{words.board.lead}</p>
      </div>
      <FilterBar filter={filter} onChange={setFilter} onRefresh={reload} />
      {error ? <Problem error={error} onRetry={rows.length > 0 ? loadMore : reload} /> : null}
      {rows.length > 0 ? (
        <IncidentTable rows={rows} label={words.board.heading[boundary]} onOpen={onOpen} onEndInSight={loadMore} />
      ) : null}
      {isLoading && rows.length === 0 ? <Spinner label={words.loading} /> : null}
      {!isLoading && !error && rows.length === 0 ? (
        <p>{isFiltered ? words.board.empty : words.board.emptyAll}</p>
      ) : null}
      <div className={styles.foot}>
        {next ? (
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
