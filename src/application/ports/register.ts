import type { Incident } from '../../domain/incident/incident.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import type { CaveatBoundary, IncidentState, Kind, Severity } from '../../domain/incident/vocabulary.ts';
import type { AuditDraft, AuditHead } from './audit.ts';

/** The service's own memory beside the incident; kept in the same row, so that both change together or not at all. */
export interface IncidentWork {
  /** Rows of the Intake list that get the receipts, lowest first; the first gave the reference. */
  intakeRowIds: string[];
  /** Entries of the audit trail not written yet. */
  owedEntries: AuditDraft[];
  auditHead: AuditHead;
  /** When a delivery that failed is due again, UTC, by its key. */
  retryAt: Record<string, string>;
  /** True while the reporter's rows do not show the present state. */
  owesReceipts: boolean;
  /** Cards already sent that show an older state. */
  owesRedraw: boolean;
  /** True while Security has released the original and the service has not sent it. */
  owesForward: boolean;
  /** The manager has judged it graver: others may have to be told of it now. COM-3a-8 */
  owesRouting: boolean;
  /**
   * Cards of someone who may no longer have them (C-21). `remoteId` null: some may be out there that nobody saw arrive; the one with the id
   * `except` stays.
   */
  owesRemovals: { to: string; remoteId: string | null; since: string; except?: string | undefined }[];
  /** The hour (UTC) in which each reader's last restricted read was noted, by directory id: one entry an hour is enough. X-AUD-1 */
  readNoted: Record<string, string>;
  /** The reference Security wants it joined to, until that is looked up. T15 */
  owesMerge: { into: string; by: Staff; at: string } | null;
}

/** A lease on owed work. `until` is UTC: when another replica may take it, or when a retry is due. */
export type WorkLease = { state: 'done' } | { state: 'pending'; owner: string; until: string };

/** Most characters a record may have as JSON: every part of `Details` full, with room for what the service adds later. */
export const recordLimit = 430_000;

export interface RegisterRow {
  boundary: CaveatBoundary;
  itemId: string;
  etag: string;
  incident: Incident;
  work: IncidentWork;
  lease: WorkLease;
  /** What was saved in the row since the service last wrote it, oldest first: `incident`, `work` and `lease` know nothing of it. */
  edits: RegisterEdit[];
  /** What the column `NextDueAt` says, UTC, whole seconds; null when no clock runs. */
  nextDueAt: string | null;
}

/** What one person (or a program that is not ours) saved in the columns of a row at once, in the tab or in SharePoint itself. */
export interface RegisterEdit {
  /** SharePoint's own number of the version, for example `12.0`. */
  version: string;
  /** The address is empty where SharePoint knows none, as for a program. */
  by: Staff;
  /** Whether they belong to a group that keeps this register. Whoever owns the site may not. */
  isKeeper: boolean;
  /** UTC. */
  at: string;
  /** How the columns stood then in which a person may write. */
  columns: { state: string; forward: string; newComment: string; mergedInto: string };
  /** Every column that is another than in the version before. */
  changed: ColumnChange[];
}

/** Texts as they stand in the columns; empty for nothing. */
export interface ColumnChange {
  column: string;
  before: string;
  after: string;
}

/** A row of a register that the service has not made: added, or copied, by hand. */
export interface StrayRow {
  itemId: string;
  by: Staff;
}

/** One page of a register. */
export interface RegisterPage {
  rows: RegisterRow[];
  /** Ids of rows that cannot be read. */
  unreadable: string[];
  strays: StrayRow[];
  /** Ids of rows that were there and have been deleted. */
  deleted: string[];
  cursor: string;
  hasMore: boolean;
}

export interface RegisterDraft {
  incident: Incident;
  work: IncidentWork;
  lease: WorkLease;
}

/** What the columns alone say of a row. */
export interface HeldRow {
  boundary: CaveatBoundary;
  submissionId: string;
  reference: string;
  state: IncidentState;
  kind: Kind;
  severity: Severity;
  /** UTC. */
  reportedAt: string;
  reporterName: string;
}

/** A row whose clock has something to do, as far as the columns say. */
export interface DueRow {
  submissionId: string;
  severity: Severity;
  /** UTC. */
  dueAt: string;
}

/** The registers, one for each caveat boundary, with the service's rights. */
export interface Register {
  /** Throws `RemoteError('conflict')` when the submission is registered already. X-IDEM-1. */
  add(draft: RegisterDraft): Promise<RegisterRow>;
  /** Looks in every register, the default one first. */
  find(submissionId: string): Promise<RegisterRow | null>;
  /** The row with this number in one register; null when there is none. */
  findByReference(boundary: CaveatBoundary, reference: string): Promise<RegisterRow | null>;
  /** Rows, of every register, whose question to the switchboard has this id. COM-4.1-2 */
  waitingFor(queryId: string): Promise<RegisterRow[]>;
  /** Rows that want something of this manager still. BEH-5.1-1 */
  awaitedOf(managerId: string): Promise<RegisterRow[]>;
  /** Rows for which this person stands in for their manager, or did last. */
  stoodInBy(deputyId: string): Promise<RegisterRow[]>;
  /** Every row this manager answers for, newest first. Names no row that the person must find no trace of (C-21). */
  heldBy(managerId: string): Promise<HeldRow[]>;
  /**
   * Rows of every register whose next event is due at the time (UTC) or before it: critical ones first, then by when they are due. At most
   * `most`; where more rows are due than SharePoint lets a query find, that many of the earliest. Model 4.4
   */
  due(at: string, most: number): Promise<DueRow[]>;
  /** Rows with work owed, whoever holds it. At most 200 a register, oldest first. */
  pending(): Promise<{ submissionId: string; lease: WorkLease }[]>;
  /** One page of what has changed since the cursor, as `ServiceIntake.changes`. */
  changes(boundary: CaveatBoundary, cursor: string | null): Promise<RegisterPage>;
  /**
   * Writes all columns and clears `NewComment`. Throws `RemoteError('tooLarge')` beyond `recordLimit` characters. Throws `RemoteError('changedMeanwhile')` when the row is no longer the one read.
   */
  save(row: RegisterRow, draft: RegisterDraft): Promise<RegisterRow>;
}
