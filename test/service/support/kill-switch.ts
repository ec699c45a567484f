/**
 * Ends a process, as far as anything outside can tell, at its n-th write: the request never leaves (`before`), or its answer never
 * arrives (`after`), and from then on nothing else leaves either.
 */
export class KillSwitch {
  readonly #at: number;
  readonly #when: 'before' | 'after';
  #count = 0;
  #isArmed = false;
  isDead = false;

  constructor(at: number, when: 'before' | 'after') {
    this.#at = at;
    this.#when = when;
  }

  /** Counts from here on. */
  arm(): void {
    this.#isArmed = true;
  }

  readonly fetch: typeof fetch = async (input, init) => {
    if (this.isDead) throw new TypeError('fetch failed');
    const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
    const isMine = this.#isArmed && method !== 'GET' && ++this.#count === this.#at;
    if (isMine && this.#when === 'before') this.#die();
    const response = await globalThis.fetch(input, init);
    if (isMine) this.#die();
    return response;
  };

  #die(): never {
    this.isDead = true;
    throw new TypeError('fetch failed');
  }
}
