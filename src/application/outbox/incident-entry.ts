import type { AttachmentClaim } from '../../domain/incident/account.ts';
import type { AnswerEntry, Report, WithdrawalEntry } from '../../domain/incident/report.ts';
import type { IncidentDraft } from '../report-incident-draft.ts';
import type { KeptEntry } from './kept-entry.ts';
import { isSettled, type StepProgress, settledStep, waitingStep } from './step-progress.ts';

/** A file that goes to the evidence after the row; its bytes lie in the outbox under `bytesKey`. POL-3.1-1, B-EVD-1. */
export interface FileToSend {
  claim: AttachmentClaim;
  progress: StepProgress;
  /** Bytes that have left, as far as this window saw; for a screen, and stored by chance only. */
  sent: number;
}

/** A report from the tab on its way. Its id is the draft's, which is the submission's. */
export interface IncidentEntry extends KeptEntry {
  schema: 1;
  type: 'incident';
  draft: IncidentDraft;
  files: FileToSend[];
  /** Frozen at the first attempt, so that every repeat sends the same. */
  report: Report | null;
  rowId: string | null;
  recordedAt: string | null;
  reference: string | null;
  /** True once the service has taken the row from Intake. */
  isTaken: boolean;
}

/** What is added to Intake beside a report. Frozen by the press: a repeat says the same. */
export type AdditionContent =
  | { kind: 'amendment'; amendmentId: string; draft: IncidentDraft; note: string; amendedAt: string }
  | { kind: 'withdrawal'; entry: WithdrawalEntry }
  | { kind: 'answer'; entry: AnswerEntry }
  | { kind: 'switchboardQuery'; queryId: string; callAt: string; extension: string }
  | { kind: 'guidanceRead'; documentId: string; version: string; readAt: string };

/** Something added later, on its way: one row, and perhaps new files. */
export interface AdditionEntry extends KeptEntry {
  schema: 1;
  type: 'addition';
  /** Null when it belongs to no report. */
  submissionId: string | null;
  content: AdditionContent;
  files: FileToSend[];
  /** True once the service has taken it, or when nobody waits for its answer. */
  isTaken: boolean;
  /** Why the service did not take it; its code. */
  refusal: string | null;
}

/** What the tab's outbox holds. */
export type TabEntry = IncidentEntry | AdditionEntry;

/** Where a file's bytes lie in the outbox, and on the way there. */
export function bytesKey(entryId: string, fileId: string): string {
  return `${entryId}/${fileId}`;
}

export function isTabEntryComplete({ type, isTaken, steps, files }: TabEntry): boolean {
  if (type === 'addition' && !isTaken) return false;
  return Object.values(steps).every(isSettled) && files.every(({ progress }) => isSettled(progress));
}

interface Pressed {
  reporterId: string | null;
  profile: string | null;
  createdAt: string;
}

/** A report as it is first kept, before anything is sent. Nothing is forwarded by mail: there is no original message. */
export function newIncidentEntry(draft: IncidentDraft, pressed: Pressed): IncidentEntry {
  const { attachments } = draft.account;
  return {
    schema: 1,
    type: 'incident',
    id: draft.id,
    ...pressed,
    draft,
    files: attachments.map(toSend),
    report: null,
    rowId: null,
    recordedAt: null,
    reference: null,
    isTaken: false,
    steps: {
      recorded: waitingStep(),
      forwarded: settledStep('notNeeded', pressed.createdAt),
      evidenceFiled: attachments.length > 0 ? waitingStep() : settledStep('notNeeded', pressed.createdAt),
      managerTold: waitingStep(),
      securityTold: waitingStep(),
    },
  };
}

/** `files` are those that the report did not bring before. */
export function newAdditionEntry(
  given: { id: string; submissionId: string | null; content: AdditionContent; files?: readonly AttachmentClaim[] },
  pressed: Pressed,
): AdditionEntry {
  const { id, submissionId, content, files = [] } = given;
  const unneeded = settledStep('notNeeded', pressed.createdAt);
  return {
    schema: 1,
    type: 'addition',
    id,
    ...pressed,
    submissionId,
    content,
    files: files.map(toSend),
    isTaken: content.kind === 'switchboardQuery' || content.kind === 'guidanceRead',
    refusal: null,
    steps: {
      recorded: waitingStep(),
      forwarded: unneeded,
      evidenceFiled: files.length > 0 ? waitingStep() : unneeded,
      managerTold: unneeded,
      securityTold: unneeded,
    },
  };
}

function toSend(claim: AttachmentClaim): FileToSend {
  return { claim, progress: waitingStep(), sent: 0 };
}
