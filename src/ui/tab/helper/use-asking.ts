import { useState } from 'react';
import { within } from '../../../application/within.ts';
import { needsSignIn } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import type { Asked } from './use-helpers-at-hand.ts';

/** How a message to colleagues went. */
export type Asking =
  | { state: 'idle' }
  | { state: 'sending' }
  | { state: 'done'; sent: Asked[]; unsent: Asked[]; at: string; needsSignIn: boolean };

/** After this long it is not known whether it arrived: the person must hear that, and do something else. */
const patienceMs = 10_000;

/** Sends the message to each in their own language. Whoever could not be reached is told apart. */
export function useAsking(textFor: (to: Asked) => string, onSent: (sent: Asked[]) => void) {
  const { ports } = useTab();
  const [asking, setAsking] = useState<Asking>({ state: 'idle' });

  const send = async (to: readonly Asked[]) => {
    setAsking({ state: 'sending' });
    const failures: unknown[] = [];
    const one = async (each: Asked): Promise<boolean> => {
      try {
        const answers = await within(patienceMs, ports.colleagues.ask([each], textFor(each)), noAnswer);
        return answers.every(({ sent }) => sent);
      } catch (error) {
        failures.push(error);
        return false;
      }
    };
    const reached = await Promise.all(to.map(one));
    const sent = to.filter((_, index) => reached[index]);
    const unsent = to.filter((_, index) => !reached[index]);
    const needsPerson = failures.some(needsSignIn);
    setAsking({ state: 'done', sent, unsent, at: new Date().toISOString(), needsSignIn: needsPerson });
    if (sent.length > 0) onSent(sent);
  };
  return { asking, send };
}

function noAnswer(): never {
  throw new Error('No answer in time.');
}
