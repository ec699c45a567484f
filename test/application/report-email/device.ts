import type { KeptEntry } from '../../../src/application/outbox/kept-entry.ts';
import type { OutboxEntry } from '../../../src/application/outbox/outbox-entry.ts';
import type { Outbox } from '../../../src/application/ports/outbox.ts';

/**
 * A device whose windows can be killed: its store outlives them, their locks do not, and nothing a dead window
 * still does has any effect.
 */
export class Device<E extends KeptEntry = OutboxEntry> {
  readonly entries = new Map<string, E>();
  readonly bytes = new Map<string, Uint8Array>();
  readonly #locks = new Map<string, Window<E>>();

  openWindow(): Window<E> {
    return new Window(this, this.#locks);
  }
}

class Window<E extends KeptEntry = OutboxEntry> {
  readonly outbox: Outbox<E>;
  #isDead = false;
  readonly #locks: Map<string, Window<E>>;

  constructor(device: Device<E>, locks: Map<string, Window<E>>) {
    this.#locks = locks;
    const alive = async <T>(work: () => T): Promise<T> => {
      if (this.#isDead) return new Promise<T>(() => undefined);
      return work();
    };
    this.outbox = {
      add: (entry) =>
        alive(() => {
          const kept = device.entries.get(entry.id) ?? entry;
          device.entries.set(entry.id, kept);
          return kept;
        }),
      find: (id) => alive(() => device.entries.get(id) ?? null),
      unreadable: async () => [],
      keeps: () => true,
      list: () => alive(() => [...device.entries.values()]),
      save: (entry) => alive(() => void device.entries.set(entry.id, structuredClone(entry))),
      remove: (id) =>
        alive(() => {
          device.entries.delete(id);
          for (const key of device.bytes.keys()) if (key === id || key.startsWith(`${id}/`)) device.bytes.delete(key);
        }),
      keepBytes: (id, content) => alive(() => void device.bytes.set(id, content)),
      bytes: (id) => alive(() => device.bytes.get(id) ?? null),
      dropBytes: (id) => alive(() => void device.bytes.delete(id)),
      exclusively: async (id, work) => {
        if (this.#isDead || locks.has(id)) return false;
        locks.set(id, this);
        try {
          await work();
          return true;
        } finally {
          if (locks.get(id) === this) locks.delete(id);
        }
      },
      onChange: () => () => undefined,
    };
  }

  get isDead(): boolean {
    return this.#isDead;
  }

  kill(): void {
    this.#isDead = true;
    for (const [id, holder] of this.#locks) if (holder === this) this.#locks.delete(id);
  }
}

export type { Window };
