import type { ReceiptStep } from '../ports/intake.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { StepProgress } from './step-progress.ts';

/** The one writer of an entry while its lock is held: steps that run side by side change it through here. */
export class EntryKeeper<E extends KeptEntry = OutboxEntry> {
  readonly #outbox: Outbox<E>;
  readonly #changed: (entry: E) => void;
  #entry: E;
  #saved: Promise<void> = Promise.resolve();

  constructor(outbox: Outbox<E>, entry: E, changed: (entry: E) => void) {
    this.#outbox = outbox;
    this.#entry = entry;
    this.#changed = changed;
  }

  get entry(): E {
    return this.#entry;
  }

  /** Applies the change at once, and settles when it is stored. Changes are stored in the order they were made. */
  async update(change: (entry: E) => Partial<E>): Promise<void> {
    this.show(change);
    const next = this.#entry;
    this.#saved = this.#saved.catch(() => undefined).then(() => this.#outbox.save(next));
    await this.#saved;
  }

  /** Applies the change for this window's screen; it is stored with the next one that must be. */
  show(change: (entry: E) => Partial<E>): void {
    this.#entry = { ...this.#entry, ...change(this.#entry) };
    this.#changed(this.#entry);
  }

  updateStep(step: ReceiptStep, change: (progress: StepProgress) => StepProgress): Promise<void> {
    return this.update((entry) => ({ steps: { ...entry.steps, [step]: change(entry.steps[step]) } }) as Partial<E>);
  }
}
