import { useCallback, useEffect, useRef, useState } from 'react';
import { useTab } from './tab-context.tsx';

/** Something read from outside: on its way, here, or refused. A reload keeps what is shown until the new answer is here. */
export interface Remote<T> {
  value: T | null;
  error: unknown;
  isLoading: boolean;
  reload: () => void;
}

/**
 * Reads with `read` now, whenever `key` changes, and after the person has signed in where the last reading failed.
 * Answers that come too late are dropped. `key` names what is read: only a new name makes it read again.
 */
export function useRemote<T>(read: () => Promise<T>, key: string): Remote<T> {
  const { signIns } = useTab();
  const [state, setState] = useState<{ value: T | null; error: unknown; isLoading: boolean }>({
    value: null,
    error: null,
    isLoading: true,
  });
  const turn = useRef(0);
  const latest = useRef({ read, failed: false });
  latest.current = { read, failed: state.error !== null };

  const run = useCallback((keepValue: boolean) => {
    turn.current += 1;
    const mine = turn.current;
    setState((before) => ({ value: keepValue ? before.value : null, error: null, isLoading: true }));
    latest.current.read().then(
      (value) => {
        if (mine === turn.current) setState({ value, error: null, isLoading: false });
      },
      (error: unknown) => {
        if (mine === turn.current) setState((before) => ({ value: before.value, error, isLoading: false }));
      },
    );
  }, []);

  // biome-ignore lint/correctness/useExhaustiveDependencies: `key` names what `read` reads
  useEffect(() => {
    run(false);
    return () => {
      turn.current += 1;
    };
  }, [key, run]);

  useEffect(() => {
    if (signIns > 0 && latest.current.failed) run(true);
  }, [signIns, run]);

  return { ...state, reload: useCallback(() => run(true), [run]) };
}
