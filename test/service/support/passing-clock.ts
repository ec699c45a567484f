/** The clock of a replica on which more time can pass than does. */
export class PassingClock {
  #passedMs = 0;

  now(): Date {
    return new Date(Date.now() + this.#passedMs);
  }

  pass(seconds: number): void {
    this.#passedMs += seconds * 1000;
  }
}
