import type { OutboxEntry } from '../../application/outbox/outbox-entry.ts';
import type { Outbox } from '../../application/ports/outbox.ts';
import { addOnce, openDatabase, read, readAll, write } from './database.ts';
import { createSealingKey, type Sealed, seal, sealJson, unseal, unsealJson } from './sealing.ts';

const keyName = 'sealing-key';

/**
 * The outbox in the browser's own database, sealed, shared by all windows of this origin: entries by IndexedDB, turns by
 * Web Locks (a lock ends with its window, so a closed pane never blocks), news by BroadcastChannel.
 * Rejects where the browser stores nothing.
 */
export async function openIndexedDbOutbox(name = 'urddas-outbox'): Promise<Outbox> {
  const database = await openDatabase(name);
  const key = await addOnce(database, 'keys', keyName, await createSealingKey());
  const channel = new BroadcastChannel(name);
  const unsealEntry = (sealed: Sealed) => unsealJson<OutboxEntry>(key, sealed);

  return {
    async add(entry) {
      const kept = await addOnce(database, 'entries', entry.id, await sealJson(key, entry));
      channel.postMessage(entry.id);
      return unsealEntry(kept);
    },
    async find(id) {
      const sealed = await read<Sealed>(database, 'entries', id);
      return sealed ? unsealEntry(sealed) : null;
    },
    async list() {
      const entries = await Promise.all((await readAll<Sealed>(database, 'entries')).map(unsealEntry));
      return entries.sort((one, other) => one.createdAt.localeCompare(other.createdAt));
    },
    async save(entry) {
      const sealed = await sealJson(key, entry);
      await write(database, ['entries'], (transaction) => transaction.objectStore('entries').put(sealed, entry.id));
      channel.postMessage(entry.id);
    },
    async remove(id) {
      await write(database, ['entries', 'bytes'], (transaction) => {
        transaction.objectStore('entries').delete(id);
        transaction.objectStore('bytes').delete(id);
      });
      channel.postMessage(id);
    },
    async keepBytes(id, bytes) {
      const sealed = await seal(key, bytes);
      await write(database, ['bytes'], (transaction) => transaction.objectStore('bytes').put(sealed, id));
    },
    async bytes(id) {
      const sealed = await read<Sealed>(database, 'bytes', id);
      return sealed ? unseal(key, sealed) : null;
    },
    dropBytes: (id) => write(database, ['bytes'], (transaction) => transaction.objectStore('bytes').delete(id)),
    async exclusively(id, work) {
      return navigator.locks.request(`${name}:${id}`, { ifAvailable: true }, async (lock) => {
        if (lock === null) return false;
        await work();
        return true;
      });
    },
    onChange(listener) {
      const hear = (event: MessageEvent<string>) => listener(event.data);
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
