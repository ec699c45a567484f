import type {
  AmendmentEntry,
  AnswerEntry,
  ForwardedEntry,
  GuidanceReadEntry,
  Report,
  SwitchboardQueryEntry,
  WithdrawalEntry,
} from '../../domain/incident/report.ts';
import type { SwitchboardAnswer } from '../../domain/incident/switchboard-question.ts';
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

/** What the service made of a row that was added later. `refusal` is its code; null while it has not looked, and when it took it. */
export interface EntryAnswer {
  isAnswered: boolean;
  refusal: string | null;
}

/** What the manager asks the reporter, as the service shows it in the reporter's own row. T5 */
export interface ReporterQuestion {
  id: string;
  askedBy: string;
  /** UTC, ISO 8601. */
  askedAt: string;
  text: string;
  /** UTC; null until it is answered, by whomever. */
  answeredAt: string | null;
}

/** A later version of a report, and whether the service took it. */
export interface SubmissionAmendment extends EntryAnswer {
  entry: AmendmentEntry;
  /** UTC, set by SharePoint. */
  recordedAt: string;
}

/** Something that a person's client adds beside reports. `key` stands in the row where a submission id would. */
export type Addition =
  | { type: 'amendment'; entry: AmendmentEntry }
  | { type: 'withdrawal'; entry: WithdrawalEntry }
  | { type: 'answer'; entry: AnswerEntry }
  | { type: 'switchboardQuery'; entry: SwitchboardQueryEntry }
  | { type: 'guidanceRead'; key: string; entry: GuidanceReadEntry };

/** One of my own submissions as the Intake list shows it to me. */
export interface Submission {
  /** Row id in the Intake list; the incident number is made from it. */
  rowId: string;
  /** As it is now meant: with the latest amendment that the service has not refused. */
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
  /** What the switchboard answered about the reported call; null while it has not, or was not asked. COM-4.1-2 */
  switchboardAnswer: SwitchboardAnswer | null;
  /** In the order in which they were stored. BEH-14.1-1 */
  amendments: SubmissionAmendment[];
  /** The reporter's taking it back; null when it was not. T16 */
  withdrawal: (EntryAnswer & { entry: WithdrawalEntry }) | null;
  /** What the manager has asked, oldest first. T5 */
  questions: ReporterQuestion[];
  /** My answers, in the order in which they were stored. */
  answers: (EntryAnswer & { entry: AnswerEntry })[];
}

/** The Intake list as the signed-in reporter may use it: add rows, read own rows, change nothing. */
export interface Intake {
  /** Adds the report. A repeat after a lost answer may leave a second row; the register takes it once. */
  add(report: Report): Promise<{ rowId: string; recordedAt: string }>;
  addForwarded(entry: ForwardedEntry): Promise<void>;
  addAmendment(entry: AmendmentEntry): Promise<void>;
  addWithdrawal(entry: WithdrawalEntry): Promise<void>;
  addAnswer(entry: AnswerEntry): Promise<void>;
  addSwitchboardQuery(entry: SwitchboardQueryEntry): Promise<void>;
  addGuidanceRead(key: string, entry: GuidanceReadEntry): Promise<void>;
  /** How my row of it stands; null when there is none. Looked for after an answer was lost, and for the service's own answer. */
  findAddition(addition: Addition): Promise<EntryAnswer | null>;
  /** The switchboard's answer to my own question; null while there is none. Here also while no report names it yet. COM-4.1-2 */
  switchboardAnswer(queryId: string): Promise<SwitchboardAnswer | null>;
  /** My submission with this id, or null. */
  find(submissionId: string): Promise<Submission | null>;
  /** My submissions, newest first, in pages of 50. `next` is null on the last page. */
  list(next?: string): Promise<{ submissions: Submission[]; next: string | null }>;
}
