import type { EntryKind } from './entry-jobs.ts';
import { EntryKeeper } from './entry-keeper.ts';
import { EntryRun } from './entry-run.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { Hurry, RunnerContext } from './runner-context.ts';

/** How long another window, or a device in trouble, is left alone before an entry is tried again. */
const againMilliseconds = 5_000;

export interface OutboxView<E extends KeptEntry = OutboxEntry> {
  entry: E;
  /** True while another window works on it: this one only watches. */
  isElsewhere: boolean;
  /** True when another account pressed "Report": this one only watches, and sends nothing. */
  isForeign: boolean;
}

/**
 * Works through the outbox: every entry by one window at a time (X-IDEM-1), each step tried again by itself for as
 * long as it takes, a finished entry removed (X-OFF-1, X-PART-1).
 */
export class OutboxRunner<E extends KeptEntry = OutboxEntry> {
  readonly #context: RunnerContext<E>;
  readonly #kind: EntryKind<E>;
  readonly #chance: () => number;
  readonly #listeners = new Set<(view: OutboxView<E>) => void>();
  /** Entries this window works on, waits for or watches, each with what wakes it. */
  readonly #active = new Map<string, () => void>();
  /** Those whose lock this window holds. */
  readonly #held = new Set<string>();
  /** What another window last said of an entry: newer than what the store held a moment ago. */
  readonly #heard = new Map<string, E>();
  readonly #hurried = new Map<string, Hurry>();
  readonly #stopWatching: () => void;
  #isStopped = false;

  /** @param chance spreads retries; from 0 up to 1. */
  constructor(context: RunnerContext<E>, kind: EntryKind<E>, chance: () => number = Math.random) {
    this.#context = context;
    this.#kind = kind;
    this.#chance = chance;
    this.#stopWatching = context.outbox.onChange((entry) => {
      this.#heard.set(entry.id, entry);
      if (!this.#held.has(entry.id)) this.#tell(entry, { isElsewhere: true });
    });
  }

  onChange(listener: (view: OutboxView<E>) => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Takes up everything an earlier pane left behind. */
  async resumeAll(): Promise<void> {
    for (const entry of await this.#context.outbox.list()) this.start(entry.id);
  }

  /** Starts an entry, or wakes it when this window already works on it. */
  start(id: string): void {
    if (this.#isStopped) return;
    const wake = this.#active.get(id);
    if (wake) {
      wake();
      return;
    }
    this.#active.set(id, () => undefined);
    void this.#work(id).finally(() => this.#active.delete(id));
  }

  /** Makes what failed due now: because the person pressed, signed in, or the network came back. */
  hurry(which: Hurry, id?: string): void {
    for (const activeId of id === undefined ? [...this.#active.keys()] : [id]) {
      this.#hurried.set(activeId, which);
      this.start(activeId);
    }
  }

  /** Lets go of every entry after the requests under way; nothing is lost. */
  stop(): void {
    this.#isStopped = true;
    this.#stopWatching();
    for (const wake of this.#active.values()) wake();
  }

  async #work(id: string): Promise<void> {
    while (!this.#isStopped) {
      const outcome = await this.#takeTurn(id);
      if (outcome === 'gone') return;
      await this.#sleep(id, outcome === 'idle' ? null : againMilliseconds);
    }
  }

  /** `idle`: nothing can be done until a person presses or the network returns. `again`: another window has it, or the device failed. */
  async #takeTurn(id: string): Promise<'gone' | 'idle' | 'again'> {
    try {
      const hadLock = await this.#context.outbox.exclusively(id, () => this.#hold(id));
      if ((await this.#context.outbox.find(id)) === null) return 'gone';
      if (hadLock) return 'idle';
      // The window that works on it hears of the network by itself; asking again and again would not hand it over.
      this.#hurried.delete(id);
      await this.#showOther(id);
      return 'again';
    } catch (error) {
      console.error('The outbox could not work on an entry, and will try again.', error);
      return 'again';
    }
  }

  async #hold(id: string): Promise<void> {
    this.#held.add(id);
    this.#heard.delete(id);
    try {
      await this.#workLocked(id);
    } finally {
      this.#held.delete(id);
    }
  }

  async #workLocked(id: string): Promise<void> {
    const entry = await this.#context.outbox.find(id);
    if (!entry) return;
    if (!(await this.#isMine(entry))) {
      this.#hurried.delete(id);
      this.#tell(entry, { isForeign: true });
      return;
    }
    const keeper = new EntryKeeper(this.#context.outbox, entry, (changed) => this.#tell(changed));
    const run = new EntryRun(keeper, this.#context, this.#kind.jobsOf(keeper), this.#chance);
    this.#tell(entry);
    while (!this.#isStopped && !this.#kind.isComplete(keeper.entry)) {
      await this.#applyHurry(id, run);
      run.startDue();
      if (run.someJob === null && run.millisecondsToNext === null) break;
      await Promise.race([this.#sleep(id, run.millisecondsToNext), run.someJob ?? never]);
    }
    while (run.someJob) await run.someJob;
    if (this.#kind.isComplete(keeper.entry)) await this.#context.outbox.remove(id);
  }

  async #applyHurry(id: string, run: EntryRun<E>): Promise<void> {
    const which = this.#hurried.get(id);
    this.#hurried.delete(id);
    if (which !== undefined) await run.hurry(which);
  }

  /** Another person's report, left in the same browser profile, is never sent in this person's name. */
  async #isMine(entry: E): Promise<boolean> {
    if (entry.reporterId === null) {
      // Pressed before anyone was signed in: whose it is shows in the mailbox that was open.
      const profile = this.#context.profile();
      return entry.profile === null || profile === null || entry.profile === profile;
    }
    const personId = await this.#context.personId().catch(() => null);
    return personId === null || personId === entry.reporterId;
  }

  /** Sleeps until the time is over or someone wakes the entry; for ever when no time is given. */
  #sleep(id: string, milliseconds: number | null): Promise<void> {
    return new Promise((resolve) => {
      const timer = milliseconds === null ? null : setTimeout(resolve, milliseconds);
      const wake = () => {
        if (timer !== null) clearTimeout(timer);
        resolve();
      };
      this.#active.set(id, wake);
      if (this.#isStopped || this.#hurried.has(id)) wake();
    });
  }

  async #showOther(id: string): Promise<void> {
    const found = await this.#context.outbox.find(id);
    if (found && !this.#held.has(id)) this.#tell(this.#heard.get(id) ?? found, { isElsewhere: true });
  }

  #tell(entry: E, how: Partial<OutboxView<E>> = {}): void {
    for (const listener of this.#listeners) listener({ entry, isElsewhere: false, isForeign: false, ...how });
  }
}

const never = new Promise<void>(() => undefined);
