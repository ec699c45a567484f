import type { TabEntry } from '../outbox/incident-entry.ts';
import type { IncidentDraft } from '../report-incident-draft.ts';
import type { DraftFile } from './draft-shelf.ts';
import type { Outbox } from './outbox.ts';

/** A draft as the device keeps it. */
export interface KeptDraft {
  draft: IncidentDraft;
  /** Directory id of whoever wrote it; null while nobody had said who that is. */
  ownerId: string | null;
  /** UTC, ISO 8601. */
  savedAt: string;
}

/** Drafts and their files on the device, sealed. What cannot be opened any more is as if it were not there. */
export interface DraftStore {
  all(): Promise<KeptDraft[]>;
  find(id: string): Promise<KeptDraft | null>;
  /** Rejects when the device has no room for it or stores nothing. */
  put(kept: KeptDraft): Promise<void>;
  putFile(draftId: string, file: DraftFile): Promise<void>;
  files(draftId: string): Promise<DraftFile[]>;
  fileIds(draftId: string): Promise<string[]>;
  dropFile(draftId: string, fileId: string): Promise<void>;
  /** Drops the draft with its files. */
  drop(draftId: string): Promise<void>;
}

/** Everything of the tab's that lies on the device: what is being written, and what is on its way. X-OFF-1. */
export interface IncidentStore {
  drafts: DraftStore;
  outbox: Outbox<TabEntry>;
  /**
   * Takes the entry into the outbox, with the bytes of the draft's files that it names, and the draft off the shelf: all of it or
   * nothing, so that a window that dies leaves either a draft or an entry. Gives the entry that stays, as `Outbox.add` does.
   */
  handOver(entry: TabEntry, draftId: string): Promise<TabEntry>;
}
