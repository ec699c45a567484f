import type { SwitchboardAnswer } from '../../domain/incident/switchboard-question.ts';
import type { IncidentState } from '../../domain/incident/vocabulary.ts';
import type { Receipt, ReporterQuestion } from './intake.ts';

/** A row of the Intake list as the service reads it. Only `rowId`, `authorId`, `authorName` and `createdAt` are SharePoint's own word. */
export interface IntakeRow {
  rowId: string;
  /** Directory id of the person who added it; null for a row no person made, which is never taken. */
  authorId: string | null;
  /** UTC, ISO 8601. */
  createdAt: string;
  /** The row's own claim. */
  entryType: string;
  submissionId: string;
  payload: string;
  /** The service was the last to write it, and has left its receipts there. */
  isAnswered: boolean;
  /** The switchboard's answer, where the service has written one here. COM-4.1-2 */
  reply: SwitchboardAnswer | null;
}

/** What the reporter is shown in the own row. */
export interface IntakeAnswer {
  reference: string | null;
  state: IncidentState;
  receipts: Receipt[];
  /** UTC, ISO 8601; null until Security has acknowledged. */
  acknowledgedAt: string | null;
  /** The switchboard's answer about the reported call; left as it is where not given. */
  reply?: SwitchboardAnswer | null;
  /** What the manager has asked the reporter; left as it is where not given. T5 */
  questions?: readonly ReporterQuestion[];
}

/** The Intake list with the service's rights. */
export interface ServiceIntake {
  /**
   * One page of rows added or changed since the cursor; null starts from the beginning.
   * Throws `RemoteError('gone')` when the cursor is too old: start again with null.
   */
  changes(cursor: string | null): Promise<{ rows: IntakeRow[]; cursor: string; hasMore: boolean }>;
  /** Every row that claims this submission, lowest row id first. */
  bySubmission(submissionId: string): Promise<IntakeRow[]>;
  /** Null when it is gone. */
  row(rowId: string): Promise<IntakeRow | null>;
  answer(rowId: string, answer: IntakeAnswer): Promise<void>;
  /** Writes the switchboard's answer beside whatever else stands in the row; nothing happens where the row is gone. */
  reply(rowId: string, reply: SwitchboardAnswer): Promise<void>;
}
