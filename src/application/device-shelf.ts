import type { Clock } from './ports/clock.ts';
import type { DraftShelf } from './ports/draft-shelf.ts';
import type { DraftStore, KeptDraft } from './ports/incident-store.ts';
import type { IncidentDraft } from './report-incident-draft.ts';

/** A draft nobody has touched for so long is dropped. */
const keptMilliseconds = 30 * 24 * 3_600_000;

/** A save that was asked for before its draft was handed over may come this much later. */
const lateMilliseconds = 1_000;

interface Pending {
  draft: IncidentDraft;
  written: Promise<void>;
}

/**
 * The shelf of drafts on this device. Saving is cheap: while one version is being written only the latest of those that follow is
 * kept for the next turn. What another person wrote is not shown once it is known who sits here. X-OFF-1, COM-3e-7.
 */
export class DeviceShelf implements DraftShelf {
  readonly #store: Promise<DraftStore>;
  readonly #clock: Clock;
  /** Directory id of whoever is signed in; null while nobody has said. */
  readonly #whoIsHere: () => string | null;
  readonly #writing = new Map<string, Promise<void>>();
  readonly #pending = new Map<string, Pending>();
  readonly #unkept = new Set<string>();
  /** Until when saves of a draft that was handed over count no more: one that comes late must not bring it back. */
  readonly #releasedUntil = new Map<string, number>();
  readonly #owners = new Map<string, string>();

  constructor(store: Promise<DraftStore>, clock: Clock, whoIsHere: () => string | null) {
    this.#store = store;
    this.#clock = clock;
    this.#whoIsHere = whoIsHere;
  }

  async list(): Promise<IncidentDraft[]> {
    const store = await this.#store;
    const oldest = this.#clock.now().getTime() - keptMilliseconds;
    const all = await store.all();
    const stale = all.filter(({ savedAt }) => Date.parse(savedAt) < oldest);
    for (const { draft } of stale) await store.drop(draft.id).catch(() => undefined);
    return all
      .filter((kept) => !stale.includes(kept) && this.#isMine(kept))
      .sort((one, other) => other.draft.startedAt.localeCompare(one.draft.startedAt))
      .map(({ draft }) => draft);
  }

  async find(id: string): Promise<IncidentDraft | null> {
    const kept = await (await this.#store).find(id);
    return kept && this.#isMine(kept) ? kept.draft : null;
  }

  keeps(id: string): boolean {
    return !this.#unkept.has(id);
  }

  save(draft: IncidentDraft): Promise<void> {
    const { id } = draft;
    if (this.#isReleased(id)) return Promise.resolve();
    const waiting = this.#pending.get(id);
    if (waiting) {
      waiting.draft = draft;
      return waiting.written;
    }
    const pending: Pending = { draft, written: Promise.resolve() };
    this.#pending.set(id, pending);
    const before = this.#writing.get(id) ?? Promise.resolve();
    pending.written = before.catch(() => undefined).then(() => this.#write(id, pending));
    this.#writing.set(id, pending.written);
    return pending.written;
  }

  async saveFile(draftId: string, file: { id: string; bytes: Uint8Array }): Promise<void> {
    await (await this.#store).putFile(draftId, file);
  }

  async files(draftId: string) {
    return (await this.#store).files(draftId);
  }

  async removeFile(draftId: string, fileId: string): Promise<void> {
    await (await this.#store).dropFile(draftId, fileId);
  }

  async remove(id: string): Promise<void> {
    await this.#settled(id);
    await (await this.#store).drop(id);
    this.#unkept.delete(id);
  }

  /** Runs the work that takes the draft off the shelf, with no save under way or to come. Where it fails, saves count again. */
  async release<T>(id: string, work: () => Promise<T>): Promise<T> {
    this.#releasedUntil.set(id, Number.POSITIVE_INFINITY);
    await this.#settled(id);
    try {
      const result = await work();
      this.#releasedUntil.set(id, this.#clock.now().getTime() + lateMilliseconds);
      this.#unkept.delete(id);
      return result;
    } catch (error) {
      this.#releasedUntil.delete(id);
      throw error;
    }
  }

  #isReleased(id: string): boolean {
    return this.#clock.now().getTime() < (this.#releasedUntil.get(id) ?? 0);
  }

  async #settled(id: string): Promise<void> {
    await this.#writing.get(id)?.catch(() => undefined);
  }

  async #write(id: string, pending: Pending): Promise<void> {
    const store = await this.#store;
    this.#pending.delete(id);
    if (this.#isReleased(id)) return;
    try {
      await store.put({
        draft: pending.draft,
        ownerId: await this.#ownerOf(id, store),
        savedAt: this.#clock.now().toISOString(),
      });
      this.#unkept.delete(id);
    } catch (error) {
      this.#unkept.add(id);
      throw error;
    } finally {
      if (this.#writing.get(id) === pending.written) this.#writing.delete(id);
    }
  }

  /** Whose it was stays known while nobody says who is here now. */
  async #ownerOf(id: string, store: DraftStore): Promise<string | null> {
    const here = this.#whoIsHere();
    if (here !== null) return here;
    const known = this.#owners.get(id) ?? (await store.find(id).catch(() => null))?.ownerId ?? null;
    if (known !== null) this.#owners.set(id, known);
    return known;
  }

  #isMine({ ownerId }: KeptDraft): boolean {
    const here = this.#whoIsHere();
    return ownerId === null || here === null || ownerId === here;
  }
}
