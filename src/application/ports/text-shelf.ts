/**
 * Texts on this device that somebody is writing and that belong to no draft of a report: an answer, a statement. Sealed, and kept as
 * drafts are: for whoever wrote them, through a reload and a closed window, for 30 days. X-OFF-1
 */
export interface TextShelf {
  /** Null when there is none, or it is somebody else's. */
  find(key: string): Promise<string | null>;
  /** Replaces it; an empty text is none. Cheap to call often. Rejects when the device stores nothing: the window then holds it. */
  save(key: string, text: string): Promise<void>;
  remove(key: string): Promise<void>;
}

/** A text as the device keeps it. */
export interface KeptText {
  text: string;
  /** Directory id of whoever wrote it; null while nobody had said who that is. */
  ownerId: string | null;
  /** UTC, ISO 8601. */
  savedAt: string;
}

/** Where the device keeps them, sealed. What cannot be opened any more is as if it were not there. */
export interface TextStore {
  /** Every text that can be opened, with its key. */
  all(): Promise<[key: string, kept: KeptText][]>;
  find(key: string): Promise<KeptText | null>;
  /** Rejects when the device has no room for it or stores nothing. */
  put(key: string, kept: KeptText): Promise<void>;
  drop(key: string): Promise<void>;
}
