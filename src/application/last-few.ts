/** A set that forgets what was put into it longest ago, so that a process that runs for months does not grow. */
export class LastFew {
  readonly #most: number;
  readonly #items = new Set<string>();

  constructor(most: number) {
    this.#most = most;
  }

  get size(): number {
    return this.#items.size;
  }

  add(item: string): void {
    this.#items.delete(item);
    this.#items.add(item);
    const [oldest] = this.#items;
    if (this.#items.size > this.#most && oldest !== undefined) this.#items.delete(oldest);
  }

  /** True when it was there. */
  delete(item: string): boolean {
    return this.#items.delete(item);
  }
}
