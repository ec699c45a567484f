import { useCallback, useEffect, useRef, useState } from 'react';
import type { Submission } from '../../../application/ports/intake.ts';
import { useTab } from '../tab-context.tsx';
import { useRemote } from '../use-remote.ts';

interface Pages {
  submissions: Submission[];
  next: string | null;
}

export interface MySubmissions {
  value: Pages | null;
  error: unknown;
  isLoading: boolean;
  /** Reads the newest again; what was shown below them stays. */
  reload: () => void;
  loadMore: () => void;
  isLoadingMore: boolean;
  moreError: unknown;
}

/** My own submissions, newest first; `loadMore` adds the next page to those shown. */
export function useSubmissions(): MySubmissions {
  const { ports } = useTab();
  const [known, setKnown] = useState<Pages | null>(null);
  const [more, setMore] = useState<{ isLoading: boolean; error: unknown }>({ isLoading: false, error: null });
  const newest = useRemote(() => ports.intake.list(), 'mine');
  const isShown = useRef(true);
  useEffect(() => {
    isShown.current = true;
    return () => {
      isShown.current = false;
    };
  }, []);

  useEffect(() => {
    const page = newest.value;
    // The cursor is the first reading's: what is older than that does not change its place.
    if (page) setKnown((before) => (before ? { ...before, submissions: merge(page, before) } : page));
  }, [newest.value]);

  const next = known?.next ?? null;
  const loadMore = useCallback(() => {
    if (next === null) return;
    setMore({ isLoading: true, error: null });
    ports.intake.list(next).then(
      (page) => {
        if (!isShown.current) return;
        setMore({ isLoading: false, error: null });
        setKnown((before) => (before ? { submissions: merge(before, page), next: page.next } : page));
      },
      (error: unknown) => {
        if (isShown.current) setMore({ isLoading: false, error });
      },
    );
  }, [ports, next]);

  const { error, isLoading, reload } = newest;
  return { value: known, error, isLoading, reload, loadMore, isLoadingMore: more.isLoading, moreError: more.error };
}

/** Each row once, as `first` has it where both do; those of `first` stand first. */
function merge(first: Pages, second: Pages): Submission[] {
  const rows = new Set(first.submissions.map(({ rowId }) => rowId));
  return [...first.submissions, ...second.submissions.filter(({ rowId }) => !rows.has(rowId))];
}
