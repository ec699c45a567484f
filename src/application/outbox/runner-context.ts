import type { Clock } from '../ports/clock.ts';
import type { ReceiptStep } from '../ports/intake.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { KeptEntry } from './kept-entry.ts';

/** What the runner itself needs; what its jobs need is the business of their kind. */
export interface RunnerContext<E extends KeptEntry> {
  outbox: Outbox<E>;
  clock: Clock;
  /** Entra object id of whoever is signed in. */
  personId(): Promise<string>;
  /** Whom the host application is open for, as the host names them; null while it has not said. */
  profile(): string | null;
}

/** Everything; what the network stopped; what waited for somebody to sign in; or one step. */
export type Hurry = 'all' | 'network' | 'person' | ReceiptStep;
