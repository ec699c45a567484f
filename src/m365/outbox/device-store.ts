import type { TabEntry } from '../../application/outbox/incident-entry.ts';
import type { DraftStore, IncidentStore, KeptDraft } from '../../application/ports/incident-store.ts';
import type { Outbox } from '../../application/ports/outbox.ts';
import { createDeviceOutbox } from './device-outbox.ts';
import { createMemoryStore } from './memory-store.ts';

/**
 * The tab's store on this device. What cannot be stored (storage full or forbidden, null where there is none at all) is held in
 * this window: a draft's `put` then rejects all the same, so that the screen can say so, and an entry is sent from memory. X-OFF-1.
 */
export function createDeviceStore(stored: IncidentStore | null): IncidentStore {
  const outbox = withLooseBytes(createDeviceOutbox<TabEntry>(stored?.outbox ?? null));
  const memory = createMemoryStore().drafts;
  const drafts = draftsOnDevice(stored?.drafts ?? null, memory);
  return {
    outbox,
    drafts,
    handOver: async (entry, draftId) => {
      let files = await memory.files(draftId);
      let kept = await stored?.handOver(entry, draftId).catch((error: unknown) => {
        console.warn('The device did not take a report over; it is put there piece by piece.', error);
      });
      if (!kept) {
        files = await drafts.files(draftId).catch(() => files);
        kept = await outbox.add(entry);
      }
      for (const { id, bytes } of files) await outbox.keepBytes(`${entry.id}/${id}`, bytes);
      await drafts.drop(draftId).catch(() => undefined);
      return kept;
    },
  };
}

/** Bytes that there is no room for stay in this window, and their entry is no longer said to be kept. */
function withLooseBytes(outbox: Outbox<TabEntry>): Outbox<TabEntry> {
  const loose = new Map<string, Uint8Array>();
  const keysOf = (id: string) => [...loose.keys()].filter((key) => key.startsWith(`${id}/`));
  return {
    ...outbox,
    keeps: (id) => outbox.keeps(id) && keysOf(id).length === 0,
    keepBytes: (key, bytes) => outbox.keepBytes(key, bytes).catch(() => void loose.set(key, bytes)),
    bytes: async (key) => loose.get(key) ?? outbox.bytes(key),
    dropBytes: async (key) => {
      loose.delete(key);
      await outbox.dropBytes(key);
    },
    remove: async (id) => {
      await outbox.remove(id);
      for (const key of keysOf(id)) loose.delete(key);
    },
  };
}

/** What the device refused lies in memory, and is what counts until the device takes a later one. */
function draftsOnDevice(stored: DraftStore | null, memory: DraftStore): DraftStore {
  const held = new Map<string, KeptDraft>();
  return {
    all: async () => {
      const all = (await stored?.all().catch(() => [])) ?? [];
      return [...held.values(), ...all.filter(({ draft }) => !held.has(draft.id))];
    },
    find: async (id) => held.get(id) ?? (await stored?.find(id)) ?? null,
    put: async (kept) => {
      const { id } = kept.draft;
      held.set(id, kept);
      if (!stored) throw new Error('This device stores nothing.');
      await stored.put(kept);
      if (held.get(id) === kept) held.delete(id);
    },
    putFile: async (draftId, file) => {
      await (stored?.putFile(draftId, file) ?? Promise.reject()).catch(() => memory.putFile(draftId, file));
    },
    files: async (draftId) => [
      ...((await stored?.files(draftId).catch(() => [])) ?? []),
      ...(await memory.files(draftId)),
    ],
    fileIds: async (draftId) => [
      ...((await stored?.fileIds(draftId).catch(() => [])) ?? []),
      ...(await memory.fileIds(draftId)),
    ],
    dropFile: async (draftId, fileId) => {
      await memory.dropFile(draftId, fileId);
      await stored?.dropFile(draftId, fileId);
    },
    drop: async (draftId) => {
      held.delete(draftId);
      await memory.drop(draftId);
      await stored?.drop(draftId);
    },
  };
}
