import { RemoteError } from '../remote-error.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import type { CapturedOriginal, OutboxEntry } from './outbox-entry.ts';
import type { StepContext } from './step-context.ts';
import { isSettled } from './step-progress.ts';

/** The bytes of one entry, taken once however many steps ask, and kept on the device until no step needs them. */
export class CapturedBytes {
  readonly #keeper: EntryKeeper;
  readonly #context: StepContext;
  #taking: Promise<{ bytes: Uint8Array; original: CapturedOriginal }> | null = null;

  constructor(keeper: EntryKeeper, context: StepContext) {
    this.#keeper = keeper;
    this.#context = context;
  }

  async take(): Promise<{ bytes: Uint8Array; original: CapturedOriginal }> {
    this.#taking ??= this.#load();
    try {
      return await this.#taking;
    } catch (error) {
      this.#taking = null;
      throw error;
    }
  }

  async #load(): Promise<{ bytes: Uint8Array; original: CapturedOriginal }> {
    const { id, original } = this.#keeper.entry;
    const kept = original ? await this.#context.outbox.bytes(id) : null;
    if (original && kept) return { bytes: kept, original };
    const fresh = await this.#context.capture(this.#keeper.entry);
    if (original && original.sha256 !== fresh.original.sha256) {
      // The first bytes were already used by a step: two hashes for one report would make both worthless.
      throw new RemoteError('conflict', 'The message is no longer the one that was captured.');
    }
    // Where there is no room for them they stay in this window, and a later one takes them from the mailbox again.
    await this.#context.outbox.keepBytes(id, fresh.bytes).catch(() => undefined);
    await this.#keeper.update(() => ({ original: fresh.original }));
    return fresh;
  }

  /** Drops the bytes as soon as neither the forward nor the evidence needs them. X-OFF-1. */
  async dropWhenUnneeded(): Promise<void> {
    if (!areUnneeded(this.#keeper.entry)) return;
    this.#taking = null;
    await this.#context.outbox.dropBytes(this.#keeper.entry.id);
  }
}

function areUnneeded(entry: OutboxEntry): boolean {
  return isSettled(entry.steps.forwarded) && isSettled(entry.steps.evidenceFiled);
}
