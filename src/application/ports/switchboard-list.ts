import type { Staff } from '../../domain/incident/staff.ts';
import type { SwitchboardAnswer, SwitchboardQuestion } from '../../domain/incident/switchboard-question.ts';

/** What the service itself knows of a question; it stands in the row beside the columns that people may change. */
export interface SwitchboardRecord extends SwitchboardQuestion {
  /** UTC: when the service put it into the list. */
  askedAt: string;
  /** The replica that tells the switchboard's mailbox, and until when (UTC) no other does. */
  told: { owner: string; until: string };
  /** As the service last took it over. */
  answer: SwitchboardAnswer | null;
}

/** A row of the SwitchboardQueries list. */
export interface SwitchboardRow {
  itemId: string;
  etag: string;
  record: SwitchboardRecord;
  /** What stands in the columns, which the switchboard fills in, here or in SharePoint itself. Texts as they are, unchecked. */
  columns: {
    queryId: string;
    callAt: string;
    extension: string;
    state: string;
    putThrough: string;
    nameQuoted: string;
    numberQuoted: string;
  };
  /** Null when the service itself wrote last. */
  modifiedBy: Staff | null;
  /** UTC. */
  modifiedAt: string;
}

/** The switchboard's list with the service's rights. COM-4.1-2, F13 */
export interface SwitchboardList {
  /** Throws `RemoteError('conflict')` when the question is there already. X-IDEM-1 */
  add(record: SwitchboardRecord): Promise<void>;
  /** One page of rows changed since the cursor, as `ServiceIntake.changes`. Rows that cannot be read are named apart. */
  changes(
    cursor: string | null,
  ): Promise<{ rows: SwitchboardRow[]; unreadable: string[]; cursor: string; hasMore: boolean }>;
  /** The row as it stands now; null when it is gone or cannot be read. */
  find(queryId: string): Promise<SwitchboardRow | null>;
  /** Writes every column. Throws `RemoteError('changedMeanwhile')` when the row is no longer the one read. */
  save(row: SwitchboardRow, record: SwitchboardRecord): Promise<void>;
  /** Deletes what was asked before this time (UTC), at most a few hundred at once; gives how many. */
  removeAskedBefore(time: string): Promise<number>;
}
