import { useRef, useState } from 'react';

/** A change of the record that was asked for, and what became of it. `said` is empty while nothing has come of it. */
export interface AskedChange {
  isBusy: boolean;
  said: string;
  refused: string;
  error: unknown;
  run: (change: () => Promise<string | null>, said: string) => Promise<boolean>;
}

/** One change at a time; `change` gives the code of a refusal, whose words are in `refusals`. True when it was done. */
export function useChange(refusals: Readonly<Record<string, string>>, otherwise: string): AskedChange {
  const [state, setState] = useState({ isBusy: false, said: '', refused: '', error: null as unknown });
  const isRunning = useRef(false);
  const run: AskedChange['run'] = async (change, said) => {
    if (isRunning.current) return false;
    isRunning.current = true;
    setState({ isBusy: true, said: '', refused: '', error: null });
    try {
      const refusal = await change();
      const refused = refusal === null ? '' : Object.hasOwn(refusals, refusal) ? refusals[refusal] : otherwise;
      setState({ isBusy: false, said: refusal === null ? said : '', refused: refused ?? otherwise, error: null });
      return refusal === null;
    } catch (error) {
      setState({ isBusy: false, said: '', refused: '', error });
      return false;
    } finally {
      isRunning.current = false;
    }
  };
  return { ...state, run };
}
