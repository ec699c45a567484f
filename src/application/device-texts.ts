import type { Clock } from './ports/clock.ts';
import type { KeptText, TextShelf, TextStore } from './ports/text-shelf.ts';

/** A text nobody has touched for so long is dropped, as a draft is. */
const keptMilliseconds = 30 * 24 * 3_600_000;

/**
 * Texts that are being written on this device. While one version is being stored only the latest of those that follow is kept for the
 * next turn. What the device refuses is held in this window. What another person wrote is not shown. X-OFF-1
 */
export class DeviceTexts implements TextShelf {
  /** Null where the device stores nothing. */
  readonly #store: Promise<TextStore | null>;
  readonly #clock: Clock;
  /** Directory id of whoever is signed in; null while nobody has said. */
  readonly #whoIsHere: () => string | null;
  readonly #held = new Map<string, KeptText>();
  readonly #writing = new Map<string, Promise<void>>();
  #isSwept = false;

  constructor(store: Promise<TextStore | null>, clock: Clock, whoIsHere: () => string | null) {
    this.#store = store;
    this.#clock = clock;
    this.#whoIsHere = whoIsHere;
  }

  async find(key: string): Promise<string | null> {
    const store = await this.#store;
    await this.#sweep(store);
    const kept = this.#held.get(key) ?? (await store?.find(key).catch(() => null)) ?? null;
    return kept && this.#isMine(kept) ? kept.text : null;
  }

  save(key: string, text: string): Promise<void> {
    if (text.trim() === '') return this.remove(key);
    const ownerId = this.#whoIsHere() ?? this.#held.get(key)?.ownerId ?? null;
    this.#held.set(key, { text, ownerId, savedAt: this.#clock.now().toISOString() });
    const present = this.#writing.get(key);
    if (present) return present;
    const writing = this.#write(key);
    this.#writing.set(key, writing);
    return writing;
  }

  async remove(key: string): Promise<void> {
    this.#held.delete(key);
    await this.#writing.get(key)?.catch(() => undefined);
    await (await this.#store)?.drop(key);
  }

  async #write(key: string): Promise<void> {
    try {
      const store = await this.#store;
      if (!store) throw new Error('This device stores nothing.');
      let written: KeptText | null = null;
      for (let next = this.#held.get(key); next && next !== written; next = this.#held.get(key)) {
        await store.put(key, next);
        written = next;
      }
    } finally {
      // In the same turn as the last look: whoever saves after that begins anew.
      this.#writing.delete(key);
    }
  }

  /** Once a window: what nobody came back to. */
  async #sweep(store: TextStore | null): Promise<void> {
    if (this.#isSwept || !store) return;
    this.#isSwept = true;
    const oldest = this.#clock.now().getTime() - keptMilliseconds;
    const all = await store.all().catch(() => []);
    for (const [key, { savedAt }] of all) {
      if (Date.parse(savedAt) < oldest) await store.drop(key).catch(() => undefined);
    }
  }

  #isMine({ ownerId }: KeptText): boolean {
    const here = this.#whoIsHere();
    return ownerId === null || here === null || ownerId === here;
  }
}
