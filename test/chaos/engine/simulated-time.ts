/** One time for the tenant and every replica; it stands still until somebody moves it. Milliseconds throughout. */
export class SimulatedTime {
  #now: number;

  constructor(start: string) {
    this.#now = Date.parse(start);
  }

  now(): Date {
    return new Date(this.#now);
  }

  advance(milliseconds: number): void {
    this.#now += milliseconds;
  }

  moveTo(instant: string): void {
    this.#now = Date.parse(instant);
  }

  /** Everything in this process that asks for the time gets this one, sign-in libraries too. Gives what ends it. */
  rule(): () => void {
    const real = globalThis.Date;
    const now = () => this.#now;
    globalThis.Date = new Proxy(real, {
      construct: (target, given, self) => Reflect.construct(target, given.length === 0 ? [now()] : given, self),
      get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
    });
    return () => {
      globalThis.Date = real;
    };
  }

  /** As a replica sees it whose clock is wrong by so much. */
  clockOff(milliseconds: () => number): { now(): Date } {
    return { now: () => new Date(this.#now + milliseconds()) };
  }
}
