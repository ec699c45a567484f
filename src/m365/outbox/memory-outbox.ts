import type { KeptEntry } from '../../application/outbox/kept-entry.ts';
import type { OutboxEntry } from '../../application/outbox/outbox-entry.ts';
import type { Outbox } from '../../application/ports/outbox.ts';

/** Where the browser stores nothing (some private windows): reports are sent while the pane stays open, and it says so. */
export function createMemoryOutbox<E extends KeptEntry = OutboxEntry>(): Outbox<E> {
  const entries = new Map<string, E>();
  const bytes = new Map<string, Uint8Array>();
  const held = new Set<string>();
  return {
    async add(entry) {
      const kept = entries.get(entry.id) ?? entry;
      entries.set(entry.id, kept);
      return kept;
    },
    async find(id) {
      return entries.get(id) ?? null;
    },
    async list() {
      return [...entries.values()];
    },
    unreadable: async () => [],
    keeps: () => false,
    async save(entry) {
      entries.set(entry.id, entry);
    },
    async remove(id) {
      entries.delete(id);
      for (const key of bytes.keys()) if (key === id || key.startsWith(`${id}/`)) bytes.delete(key);
    },
    async keepBytes(id, content) {
      bytes.set(id, content);
    },
    async bytes(id) {
      return bytes.get(id) ?? null;
    },
    async dropBytes(id) {
      bytes.delete(id);
    },
    async exclusively(id, work) {
      if (held.has(id)) return false;
      held.add(id);
      try {
        await work();
        return true;
      } finally {
        held.delete(id);
      }
    },
    onChange: () => () => undefined,
  };
}
