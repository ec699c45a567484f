import * as v from 'valibot';
import type { ServicePorts } from './ports/service-ports.ts';
import { StateCell } from './state-cell.ts';

/** Where nothing comes for weeks the place moves all the same: SharePoint does not know one for ever (facts 1.3). */
const keepAnywayMs = 60 * 60_000;

/**
 * How far a list has been read. This process remembers it, and keeps it in the State list from time to time for whoever reads next: to be
 * at an earlier place costs a reading, and never a report, because what was read is dealt with before the place moves. Decision 0162.
 */
export class ListPlace {
  readonly #clock: ServicePorts['clock'];
  readonly #cell: StateCell<string | null>;
  readonly #keepEveryMs: number;
  #reached: string | null = null;
  #isMoved = false;
  #keptAt = Number.NEGATIVE_INFINITY;

  /** When a process dies, what came in the last `keepEverySeconds` is read again by the next, which changes nothing. */
  constructor({ state, clock }: Pick<ServicePorts, 'state' | 'clock'>, list: string, keepEverySeconds: number) {
    this.#clock = clock;
    this.#keepEveryMs = keepEverySeconds * 1000;
    this.#cell = new StateCell(state, `cursor:${list}`, v.nullable(v.string()), null);
  }

  /** Null for the beginning. */
  async read(): Promise<string | null> {
    this.#reached ??= await this.#cell.read();
    return this.#reached;
  }

  /** Everything before `place` has been dealt with; `isNews` where anything came on the way. */
  async moveTo(place: string, isNews: boolean): Promise<void> {
    if (place === this.#reached) return;
    this.#reached = place;
    this.#isMoved ||= isNews;
    const age = this.#clock.now().getTime() - this.#keptAt;
    if (age >= keepAnywayMs || (this.#isMoved && age >= this.#keepEveryMs)) await this.#keep(place);
  }

  /** For whoever reads next, who asks where that is. */
  async keep(): Promise<void> {
    if (this.#reached !== null && this.#isMoved) await this.#keep(this.#reached);
  }

  /** Another may have read on meanwhile. */
  forget(): void {
    this.#reached = null;
  }

  async #keep(place: string): Promise<void> {
    await this.#cell.update(() => place);
    this.#isMoved = false;
    this.#keptAt = this.#clock.now().getTime();
  }
}
