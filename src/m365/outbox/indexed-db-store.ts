import type { TabEntry } from '../../application/outbox/incident-entry.ts';
import type { DraftStore, IncidentStore, KeptDraft } from '../../application/ports/incident-store.ts';
import { keysUnder, read, readAll, readKeys, write } from './database.ts';
import { channelOf, createStoredOutbox, outboxStores } from './indexed-db-outbox.ts';
import { type SealedDatabase, sealedDatabase } from './sealed-database.ts';
import { type Sealed, seal, sealJson, unseal, unsealJson } from './sealing.ts';

/**
 * The tab's drafts and outbox in one database, sealed with one key, so that a draft becomes an entry in one transaction.
 * Rejects where the browser stores nothing, or has no locks: two windows would send the same report.
 */
export async function openIndexedDbStore(name = 'urddas-incidents'): Promise<IncidentStore> {
  const opened = sealedDatabase(name, [...outboxStores, 'drafts', 'draftFiles']);
  const channel = channelOf(name);
  const outbox = createStoredOutbox<TabEntry>(name, opened, channel);
  await opened();
  return {
    drafts: storedDrafts(opened),
    outbox,
    handOver: async (entry, draftId) => {
      const { database, key } = await opened();
      const sealed = await sealJson(key, entry);
      // Read once: another window may write between two readings, and what is good would be taken for spoilt.
      const stored = await read<Sealed>(database, 'entries', entry.id);
      const before = stored ? await unsealJson<TabEntry>(key, stored).catch(() => null) : null;
      let isWritten = false;
      await write(database, [...outboxStores, 'drafts', 'draftFiles'], (transaction) => {
        const entries = transaction.objectStore('entries');
        entries.get(entry.id).onsuccess = ({ target }) => {
          const present: Sealed | undefined = (target as IDBRequest).result;
          // There and unreadable: what cannot be opened gives way to what can.
          const isSpoilt = present !== undefined && before === null && String(present.iv) === String(stored?.iv);
          isWritten = present === undefined || isSpoilt;
          if (isWritten) {
            entries.put(sealed, entry.id);
            for (const { claim } of entry.files) move(transaction, `${draftId}/${claim.id}`, `${entry.id}/${claim.id}`);
          }
          transaction.objectStore('drafts').delete(draftId);
          transaction.objectStore('draftFiles').delete(keysUnder(draftId));
        };
      });
      if (isWritten) channel.postMessage(sealed);
      return before ?? (await outbox.find(entry.id)) ?? entry;
    },
  };
}

/** Sealed bytes go over as they are: both stores have the same key. */
function move(transaction: IDBTransaction, from: string, to: string): void {
  const request = transaction.objectStore('draftFiles').get(from);
  request.onsuccess = () => {
    if (request.result !== undefined) transaction.objectStore('bytes').put(request.result, to);
  };
}

function storedDrafts(opened: () => Promise<SealedDatabase>): DraftStore {
  const open = <T>(work: Promise<T>): Promise<T | null> => work.catch(() => null);
  return {
    async all() {
      const { database, key } = await opened();
      const all = await readAll<Sealed>(database, 'drafts');
      const found = await Promise.all(all.map(([, sealed]) => open(unsealJson<KeptDraft>(key, sealed))));
      return found.filter((kept) => kept !== null);
    },
    async find(id) {
      const { database, key } = await opened();
      const sealed = await read<Sealed>(database, 'drafts', id);
      return sealed ? open(unsealJson<KeptDraft>(key, sealed)) : null;
    },
    async put(kept) {
      const { database, key } = await opened();
      const sealed = await sealJson(key, kept);
      // Every few words: the disk is not made to turn for each.
      await write(database, ['drafts'], (it) => it.objectStore('drafts').put(sealed, kept.draft.id), 'relaxed');
    },
    async putFile(draftId, file) {
      const { database, key } = await opened();
      const sealed = await seal(key, file.bytes);
      await write(database, ['draftFiles'], (it) => it.objectStore('draftFiles').put(sealed, `${draftId}/${file.id}`));
    },
    async files(draftId) {
      const { database, key } = await opened();
      const all = await readAll<Sealed>(database, 'draftFiles', keysUnder(draftId));
      const found = await Promise.all(
        all.map(async ([place, sealed]) => {
          const bytes = await open(unseal(key, sealed));
          return bytes && { id: place.slice(draftId.length + 1), bytes };
        }),
      );
      return found.filter((file) => file !== null);
    },
    async fileIds(draftId) {
      const { database } = await opened();
      const keys = await readKeys(database, 'draftFiles', keysUnder(draftId));
      return keys.map((place) => place.slice(draftId.length + 1));
    },
    async dropFile(draftId, fileId) {
      const { database } = await opened();
      await write(database, ['draftFiles'], (it) => it.objectStore('draftFiles').delete(`${draftId}/${fileId}`));
    },
    async drop(draftId) {
      const { database } = await opened();
      await write(database, ['drafts', 'draftFiles'], (it) => {
        it.objectStore('drafts').delete(draftId);
        it.objectStore('draftFiles').delete(keysUnder(draftId));
      });
    },
  };
}
