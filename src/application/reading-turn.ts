import * as v from 'valibot';
import type { ServicePorts } from './ports/service-ports.ts';
import { StateCell } from './state-cell.ts';

/** Of one who reads: it says at least so often that it goes on. */
const beatMs = 10_000;
/** Whoever has said nothing for so long, before our eyes, is gone. */
const silenceMs = 3 * beatMs;
const rounds = 4;

const turnSchema = v.object({
  /** Who reads now; empty when nobody does. */
  owner: v.string(),
  /** Rises while the owner goes on. */
  beat: v.number(),
  /** Somebody has heard of a change while the owner was reading. */
  again: v.boolean(),
  /** How many readings have ended well. */
  readings: v.number(),
});
type Turn = v.InferOutput<typeof turnSchema>;

/**
 * One replica at a time reads the lists, and one runs clocks. All of them may, and nothing is done twice then (X-IDEM-1), but each report was looked up, entered
 * and refused by all, for half of what SharePoint allows the app in a minute. Whoever hears of a change first reads; who hears of one while
 * another reads asks it to look again, so that no word is lost. No clock is compared with another's: who has died is known by its silence
 * before our eyes. Decision 0155.
 */
export class ReadingTurn {
  readonly #clock: ServicePorts['clock'];
  readonly #owner: string;
  readonly #cell: StateCell<Turn>;
  #seen: { mark: string; since: number } = { mark: '', since: 0 };
  #readings = -1;
  #beatAt = 0;
  #isReading = false;

  /** `what` names the work; each has turns of its own. */
  constructor({ state, clock }: Pick<ServicePorts, 'state' | 'clock'>, owner: string, what: 'lists' | 'clocks') {
    this.#clock = clock;
    this.#owner = owner;
    this.#cell = new StateCell<Turn>(state, `turn:${what}`, turnSchema, {
      owner: '',
      beat: 0,
      again: false,
      readings: 0,
    });
  }

  /**
   * Reads when it is our turn. `isAsked` says that there is word of a change; without it, what another has read since the last look is
   * enough. True when the lists have been read since the last look, by whomever.
   */
  async take(isAsked: boolean, read: () => Promise<unknown>): Promise<boolean> {
    for (let round = 0; round < rounds; round += 1) {
      const present = await this.#cell.read();
      const hasBeenRead = present.readings !== this.#readings;
      this.#readings = present.readings;
      if (this.#isAnothers(present)) {
        if (!isAsked) return hasBeenRead;
        const asked = await this.#cell.update((turn) => (turn.owner === '' ? turn : { ...turn, again: true }));
        if (asked.owner !== '') return hasBeenRead;
        continue;
      }
      if (!isAsked && hasBeenRead && round === 0 && present.readings > 0) return true;
      const claimed = await this.#cell.update((turn) =>
        this.#isAnothers(turn) ? turn : { ...turn, owner: this.#owner, beat: turn.beat + 1, again: false },
      );
      if (claimed.owner !== this.#owner) continue;
      await this.#readOn(read);
      return true;
    }
    // So many take turns that the lists are being read.
    return false;
  }

  /** Says that the reading goes on; it costs a write only from time to time. */
  async goesOn(): Promise<void> {
    const now = this.#clock.now().getTime();
    if (now - this.#beatAt < beatMs) return;
    this.#beatAt = now;
    await this.#cell.update((turn) => (turn.owner === this.#owner ? { ...turn, beat: turn.beat + 1 } : turn));
  }

  /** For a replica that ends in the middle of a reading: the others need not wait for its silence. */
  async giveBack(): Promise<void> {
    if (!this.#isReading) return;
    await this.#cell.update((turn) => (turn.owner === this.#owner ? { ...turn, owner: '' } : turn));
  }

  async #readOn(read: () => Promise<unknown>): Promise<void> {
    for (let hasMore = true; hasMore; ) {
      this.#beatAt = this.#clock.now().getTime();
      let isGood = false;
      this.#isReading = true;
      try {
        await read();
        isGood = true;
      } finally {
        this.#isReading = false;
        const left = await this.#cell.update((turn) => this.#after(turn, isGood));
        this.#readings = left.readings;
        hasMore = left.owner === this.#owner;
      }
    }
  }

  /** Goes on where somebody has asked for it; where the turn was taken from us meanwhile, it stays taken. */
  #after(turn: Turn, isGood: boolean): Turn {
    if (turn.owner !== this.#owner) return turn;
    const readings = isGood ? turn.readings + 1 : turn.readings;
    const goesOn = isGood && turn.again;
    return { ...turn, readings, again: false, owner: goesOn ? turn.owner : '', beat: turn.beat + 1 };
  }

  #isAnothers({ owner, beat }: Turn): boolean {
    if (owner === '' || owner === this.#owner) return false;
    const mark = `${owner} ${beat}`;
    const now = this.#clock.now().getTime();
    if (this.#seen.mark !== mark) this.#seen = { mark, since: now };
    return now - this.#seen.since < silenceMs;
  }
}
