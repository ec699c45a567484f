import type { Clock } from './ports/clock.ts';
import type { WorkLease } from './ports/register.ts';

/** More leases than stand open at once in the worst hour; what is forgotten is only taken over later. */
const remembered = 10_000;

/**
 * Says whether another replica still holds a row. What it wrote as the end of its lease is by its own clock, which may be any time off, so
 * that takes nothing away from it: its lease is over when it stood unchanged before our eyes for as long as a lease lasts. X-IDEM-1.
 */
export class LeaseWatch {
  readonly #clock: Clock;
  readonly #owner: string;
  readonly #leaseMs: number;
  readonly #seen = new Map<string, { mark: string; since: number }>();

  constructor(clock: Clock, { owner, leaseSeconds }: { owner: string; leaseSeconds: number }) {
    this.#clock = clock;
    this.#owner = owner;
    this.#leaseMs = leaseSeconds * 1000;
  }

  /** Looks at the lease as it stands in the register now, and remembers it for the next look. */
  isHeldByAnother(submissionId: string, lease: WorkLease): boolean {
    if (lease.state !== 'pending' || lease.owner === this.#owner || lease.owner === '') {
      this.#seen.delete(submissionId);
      return false;
    }
    const now = this.#clock.now().getTime();
    const mark = `${lease.owner} ${lease.until}`;
    const known = this.#seen.get(submissionId);
    const since = known?.mark === mark ? known.since : now;
    this.#seen.delete(submissionId);
    this.#seen.set(submissionId, { mark, since });
    const [oldest] = this.#seen.keys();
    if (this.#seen.size > remembered && oldest !== undefined) this.#seen.delete(oldest);
    return now - since < this.#leaseMs;
  }
}
