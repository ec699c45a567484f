import type { IncidentDraft } from '../report-incident-draft.ts';

/** A file picked for a draft: what is known of it, and its bytes. */
export interface DraftFile {
  id: string;
  bytes: Uint8Array;
}

/**
 * Unfinished records on this device, sealed, kept from the first tap until they are handed to the outbox. They survive a
 * reload and a closed window, with no network and before any sign-in. COM-3e-7, X-OFF-1, B-A11Y-3.
 */
export interface DraftShelf {
  /**
   * Newest first, of whoever is signed in as far as that is known, and none that nobody touched for 30 days. Whatever cannot be opened any
   * more is left out.
   */
  list(): Promise<IncidentDraft[]>;
  find(id: string): Promise<IncidentDraft | null>;
  /**
   * Replaces the draft. Cheap to call often: versions that come while one is being written are passed over but for the last.
   * Throws when the device stores nothing: the window then holds it, and says so.
   */
  save(draft: IncidentDraft): Promise<void>;
  /** False when the device could not store the draft, so that it lives in this window alone. */
  keeps(id: string): boolean;
  /** Where the device has no room for it, the window holds it. */
  saveFile(draftId: string, file: DraftFile): Promise<void>;
  files(draftId: string): Promise<DraftFile[]>;
  removeFile(draftId: string, fileId: string): Promise<void>;
  /** Removes the draft and its files. */
  remove(id: string): Promise<void>;
}
