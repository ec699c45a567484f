import type { Staff } from './staff.ts';
import type { SwitchboardAnswer } from './switchboard-question.ts';

/** One field that an amendment changed: its place in the report, and both values as JSON holds them. */
export interface FieldChange {
  /** For example `account.call.numberShown`. */
  field: string;
  /** Of a list of notes, steps or people: the entries that are gone. */
  before: unknown;
  /** Of such a list: the entries that are new. */
  after: unknown;
}

/** A dated change by the reporter. Kept for ever beside the report, whatever comes after it. BEH-14.1-1 */
export interface Amendment {
  id: string;
  by: Staff;
  /** UTC: when SharePoint stored it. */
  at: string;
  /** What the person says about it; may be empty. */
  note: string;
  changes: FieldChange[];
}

/** Taken back; the record stays, with the reason. T16 */
export interface Withdrawal {
  by: Staff;
  /** UTC. */
  at: string;
  reason: string;
}

/** Another record of the same register that tells of the same event. T15, BEH-8.14-1 */
export interface IncidentLink {
  submissionId: string;
  reference: string;
  /** Of its row in the register. */
  itemId: string;
  by: Staff;
  /** UTC. */
  at: string;
}

/** What is told or decided about a record after it was made. */
export interface LaterChanges {
  /** Oldest first. */
  amendments: Amendment[];
  withdrawal: Withdrawal | null;
  /** The main record this one was joined to. */
  mergedInto: IncidentLink | null;
  /** Records that were joined to this one. */
  joined: IncidentLink[];
  /** Of the question that the service put, where the reporter had put none. COM-4.1-2 */
  switchboardQueryId: string | null;
  switchboardAnswer: SwitchboardAnswer | null;
}

export const noLaterChanges: LaterChanges = {
  amendments: [],
  withdrawal: null,
  mergedInto: null,
  joined: [],
  switchboardQueryId: null,
  switchboardAnswer: null,
};
