import { useState } from 'react';
import type { Submission } from '../../../application/ports/intake.ts';
import { useTab } from '../tab-context.tsx';
import { type Remote, useRemote } from '../use-remote.ts';

interface Pages {
  submissions: Submission[];
  next: string | null;
}

/** My own submissions, newest first; `loadMore` adds the next page to those shown. */
export function useSubmissions(): Remote<Pages> & { loadMore: () => void; isLoadingMore: boolean; moreError: unknown } {
  const { ports } = useTab();
  const [older, setOlder] = useState<{ pages: Pages | null; isLoading: boolean; error: unknown }>({
    pages: null,
    isLoading: false,
    error: null,
  });
  const first = useRemote(() => {
    setOlder({ pages: null, isLoading: false, error: null });
    return ports.intake.list();
  }, 'mine');
  const next = older.pages ? older.pages.next : (first.value?.next ?? null);

  const loadMore = () => {
    if (!next || older.isLoading) return;
    setOlder((before) => ({ ...before, isLoading: true, error: null }));
    ports.intake.list(next).then(
      (page) =>
        setOlder((before) => ({
          pages: { submissions: [...(before.pages?.submissions ?? []), ...page.submissions], next: page.next },
          isLoading: false,
          error: null,
        })),
      (error: unknown) => setOlder((before) => ({ ...before, isLoading: false, error })),
    );
  };

  const value = first.value
    ? { submissions: [...first.value.submissions, ...(older.pages?.submissions ?? [])], next }
    : null;
  return { ...first, value, loadMore, isLoadingMore: older.isLoading, moreError: older.error };
}
