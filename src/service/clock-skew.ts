import type { Clock } from '../application/ports/clock.ts';
import type { ServiceLog } from '../application/ports/service-log.ts';

/** Deadlines are minutes and more; a clock that is wrong by less than this moves none that anybody would notice. */
const toleratedSeconds = 120;

/**
 * Compares this machine's clock with the `Date` of every answer of Microsoft 365. A replica that is wrong by minutes rings a clock by as many
 * minutes too early or too late and does no other harm: it says so in its log, and that it is not ready. X-TIME-1
 */
export class ClockSkew {
  readonly #clock: Clock;
  readonly #log: ServiceLog;
  /** Positive: this clock is fast. Null before the first answer. */
  seconds: number | null = null;

  constructor(clock: Clock, log: ServiceLog) {
    this.#clock = clock;
    this.#log = log;
  }

  get isTooGreat(): boolean {
    return this.seconds !== null && Math.abs(this.seconds) > toleratedSeconds;
  }

  /** The same way outside, which looks at the time of each answer. */
  watching(fetch: typeof globalThis.fetch): typeof globalThis.fetch {
    return async (...request) => {
      const asked = this.#clock.now().getTime();
      const answer = await fetch(...request);
      this.#note(answer.headers.get('date'), asked);
      return answer;
    };
  }

  /** The answer was made at some time since it was asked for; whatever lies between is no fault of the clock's. */
  #note(date: string | null, asked: number): void {
    const there = Date.parse(date ?? '');
    if (Number.isNaN(there)) return;
    const here = this.#clock.now().getTime();
    const before = this.isTooGreat;
    const early = there - here;
    const late = asked - there;
    this.seconds = early > 0 ? -Math.round(early / 1000) : late > 0 ? Math.round(late / 1000) : 0;
    if (this.isTooGreat !== before) {
      if (this.isTooGreat) this.#log.warn('clockSkewed', { seconds: this.seconds });
      else this.#log.info('clockRight', { seconds: this.seconds });
    }
  }
}
