import type { KeptEntry } from '../../application/outbox/kept-entry.ts';
import type { OutboxEntry } from '../../application/outbox/outbox-entry.ts';
import type { Outbox } from '../../application/ports/outbox.ts';
import { addOnce, keysUnder, read, readAll, write } from './database.ts';
import { type SealedDatabase, sealedDatabase } from './sealed-database.ts';
import { type Sealed, seal, sealJson, unseal, unsealJson } from './sealing.ts';

/** Stores of the outbox's own; another module may keep more in the same database. */
export const outboxStores = ['entries', 'bytes'] as const;

/** The pane's. Rejects where the browser stores nothing, or has no locks: two windows would send the same report. */
export async function openIndexedDbOutbox(name = 'urddas-outbox'): Promise<Outbox> {
  const opened = sealedDatabase(name, outboxStores);
  const outbox = createStoredOutbox<OutboxEntry>(name, opened, channelOf(name));
  await opened();
  return outbox;
}

/** Where windows of this origin tell each other what they saved. Throws where the browser has no locks to go with it. */
export function channelOf(name: string): BroadcastChannel {
  if (!navigator.locks) throw new Error('This browser has no locks.');
  return new BroadcastChannel(name);
}

/**
 * An outbox in the browser's own database, sealed, shared by all windows of this origin: entries by IndexedDB, turns by
 * Web Locks (a lock ends with its window, so a closed pane never blocks), news by BroadcastChannel.
 */
export function createStoredOutbox<E extends KeptEntry>(
  name: string,
  opened: () => Promise<SealedDatabase>,
  channel: BroadcastChannel,
): Outbox<E> {
  async function open<T>(work: (key: CryptoKey) => Promise<T>): Promise<T | null> {
    const { key } = await opened();
    // What cannot be opened is no entry any more; `unreadable` tells of it.
    return work(key).catch(() => null);
  }
  const unsealEntry = (sealed: Sealed) => open((key) => unsealJson<E>(key, sealed));

  async function put(entry: E): Promise<void> {
    const { database, key } = await opened();
    const sealed = await sealJson(key, entry);
    await write(database, ['entries'], (transaction) => transaction.objectStore('entries').put(sealed, entry.id));
    // The entry itself and not its id: a finished one is gone from the store before the others can look.
    channel.postMessage(sealed);
  }

  return {
    async add(entry) {
      const { database, key } = await opened();
      const sealed = await addOnce(database, 'entries', entry.id, await sealJson(key, entry));
      const kept = await unsealEntry(sealed);
      if (kept) channel.postMessage(sealed);
      else await put(entry);
      return kept ?? entry;
    },
    async find(id) {
      const sealed = await read<Sealed>((await opened()).database, 'entries', id);
      return sealed ? unsealEntry(sealed) : null;
    },
    async list() {
      const all = await readAll<Sealed>((await opened()).database, 'entries');
      const entries = await Promise.all(all.map(([, sealed]) => unsealEntry(sealed)));
      return entries
        .filter((entry) => entry !== null)
        .sort((one, other) => one.createdAt.localeCompare(other.createdAt));
    },
    async unreadable() {
      const all = await readAll<Sealed>((await opened()).database, 'entries');
      const found = await Promise.all(all.map(async ([id, sealed]) => ((await unsealEntry(sealed)) ? [] : [id])));
      return found.flat();
    },
    keeps: () => true,
    save: put,
    async remove(id) {
      await write((await opened()).database, ['entries', 'bytes'], (transaction) => {
        transaction.objectStore('entries').delete(id);
        transaction.objectStore('bytes').delete(id);
        transaction.objectStore('bytes').delete(keysUnder(id));
      });
    },
    async keepBytes(id, bytes) {
      const { database, key } = await opened();
      const sealed = await seal(key, bytes);
      await write(database, ['bytes'], (transaction) => transaction.objectStore('bytes').put(sealed, id));
    },
    async bytes(id) {
      const sealed = await read<Sealed>((await opened()).database, 'bytes', id);
      return sealed ? open((key) => unseal(key, sealed)) : null;
    },
    async dropBytes(id) {
      await write((await opened()).database, ['bytes'], (transaction) => transaction.objectStore('bytes').delete(id));
    },
    async exclusively(id, work) {
      return navigator.locks.request(`${name}:${id}`, { ifAvailable: true }, async (lock) => {
        if (lock === null) return false;
        await work();
        return true;
      });
    },
    onChange(listener) {
      let heard = Promise.resolve();
      const hear = ({ data }: MessageEvent<Sealed>) => {
        heard = heard.then(async () => {
          const entry = await unsealEntry(data).catch(() => null);
          if (entry) listener(entry);
        });
      };
      channel.addEventListener('message', hear);
      return () => channel.removeEventListener('message', hear);
    },
  };
}
