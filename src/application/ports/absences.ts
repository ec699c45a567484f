import type { Absence } from '../../domain/incident/absence.ts';
import type { Holder } from '../../domain/incident/manager-work.ts';

/**
 * An absence and how far the service has come with it: `entered`, then `passed` once the open reports have been given to the substitute
 * too, then `over` once it has ended and access with it.
 */
export interface AbsenceRecord extends Absence {
  manager: Holder;
  /** UTC. */
  enteredAt: string;
  /** UTC: ended before its last day, which `until` then says; null otherwise. */
  endedAt: string | null;
  stage: 'entered' | 'passed' | 'over';
  /** What the substitute has been told by mail. */
  told: ('chosen' | 'ended')[];
  /** UTC: until when one replica has the telling for itself; null while nobody has. */
  tellingUntil: string | null;
}

/** Absences of managers. Kept in memory, so that a report costs nothing to ask; other replicas see a change within a minute. */
export interface Absences {
  /** All that are kept, the one entered last at the end. Reads the list when nobody has yet. */
  all(): Promise<readonly AbsenceRecord[]>;
  /** Takes in what has changed since. */
  refresh(): Promise<void>;
  /** Throws `RemoteError('conflict')` when the manager has entered one with this id already. */
  add(record: AbsenceRecord): Promise<void>;
  /** Throws `RemoteError('changedMeanwhile')` when another replica was first, and `notFound` when it is not kept any more. */
  save(record: AbsenceRecord): Promise<void>;
  /** Drops one that is over. Harmless when it is gone. */
  remove(record: AbsenceRecord): Promise<void>;
}
