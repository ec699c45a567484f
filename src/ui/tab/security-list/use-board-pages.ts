import { useEffect, useRef, useState } from 'react';
import type { BoardFilter, BoardRow } from '../../../application/ports/board.ts';
import type { CaveatBoundary } from '../../../domain/incident/vocabulary.ts';
import { useTab } from '../tab-context.tsx';
import type { ListMemory } from './list-memory.ts';

interface BoardPages {
  rows: BoardRow[];
  next: string | null;
  isLoading: boolean;
  error: unknown;
}

/**
 * The list, page by page. Never the whole of it: SharePoint's threshold and a person's patience both end at some
 * thousand rows. A change of filter drops the answers still on their way. Starts with what `memory` holds, if anything.
 */
export function useBoardPages(boundary: CaveatBoundary, memory: ListMemory) {
  const { ports, signIns } = useTab();
  const [filter, setFilter] = useState<BoardFilter>(memory.filter);
  const [pages, setPages] = useState<BoardPages>({
    rows: memory.pages?.rows ?? [],
    next: memory.pages?.next ?? null,
    isLoading: memory.pages === null,
    error: null,
  });
  const turn = useRef(0);

  const load = (from: BoardFilter, rows: BoardRow[], cursor: string | undefined) => {
    const mine = turn.current;
    setPages((before) => ({ ...before, rows, isLoading: true, error: null }));
    ports.board.page(boundary, from, cursor).then(
      (page) => {
        if (mine !== turn.current) return;
        const known = new Set(rows.map((row) => row.itemId));
        // A row may have moved between two pages while it was read; it is shown once.
        const all = [...rows, ...page.rows.filter((row) => !known.has(row.itemId))];
        memory.pages = { rows: all, next: page.next };
        setPages({ rows: all, next: page.next, isLoading: false, error: null });
      },
      (error: unknown) => {
        if (mine === turn.current) setPages((before) => ({ ...before, isLoading: false, error }));
      },
    );
  };

  const begin = (from: BoardFilter) => {
    turn.current += 1;
    memory.pages = null;
    memory.opened = null;
    load(from, [], undefined);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: begins once; a register of its own has a list of its own
  useEffect(() => {
    if (memory.pages === null) begin(filter);
    return () => {
      turn.current += 1;
    };
  }, []);

  const hasFailed = useRef(false);
  hasFailed.current = pages.error !== null;
  // biome-ignore lint/correctness/useExhaustiveDependencies: only a sign-in makes it try again by itself
  useEffect(() => {
    if (signIns > 0 && hasFailed.current && pages.rows.length === 0) begin(filter);
  }, [signIns]);

  return {
    ...pages,
    filter,
    changeFilter: (next: BoardFilter) => {
      memory.filter = next;
      setFilter(next);
      begin(next);
    },
    reload: () => begin(filter),
    loadMore: () => {
      if (pages.next && !pages.isLoading) load(filter, pages.rows, pages.next);
    },
  };
}
