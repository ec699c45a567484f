import type { ReceiptStep } from '../ports/intake.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { OutboxEntry, StepProgress } from './outbox-entry.ts';

/** The one writer of an entry while its lock is held: steps that run side by side change it through here. */
export class EntryKeeper {
  readonly #outbox: Outbox;
  readonly #changed: (entry: OutboxEntry) => void;
  #entry: OutboxEntry;
  #saved: Promise<void> = Promise.resolve();

  constructor(outbox: Outbox, entry: OutboxEntry, changed: (entry: OutboxEntry) => void) {
    this.#outbox = outbox;
    this.#entry = entry;
    this.#changed = changed;
  }

  get entry(): OutboxEntry {
    return this.#entry;
  }

  /** Applies the change at once, and settles when it is stored. Changes are stored in the order they were made. */
  async update(change: (entry: OutboxEntry) => Partial<OutboxEntry>): Promise<void> {
    this.#entry = { ...this.#entry, ...change(this.#entry) };
    this.#changed(this.#entry);
    const next = this.#entry;
    this.#saved = this.#saved.catch(() => undefined).then(() => this.#outbox.save(next));
    await this.#saved;
  }

  updateStep(step: ReceiptStep, change: (progress: StepProgress) => StepProgress): Promise<void> {
    return this.update((entry) => ({ steps: { ...entry.steps, [step]: change(entry.steps[step]) } }));
  }
}
