import { useState } from 'react';

/** Something a button does: one at a time, with what became of it. */
export interface Action {
  isBusy: boolean;
  isDone: boolean;
  error: unknown;
  run: () => Promise<void>;
}

/** Pressing while it runs does nothing; pressing after a failure tries again. */
export function useAction(act: () => Promise<void>): Action {
  const [state, setState] = useState<Omit<Action, 'run'>>({ isBusy: false, isDone: false, error: null });
  const run = async () => {
    if (state.isBusy) return;
    setState({ isBusy: true, isDone: false, error: null });
    try {
      await act();
      setState({ isBusy: false, isDone: true, error: null });
    } catch (error) {
      setState({ isBusy: false, isDone: false, error });
    }
  };
  return { ...state, run };
}
