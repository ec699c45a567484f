import { useEffect, useRef } from 'react';
import type { TeamSummary } from '../../application/ports/team.ts';
import { afterwards } from './after-first-frame.ts';
import { useTab } from './tab-context.tsx';
import { type Remote, useRemote } from './use-remote.ts';

/** Milliseconds for which coming back to the tab brings no new question. Few people are managers, and everybody opens the tab. */
const restMs = { managers: 60_000, others: 15 * 60_000 };

/** Whoever leads nobody, stands in for nobody and is asked for nothing has no such page. */
export function isForManagers({ leadsTeam, standsInFor, waiting }: TeamSummary): boolean {
  return leadsTeam || standsInFor.length > 0 || waiting > 0;
}

/**
 * How much waits for a manager. Read when the first screen stands, whenever the caller says so, and when somebody comes back to the tab:
 * much is answered by the card meanwhile. Never by a clock. BEH-5.1-1
 */
export function useTeamSummary(): Remote<TeamSummary> {
  const { ports } = useTab();
  const summary = useRemote(
    afterwards(() => ports.team.summary()),
    'team',
  );
  const latest = useRef(summary);
  latest.current = summary;
  const readAt = useRef(0);

  useEffect(() => {
    if (summary.isLoading) readAt.current = Date.now();
  }, [summary.isLoading]);

  useEffect(() => {
    const comeBack = () => {
      const { value, isLoading, reload } = latest.current;
      if (isLoading || document.visibilityState !== 'visible') return;
      const rest = value === null || isForManagers(value) ? restMs.managers : restMs.others;
      if (Date.now() - readAt.current < rest) return;
      // Noted before the page is drawn anew: the tab is told of it more than once.
      readAt.current = Date.now();
      reload();
    };
    document.addEventListener('visibilitychange', comeBack);
    window.addEventListener('focus', comeBack);
    return () => {
      document.removeEventListener('visibilitychange', comeBack);
      window.removeEventListener('focus', comeBack);
    };
  }, []);
  return summary;
}
