import { useEffect, useRef, useState } from 'react';
import type { BoardFilter, BoardRow } from '../../../application/ports/board.ts';
import type { CaveatBoundary } from '../../../domain/incident/vocabulary.ts';
import { useTab } from '../tab-context.tsx';

interface BoardPages {
  rows: BoardRow[];
  next: string | null;
  isLoading: boolean;
  error: unknown;
}

const nothing: BoardPages = { rows: [], next: null, isLoading: true, error: null };

/**
 * The list, page by page. Never the whole of it: SharePoint's threshold and a person's patience both end at some
 * thousand rows. A change of filter drops the answers still on their way.
 */
export function useBoardPages(boundary: CaveatBoundary, filter: BoardFilter) {
  const { ports } = useTab();
  const [pages, setPages] = useState<BoardPages>(nothing);
  const turn = useRef(0);
  const { state, kind } = filter;

  const load = (rows: BoardRow[], cursor: string | undefined) => {
    const mine = turn.current;
    setPages((before) => ({ ...before, rows, isLoading: true, error: null }));
    ports.board.page(boundary, { state, kind }, cursor).then(
      (page) => {
        if (mine !== turn.current) return;
        const known = new Set(rows.map((row) => row.itemId));
        // A row may have moved between two pages while it was read; it is shown once.
        const fresh = page.rows.filter((row) => !known.has(row.itemId));
        setPages({ rows: [...rows, ...fresh], next: page.next, isLoading: false, error: null });
      },
      (error: unknown) => {
        if (mine === turn.current) setPages((before) => ({ ...before, isLoading: false, error }));
      },
    );
  };

  const reload = () => {
    turn.current += 1;
    load([], undefined);
  };

  // biome-ignore lint/correctness/useExhaustiveDependencies: a new filter or register starts again; nothing else does
  useEffect(() => {
    reload();
    return () => {
      turn.current += 1;
    };
  }, [ports, boundary, state, kind]);

  const loadMore = () => {
    if (pages.next && !pages.isLoading) load(pages.rows, pages.next);
  };

  return { ...pages, reload, loadMore };
}
