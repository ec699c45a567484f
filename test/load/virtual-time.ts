interface Sleeper {
  at: number;
  order: number;
  run: () => void;
}

/** As Node's own handle, as far as anybody here asks of it. */
class VirtualTimeout {
  readonly #time: VirtualTime;
  readonly #milliseconds: number;
  readonly #work: () => void;
  #cancel: () => void = () => undefined;

  constructor(time: VirtualTime, milliseconds: number, work: () => void) {
    this.#time = time;
    this.#milliseconds = milliseconds;
    this.#work = work;
    this.refresh();
  }

  refresh(): this {
    this.#cancel();
    this.#cancel = this.#time.at(this.#time.now + this.#milliseconds, this.#work);
    return this;
  }

  close(): void {
    this.#cancel();
  }

  ref(): this {
    return this;
  }

  unref(): this {
    return this;
  }

  hasRef(): boolean {
    return true;
  }
}

const idleTurns = 3;
const patienceMs = 20_000;
const realTimeout = globalThis.setTimeout;

/**
 * The time of everything in this process: it stands still while anybody has a request on the way or anything to do, and then goes at once
 * to the next moment somebody waits for. So an hour lasts as long as its work, and no result depends on how fast the machine is.
 */
export class VirtualTime {
  #now: number;
  #order = 0;
  /** Sorted, the soonest last. */
  readonly #sleepers: Sleeper[] = [];
  #onTheWay = 0;
  #arrived: () => void = () => undefined;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  /** Milliseconds. */
  get now(): number {
    return this.#now;
  }

  /** Runs the work at that moment. Gives what calls it off. */
  at(moment: number, run: () => void): () => void {
    this.#order += 1;
    const sleeper = { at: Math.max(moment, this.#now), order: this.#order, run };
    const isLater = (other: Sleeper) =>
      other.at > sleeper.at || (other.at === sleeper.at && other.order < sleeper.order);
    let [low, high] = [0, this.#sleepers.length];
    while (low < high) {
      const middle = (low + high) >>> 1;
      if (isLater(this.#sleepers[middle] as Sleeper)) low = middle + 1;
      else high = middle;
    }
    this.#sleepers.splice(low, 0, sleeper);
    return () => {
      const place = this.#sleepers.indexOf(sleeper);
      if (place >= 0) this.#sleepers.splice(place, 1);
    };
  }

  sleep(milliseconds: number): Promise<void> {
    return new Promise((done) => {
      this.at(this.#now + milliseconds, done);
    });
  }

  /** No moment passes while this goes on. */
  async hold<T>(work: () => Promise<T>): Promise<T> {
    this.#onTheWay += 1;
    try {
      return await work();
    } finally {
      this.#onTheWay -= 1;
      if (this.#onTheWay === 0) this.#arrived();
    }
  }

  /** Goes from moment to moment until it is over. */
  async pass(isOver: () => boolean): Promise<void> {
    for (;;) {
      await this.#quiet();
      if (isOver()) return;
      const next = this.#sleepers.pop();
      if (!next) {
        await this.#somethingElse();
        continue;
      }
      this.#now = next.at;
      next.run();
      while (this.#sleepers.at(-1)?.at === this.#now) this.#sleepers.pop()?.run();
    }
  }

  /** A file is read, or a signature made, by another thread: that takes no time here. */
  async #somethingElse(): Promise<void> {
    const begun = performance.now();
    while (this.#sleepers.length === 0 && this.#onTheWay === 0) {
      if (performance.now() - begun > patienceMs) throw new Error('nobody waits for anything, and it is not over');
      await new Promise((done) => realTimeout(done, 1));
    }
  }

  async #quiet(): Promise<void> {
    for (let turn = 0; turn < idleTurns; turn += 1) {
      await new Promise((done) => setImmediate(done));
      if (this.#onTheWay === 0) continue;
      await new Promise<void>((done) => {
        this.#arrived = done;
      });
      turn = -1;
    }
  }

  /** Whoever in this process asks for the time, or for a while to pass, gets this one. Gives what ends it. */
  rule(): () => void {
    const kept = { Date: globalThis.Date, setTimeout: globalThis.setTimeout, clearTimeout: globalThis.clearTimeout };
    const now = () => this.#now;
    globalThis.Date = new Proxy(kept.Date, {
      construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [now()] : given, self),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
    const start = (work: (...given: unknown[]) => void, milliseconds = 0, ...given: unknown[]) =>
      new VirtualTimeout(this, milliseconds, () => work(...given));
    globalThis.setTimeout = Object.assign(start, kept.setTimeout) as unknown as typeof setTimeout;
    globalThis.clearTimeout = ((timeout: unknown) => {
      if (timeout instanceof VirtualTimeout) timeout.close();
      else kept.clearTimeout(timeout as NodeJS.Timeout);
    }) as typeof clearTimeout;
    const endCrypto = this.#holdCrypto();
    return () => {
      endCrypto();
      Object.assign(globalThis, kept);
    };
  }

  /** Hashes and signatures are made by other threads, which nothing here would wait for while a later moment is due. */
  #holdCrypto(): () => void {
    const { subtle } = globalThis.crypto;
    const names = ['digest', 'importKey', 'sign', 'verify'] as const;
    const hold = (name: (typeof names)[number]) => {
      const work = subtle[name].bind(subtle) as (...given: unknown[]) => Promise<unknown>;
      return [name, (...given: unknown[]) => this.hold(() => work(...given))] as const;
    };
    Object.assign(subtle, Object.fromEntries(names.map(hold)));
    // What lies on the prototype shows again.
    return () => {
      for (const name of names) Reflect.deleteProperty(subtle, name);
    };
  }
}
