import type { ForwardedEntry, Report } from '../../domain/incident/report.ts';
import type { IncidentState } from '../../domain/incident/vocabulary.ts';

/** Steps a reporter gets a receipt for, in the order shown. */
export const receiptSteps = ['recorded', 'forwarded', 'evidenceFiled', 'managerTold', 'securityTold'] as const;
export type ReceiptStep = (typeof receiptSteps)[number];

/** `notNeeded`: the rules ask for no such step; `withheld`: forbidden for a bomb threat until Security releases it. */
export type ReceiptState = 'waiting' | 'working' | 'done' | 'failed' | 'notNeeded' | 'withheld';

export interface Receipt {
  step: ReceiptStep;
  state: ReceiptState;
  /** UTC, ISO 8601, of the last change; null while waiting. */
  at: string | null;
  /** Reason code of a failure or of a step not needed; words come from the catalogue. */
  reason: string | null;
}

/** One of my own submissions as the Intake list shows it to me. */
export interface Submission {
  /** Row id in the Intake list; the incident number is made from it. */
  rowId: string;
  report: Report;
  /** UTC, set by SharePoint. */
  recordedAt: string;
  /** `UB-YYYY-NNNNNN`, null until the service has taken the row. */
  reference: string | null;
  state: IncidentState;
  /** The steps the service takes; empty until it has taken the row. */
  receipts: Receipt[];
  /** Set when Security has acknowledged. */
  acknowledgedAt: string | null;
}

/** The Intake list as the signed-in reporter may use it: add rows, read own rows, change nothing. */
export interface Intake {
  /** Adds the report. A repeat after a lost answer may leave a second row; the register takes it once. */
  add(report: Report): Promise<{ rowId: string; recordedAt: string }>;
  addForwarded(entry: ForwardedEntry): Promise<void>;
  /** My submission with this id, or null. */
  find(submissionId: string): Promise<Submission | null>;
  /** My submissions, newest first, in pages of 50. `next` is null on the last page. */
  list(next?: string): Promise<{ submissions: Submission[]; next: string | null }>;
}
