import type { Clock } from '../../application/ports/clock.ts';
import type { ServiceLog } from '../../application/ports/service-log.ts';
import { apart, asRun } from '../work-context.ts';

export interface LoopOptions {
  name: string;
  /** Seconds between runs when nobody wakes it; asked after each. */
  everySeconds: number | (() => number);
  /** Whoever wakes it within so many seconds of the beginning of a run waits for them to be over, and so do all others; asked each time. */
  gatherSeconds?: () => number;
  /** Told whether somebody woke it, or only the clock. */
  run: (isAsked: boolean) => Promise<unknown>;
  clock: Clock;
  log: ServiceLog;
}

/** No request of ours takes longer, waiting for its turn included: a run that has had no answer for so long will have none. */
const hangingMs = 5 * 60_000;
/** What runs once an hour must not stay undone for an hour. */
const afterFailureSeconds = 30;

/**
 * Runs one piece of work again and again, never twice at once. A wake-up during a run starts another right after it, so that
 * nothing that arrived meanwhile waits for the clock.
 */
export class Loop {
  readonly #options: LoopOptions;
  #timer: NodeJS.Timeout | null = null;
  #isGathering = false;
  #beganAt = Number.NEGATIVE_INFINITY;
  #running: Promise<void> | null = null;
  #isAsked = false;
  #isStopped = false;
  /** Whether the last run ended well; null before the first. */
  lastRunWasGood: boolean | null = null;
  /** The last sign of the run under way; null while none is. */
  #beatAt: number | null = null;
  #isKnownToHang = false;

  constructor(options: LoopOptions) {
    this.#options = options;
  }

  /** Whether a run has begun and nothing has come of it, not even an error. Said in the log once. */
  get isHanging(): boolean {
    const isHanging = this.#beatAt !== null && this.#now() - this.#beatAt > hangingMs;
    if (isHanging && !this.#isKnownToHang) this.#options.log.warn('loopHangs', { loop: this.#options.name });
    this.#isKnownToHang = isHanging;
    return isHanging;
  }

  #now(): number {
    return this.#options.clock.now().getTime();
  }

  wake(): void {
    this.#isAsked = true;
    if (this.#isStopped || this.#running || this.#isGathering) return;
    const wait = this.#gatherMs();
    if (wait > 0) this.#gather(wait);
    else this.#begin();
  }

  #gatherMs(): number {
    const wanted = (this.#options.gatherSeconds?.() ?? 0) * 1000;
    // By a clock that was put back nobody waits longer.
    return Math.min(wanted, this.#beganAt + wanted - this.#now());
  }

  #gather(milliseconds: number): void {
    this.#isGathering = true;
    this.#setTimer(milliseconds);
  }

  #setTimer(milliseconds: number): void {
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#begin(), milliseconds);
  }

  #begin(): void {
    if (this.#isStopped || this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
    this.#isGathering = false;
    apart(() => {
      this.#running = this.#work().finally(() => {
        this.#running = null;
        this.#schedule();
      });
    });
  }

  /** Settles when the run under way has ended. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    if (this.#timer) clearTimeout(this.#timer);
    await this.#running;
  }

  async #work(): Promise<void> {
    do {
      const isAsked = this.#isAsked;
      this.#isAsked = false;
      this.#beganAt = this.#now();
      const beat = () => {
        this.#beatAt = this.#now();
      };
      beat();
      try {
        await asRun(beat, () => this.#options.run(isAsked));
        this.lastRunWasGood = true;
      } catch (error) {
        this.lastRunWasGood = false;
        this.#options.log.error('runFailed', error, { loop: this.#options.name });
      } finally {
        this.#beatAt = null;
      }
    } while (this.#isAsked && !this.#isStopped && this.#gatherMs() <= 0);
  }

  #schedule(): void {
    if (this.#isStopped) return;
    if (this.#isAsked) {
      this.#gather(Math.max(0, this.#gatherMs()));
      return;
    }
    const { everySeconds: every } = this.#options;
    const everySeconds = typeof every === 'number' ? every : every();
    const seconds = this.lastRunWasGood === false ? Math.min(everySeconds, afterFailureSeconds) : everySeconds;
    this.#setTimer(seconds * 1000);
  }
}
