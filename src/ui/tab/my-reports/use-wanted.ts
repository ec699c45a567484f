import { useEffect, useRef, useState } from 'react';
import type { Submission } from '../../../application/ports/intake.ts';
import { useTab } from '../tab-context.tsx';

/** What a link asked for: among those shown, found further down, not mine, or nothing was asked for. */
export type Wanted = { kind: 'none' | 'shown' | 'looking' | 'notMine' } | { kind: 'older'; submission: Submission };

/** Finds the report that a link leads to. One that is not on the first page is asked for by its id. */
export function useWanted(submissionId: string | null, shown: readonly Submission[] | null): Wanted {
  const { ports } = useTab();
  const [wanted, setWanted] = useState<Wanted>({ kind: submissionId === null ? 'none' : 'looking' });
  const hasList = shown !== null;
  const isShown = shown?.some(({ report }) => report.submissionId === submissionId) ?? false;
  const turn = useRef(0);

  // biome-ignore lint/correctness/useExhaustiveDependencies: looked for once, when the first page is here
  useEffect(() => {
    turn.current += 1;
    const mine = turn.current;
    if (submissionId === null || !hasList) return;
    if (isShown) return setWanted({ kind: 'shown' });
    ports.intake.find(submissionId).then(
      (found) => {
        if (mine === turn.current) setWanted(found ? { kind: 'older', submission: found } : { kind: 'notMine' });
      },
      // The list itself is there; whoever looks for the report can go down to it.
      () => mine === turn.current && setWanted({ kind: 'none' }),
    );
  }, [submissionId, hasList]);

  return submissionId === null ? { kind: 'none' } : wanted;
}
