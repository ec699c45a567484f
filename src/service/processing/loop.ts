import type { Clock } from '../../application/ports/clock.ts';
import type { ServiceLog } from '../../application/ports/service-log.ts';
import { apart, asRun } from '../work-context.ts';

export interface LoopOptions {
  name: string;
  /** Seconds between runs when nobody wakes it. */
  everySeconds: number;
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
  #running: Promise<void> | null = null;
  #isWoken = false;
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
    this.#begin();
  }

  #begin(): void {
    if (this.#isStopped) return;
    this.#isWoken = true;
    if (this.#running) return;
    if (this.#timer) clearTimeout(this.#timer);
    this.#timer = null;
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
    while (this.#isWoken && !this.#isStopped) {
      this.#isWoken = false;
      const isAsked = this.#isAsked;
      this.#isAsked = false;
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
    }
  }

  #schedule(): void {
    if (this.#isStopped) return;
    const { everySeconds } = this.#options;
    const seconds = this.lastRunWasGood === false ? Math.min(everySeconds, afterFailureSeconds) : everySeconds;
    this.#timer = setTimeout(() => this.#begin(), seconds * 1000);
  }
}
