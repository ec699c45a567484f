import type { TabEntry } from '../../application/outbox/incident-entry.ts';
import type { DraftFile } from '../../application/ports/draft-shelf.ts';
import type { IncidentStore, KeptDraft } from '../../application/ports/incident-store.ts';
import { createMemoryOutbox } from './memory-outbox.ts';

/** Where the browser stores nothing: drafts and reports live in this window, which says that it must stay open. */
export function createMemoryStore(): IncidentStore {
  const outbox = createMemoryOutbox<TabEntry>();
  const drafts = new Map<string, KeptDraft>();
  const files = new Map<string, Map<string, DraftFile>>();
  const filesOf = (draftId: string) => files.get(draftId) ?? new Map<string, DraftFile>();
  const drop = (draftId: string) => {
    drafts.delete(draftId);
    files.delete(draftId);
  };
  return {
    outbox,
    drafts: {
      all: async () => [...drafts.values()],
      find: async (id) => drafts.get(id) ?? null,
      put: async (kept) => void drafts.set(kept.draft.id, kept),
      putFile: async (draftId, file) => void files.set(draftId, filesOf(draftId).set(file.id, file)),
      files: async (draftId) => [...filesOf(draftId).values()],
      fileIds: async (draftId) => [...filesOf(draftId).keys()],
      dropFile: async (draftId, fileId) => void filesOf(draftId).delete(fileId),
      drop: async (draftId) => drop(draftId),
    },
    handOver: async (entry, draftId) => {
      const isNew = (await outbox.find(entry.id)) === null;
      for (const { claim } of isNew ? entry.files : []) {
        const file = filesOf(draftId).get(claim.id);
        if (file) await outbox.keepBytes(`${entry.id}/${claim.id}`, file.bytes);
      }
      const kept = await outbox.add(entry);
      drop(draftId);
      return kept;
    },
  };
}
