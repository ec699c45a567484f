import * as v from 'valibot';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';
import { StateCell } from './state-cell.ts';

/** Of one whose turn it is: it says at least so often that it goes on. */
const beatMs = 10_000;
/** Whoever has said nothing for so long, before our eyes, is gone. */
const silenceMs = 3 * beatMs;
const rounds = 4;

const turnSchema = v.object({
  /** Whose turn it is; empty when it is nobody's. */
  owner: v.string(),
  /** Rises while the owner goes on. */
  beat: v.number(),
  /** How many whole readings have ended well. */
  readings: v.number(),
});
type Turn = v.InferOutput<typeof turnSchema>;

/** What came of one reading. */
export interface Reading {
  /** There was something that nobody had dealt with: more of it is likely to come soon. */
  hasNews: boolean;
  /** Everything was read, and not only where news comes from. */
  isWhole: boolean;
}

export interface TurnOptions {
  /** How long after the last news it stays ours, and is read again and again; never, where nobody is told of changes. */
  staysMs?: number;
  /** Before it is anybody's. */
  handOver?: () => Promise<void>;
}

/**
 * One replica at a time reads the lists, and one runs clocks. All of them may, and nothing is done twice then (X-IDEM-1), but each report was looked up, entered
 * and refused by all, for half of what SharePoint allows the app in a minute. Whoever hears of a change first reads, and goes on looking for
 * as long as there is news, so that the others need not even ask for it; when there is none any more it says so, and looks once more for what
 * others had left to it meanwhile. No clock is compared with another's: who has died is known by its silence before our eyes. Decisions 0155, 0162.
 */
export class ReadingTurn {
  readonly #clock: ServicePorts['clock'];
  readonly #owner: string;
  readonly #cell: StateCell<Turn>;
  readonly #options: TurnOptions;
  #seen: { mark: string; since: number } = { mark: '', since: 0 };
  /** As many whole readings as we know of. */
  #readings = -1;
  /** Whole readings of ours that nobody has been told of. */
  #unsaid = 0;
  #beatAt = 0;
  #newsAt = Number.NEGATIVE_INFINITY;
  #isOurs = false;
  #wasAnothers = false;

  /** `what` names the work; each has turns of its own. */
  constructor(
    { state, clock }: Pick<ServicePorts, 'state' | 'clock'>,
    owner: string,
    what: 'lists' | 'clocks',
    options: TurnOptions = {},
  ) {
    this.#clock = clock;
    this.#owner = owner;
    this.#options = options;
    this.#cell = new StateCell<Turn>(state, `turn:${what}`, turnSchema, { owner: '', beat: 0, readings: 0 });
  }

  /** Whether it is ours between two readings, too. */
  get isOurs(): boolean {
    return this.#isOurs;
  }

  /** Whether it was another's when we looked last. */
  get wasAnothers(): boolean {
    return this.#wasAnothers;
  }

  /**
   * Reads when it is our turn; `read` is told when others have read since. `isAsked` says that there is word of a change; without it, what
   * another has read since the last look is enough. True when everything has been read since the last look, by whomever.
   */
  async take(isAsked: boolean, read: (isOthersBefore: boolean) => Promise<Reading>): Promise<boolean> {
    if (this.#isOurs) {
      await this.goesOn();
      if (this.#isOurs) return this.#readOn(() => read(false));
    }
    for (let round = 0; round < rounds; round += 1) {
      const present = await this.#cell.read();
      const hasBeenRead = present.readings !== this.#readings;
      this.#readings = present.readings;
      this.#wasAnothers = this.#isAnothers(present);
      if (this.#wasAnothers) return hasBeenRead;
      if (!isAsked && hasBeenRead && present.readings > 0) return true;
      if (!(await this.#claim())) continue;
      if (isAsked) this.#newsAt = this.#now();
      let isFirst = true;
      return this.#readOn(() => {
        const isOthersBefore = isFirst;
        isFirst = false;
        return read(isOthersBefore);
      });
    }
    // So many take turns that the lists are being read.
    return false;
  }

  /** Says that the reading goes on; it costs a write only from time to time. */
  async goesOn(): Promise<void> {
    if (!this.#isOurs || this.#now() - this.#beatAt < beatMs) return;
    await this.#say((turn) => ({ ...turn, beat: turn.beat + 1 }));
  }

  /** For a replica that ends: the others need not wait for its silence. */
  async giveBack(): Promise<void> {
    if (this.#isOurs) await this.#leave();
  }

  async #claim(): Promise<boolean> {
    const claimed = await this.#cell.update((turn) =>
      this.#isAnothers(turn) ? turn : { ...turn, owner: this.#owner, beat: turn.beat + 1 },
    );
    this.#beatAt = this.#now();
    this.#isOurs = claimed.owner === this.#owner;
    return this.#isOurs;
  }

  async #readOn(read: () => Promise<Reading>): Promise<boolean> {
    const { staysMs } = this.#options;
    let isWhole = false;
    for (let hasMore = true; hasMore; ) {
      isWhole = (await this.#readOnce(read)) || isWhole;
      if (staysMs === undefined || this.#now() - this.#newsAt >= staysMs) await this.#leave();
      // Who heard of a change until now has left it to us.
      hasMore = staysMs !== undefined && !this.#isOurs && (await read()).hasNews && (await this.#claim());
      if (hasMore) this.#newsAt = this.#now();
    }
    return isWhole;
  }

  async #readOnce(read: () => Promise<Reading>): Promise<boolean> {
    try {
      const { hasNews, isWhole } = await read();
      if (hasNews) this.#newsAt = this.#now();
      if (isWhole) this.#unsaid += 1;
      return isWhole;
    } catch (error) {
      // Another may be luckier. If not even that can be said, our silence says it.
      await this.#leave().catch((trouble: unknown) => {
        if (!isRemoteError(trouble)) throw trouble;
      });
      throw error;
    }
  }

  async #leave(): Promise<void> {
    try {
      await this.#options.handOver?.();
      await this.#say((turn) => ({ ...turn, owner: '', beat: turn.beat + 1 }));
    } finally {
      this.#isOurs = false;
    }
  }

  /** Where the turn was taken from us meanwhile, it stays taken. */
  async #say(change: (turn: Turn) => Turn): Promise<void> {
    this.#beatAt = this.#now();
    const unsaid = this.#unsaid;
    const said = await this.#cell.update((turn) =>
      turn.owner === this.#owner ? change({ ...turn, readings: turn.readings + unsaid }) : turn,
    );
    this.#unsaid -= unsaid;
    this.#readings = said.readings;
    this.#isOurs = said.owner === this.#owner;
  }

  #now(): number {
    return this.#clock.now().getTime();
  }

  #isAnothers({ owner, beat }: Turn): boolean {
    if (owner === '' || owner === this.#owner) return false;
    const mark = `${owner} ${beat}`;
    const now = this.#now();
    if (this.#seen.mark !== mark) this.#seen = { mark, since: now };
    return now - this.#seen.since < silenceMs;
  }
}
