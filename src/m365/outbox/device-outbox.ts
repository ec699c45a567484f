import type { KeptEntry } from '../../application/outbox/kept-entry.ts';
import type { OutboxEntry } from '../../application/outbox/outbox-entry.ts';
import type { Outbox } from '../../application/ports/outbox.ts';
import { createMemoryOutbox } from './memory-outbox.ts';

/**
 * The outbox on this device. An entry that cannot be stored (storage full or forbidden, null where there is none at all) is held
 * in this window and sent all the same: a full disk must not keep a report back. `keeps` says which it is. X-OFF-1.
 */
export function createDeviceOutbox<E extends KeptEntry = OutboxEntry>(stored: Outbox<E> | null): Outbox<E> {
  const memory = createMemoryOutbox<E>();
  const unstored = new Set<string>();
  /** `key` is an entry's id, or begins with it. */
  const placeOf = (key: string) => (stored === null || unstored.has(key.split('/')[0] ?? key) ? memory : stored);
  return {
    async add(entry) {
      if (stored && !unstored.has(entry.id)) {
        try {
          return await stored.add(entry);
        } catch (error) {
          console.warn('The device did not store a report; this window holds it.', error);
        }
      }
      unstored.add(entry.id);
      return memory.add(entry);
    },
    find: (id) => placeOf(id).find(id),
    async list() {
      return [...((await stored?.list()) ?? []), ...(await memory.list())];
    },
    unreadable: async () => (await stored?.unreadable()) ?? [],
    keeps: (id) => placeOf(id).keeps(id),
    save: (entry) => placeOf(entry.id).save(entry),
    async remove(id) {
      await placeOf(id).remove(id);
      unstored.delete(id);
    },
    keepBytes: (id, bytes) => placeOf(id).keepBytes(id, bytes),
    bytes: (id) => placeOf(id).bytes(id),
    dropBytes: (id) => placeOf(id).dropBytes(id),
    exclusively: (id, work) => placeOf(id).exclusively(id, work),
    onChange: (listener) => stored?.onChange(listener) ?? (() => undefined),
  };
}
