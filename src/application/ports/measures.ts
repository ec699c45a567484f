import type { Delivery } from '../../domain/incident/incident.ts';
import type { CaveatBoundary, Kind } from '../../domain/incident/vocabulary.ts';

/** Counts what the service does. What is told here are codes of short lists and amounts: never an id, a name or words. */
export interface Measures {
  /** A report was entered into a register. */
  reportTaken(kind: Kind, boundary: CaveatBoundary): void;
  /** A notice was tried, and what came of it. */
  noticeTried(channel: Delivery['channel'], outcome: Delivery['state']): void;
  /** Records with work owed, whoever holds them, and how many seconds ago the longest waiting could have been taken up. */
  owed(records: number, longestSeconds: number): void;
  /** A clock was answered so many seconds after it had come round. */
  clockRung(lateSeconds: number): void;
}
