import type { DraftShelf } from '../../application/ports/draft-shelf.ts';
import type { IncidentDraft } from '../../application/report-incident-draft.ts';

/** Whether what is on screen is also on the device. `unsaved`: the device stores nothing; only this window holds it. */
export type Keeping = 'kept' | 'keeping' | 'unsaved';

/** Milliseconds from the last change to the sealed copy. */
const saveAfterMs = 250;
/** Within this time, a tap with nothing after it was a mistake. */
const mistakenTapMs = 60_000;
const sessionPrefix = 'urddas.draft.';

/**
 * Keeps a draft while somebody works on it. Each change goes into the session's own storage at once, because a window can be
 * gone before anything sealed is written; the sealed copy in the shelf follows, and then takes its place (X-OFF-1, COM-3e-7).
 * There is one keeper a page, so that the helper and the form go on with the same draft.
 */
export class DraftKeeper {
  readonly #shelf: () => DraftShelf;
  readonly #drafts = new Map<string, IncidentDraft>();
  readonly #timers = new Map<string, ReturnType<typeof setTimeout>>();
  readonly #saves = new Map<string, Promise<void>>();
  readonly #dropped = new Set<string>();
  /** Begun by a tap, and nothing done with it since. */
  readonly #pristine = new Set<string>();
  readonly #states = new Map<string, Keeping>();
  readonly #listeners = new Set<() => void>();

  /** `shelf` is asked for on first use: nothing of it is needed for the first screen. */
  constructor(shelf: () => DraftShelf) {
    this.#shelf = shelf;
    const flush = () => void this.flush();
    window.addEventListener('pagehide', flush);
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'hidden') flush();
    });
  }

  /** The draft as this window has it; null when it has not been opened here. */
  held(id: string): IncidentDraft | null {
    return this.#drafts.get(id) ?? null;
  }

  /** Opens a draft: from this window, this session or the shelf. Null when nobody has it. */
  async open(id: string): Promise<IncidentDraft | null> {
    const inSession = this.held(id) ?? readSession(id);
    const draft = inSession ?? (await this.#ask((shelf) => shelf.find(id), null));
    if (!draft || this.#dropped.has(id)) return null;
    // Somebody may have begun to write while the shelf was read.
    const held = this.held(id);
    if (held) return held;
    this.#drafts.set(id, draft);
    // Left over from a window that closed before it could write.
    if (inSession) this.#saveSoon(id);
    return draft;
  }

  /** Takes a new draft, as the first tap made it. */
  begin(draft: IncidentDraft): void {
    this.put(draft);
    this.#pristine.add(draft.id);
  }

  /** Takes a change. It is safe from a reload when this returns. */
  put(draft: IncidentDraft): void {
    this.#dropped.delete(draft.id);
    this.#pristine.delete(draft.id);
    this.#drafts.set(draft.id, draft);
    writeSession(draft);
    this.#saveSoon(draft.id);
    this.#tell(draft.id, 'keeping');
  }

  state(id: string): Keeping {
    return this.#states.get(id) ?? 'kept';
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Writes at once what still waits, and settles when it is written. */
  async flush(): Promise<void> {
    for (const id of [...this.#timers.keys()]) this.#save(id);
    await Promise.all(this.#saves.values());
  }

  /**
   * Unfinished ones, newest first: of this device, and of this window where the device stores nothing. Whoever taps a wrong
   * tile and goes back at once leaves nothing behind.
   */
  async unfinished(now: Date): Promise<IncidentDraft[]> {
    for (const id of this.#pristine) {
      const draft = this.#drafts.get(id);
      const age = draft ? now.getTime() - Date.parse(draft.startedAt) : 0;
      if (age < mistakenTapMs) await this.discard(id).catch(() => undefined);
    }
    const stored = await this.#ask((shelf) => shelf.list(), []);
    const all = new Map([...stored, ...readSessions(), ...this.#drafts.values()].map((draft) => [draft.id, draft]));
    return [...all.values()]
      .filter(({ id }) => !this.#dropped.has(id))
      .sort((one, other) => other.startedAt.localeCompare(one.startedAt));
  }

  /** Lets go of a draft that was handed on: the shelf has been cleared by whoever took it. */
  release(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    this.#drafts.delete(id);
    this.#pristine.delete(id);
    this.#dropped.add(id);
    removeSession(id);
  }

  /** Throws it away, here and on the device. */
  async discard(id: string): Promise<void> {
    this.release(id);
    await this.#saves.get(id);
    await this.#shelf().remove(id);
  }

  /** What the shelf says; where nothing can be stored there is nothing to find. */
  async #ask<T>(question: (shelf: DraftShelf) => Promise<T>, otherwise: T): Promise<T> {
    try {
      return await question(this.#shelf());
    } catch {
      return otherwise;
    }
  }

  #saveSoon(id: string): void {
    // Not put off by every new letter: a person who types without a pause is saved as often.
    if (this.#timers.has(id)) return;
    this.#timers.set(
      id,
      setTimeout(() => this.#save(id), saveAfterMs),
    );
  }

  #save(id: string): void {
    clearTimeout(this.#timers.get(id));
    this.#timers.delete(id);
    const before = this.#saves.get(id) ?? Promise.resolve();
    const saving = before.then(async () => {
      const draft = this.#drafts.get(id);
      if (!draft) return;
      try {
        await this.#shelf().save(draft);
        if (this.#drafts.get(id) !== draft) return;
        removeSession(id);
        this.#tell(id, 'kept');
      } catch {
        this.#tell(id, 'unsaved');
      }
    });
    this.#saves.set(id, saving);
  }

  #tell(id: string, state: Keeping): void {
    if (this.#states.get(id) === state) return;
    this.#states.set(id, state);
    for (const listener of this.#listeners) listener();
  }
}

function readSession(id: string): IncidentDraft | null {
  try {
    const text = sessionStorage.getItem(sessionPrefix + id);
    return text === null ? null : (JSON.parse(text) as IncidentDraft);
  } catch {
    return null;
  }
}

function readSessions(): IncidentDraft[] {
  try {
    return Object.keys(sessionStorage)
      .filter((key) => key.startsWith(sessionPrefix))
      .flatMap((key) => readSession(key.slice(sessionPrefix.length)) ?? []);
  } catch {
    return [];
  }
}

function writeSession(draft: IncidentDraft): void {
  try {
    sessionStorage.setItem(sessionPrefix + draft.id, JSON.stringify(draft));
  } catch {
    // Full or forbidden: the shelf, or else this window, holds it.
  }
}

function removeSession(id: string): void {
  try {
    sessionStorage.removeItem(sessionPrefix + id);
  } catch {
    // Nothing lies where nothing may be stored.
  }
}
