import type { EvidenceItem } from '../../domain/incident/incident.ts';
import type { Report, ReportedEmail } from '../../domain/incident/report.ts';
import type { ReceiptState, ReceiptStep } from '../ports/intake.ts';
import type { RemoteErrorCode } from '../remote-error.ts';
import type { ReportDraft } from '../report-email-draft.ts';

/** Why a step failed: a code of the outside, or one of ours. Words come from the catalogue. */
export type StepReason = RemoteErrorCode | 'unexpected';

/** Where one step of a report stands on this device. */
export interface StepProgress {
  state: ReceiptState;
  /** Attempts that were started. Above zero, an earlier one may have gone through unnoticed. */
  attempts: number;
  /** UTC, ISO 8601, of the last change; null while nothing happened. */
  at: string | null;
  reason: StepReason | null;
  /** UTC, ISO 8601: when it will be tried again by itself; null when it waits for the person, or is not waiting. */
  retryAt: string | null;
}

/** What is known of the captured bytes; the bytes themselves are kept apart and dropped once nobody needs them. */
export interface CapturedOriginal {
  method: EvidenceItem['method'];
  /** Lower-case hex, of the bytes as captured. B-EVD-1. */
  sha256: string;
  size: number;
  /** UTC, ISO 8601. */
  capturedAt: string;
}

/** One report on its way: written before anything is sent, so that a closed pane or a lost network loses nothing. */
export interface OutboxEntry {
  schema: 1;
  /** Made from the message alone, so that the same message cannot be kept twice, even before sign-in. X-IDEM-1. */
  id: string;
  /** UTC, ISO 8601, of the press on "Report". */
  createdAt: string;
  draft: ReportDraft;
  /** Null when the mail application had not said which message is open: the person then points it out. */
  email: ReportedEmail | null;
  /** Who reports, once signed in; another person using the same browser profile never sends it. */
  reporterId: string | null;
  /** Address of the mailbox the mail application was opened for, when the person pressed. */
  profile: string | null;
  /** Frozen at the first attempt, so that every repeat sends the same. */
  report: Report | null;
  rowId: string | null;
  recordedAt: string | null;
  reference: string | null;
  /** UTC, ISO 8601, by this device's clock: when it learned that another device reported the same message first. X-IDEM-1. */
  otherSeenAt: string | null;
  original: CapturedOriginal | null;
  /** The draft made for the forward, so that a repeat sends that one and no other. */
  forwardDraftId: string | null;
  sentMessageId: string | null;
  /** Telling Intake that the original left; kept apart, because the person's own step is done by then. */
  forwardNote: StepProgress;
  /** True once the service has taken the row from Intake. */
  isTaken: boolean;
  steps: Record<ReceiptStep, StepProgress>;
}

const settled: ReadonlySet<ReceiptState> = new Set(['done', 'notNeeded', 'withheld']);

export function isSettled(step: StepProgress): boolean {
  return settled.has(step.state);
}

/** True when nothing is left to do or to wait for. */
export function isComplete(entry: OutboxEntry): boolean {
  return Object.values(entry.steps).every(isSettled) && isSettled(entry.forwardNote);
}

export function waitingStep(): StepProgress {
  return { state: 'waiting', attempts: 0, at: null, reason: null, retryAt: null };
}

/** A step settled from the start, with nothing to do. */
export function settledStep(state: 'notNeeded' | 'withheld', at: string): StepProgress {
  return { state, attempts: 0, at, reason: null, retryAt: null };
}

/** The entry as it is first written, before anything is sent. A forbidden forward is `withheld` from the start (C-06). */
export function newEntry(given: {
  id: string;
  draft: ReportDraft;
  email: ReportedEmail | null;
  reporterId: string | null;
  profile: string | null;
  forward: 'send' | 'withheld' | 'notNeeded';
  createdAt: string;
}): OutboxEntry {
  const { id, draft, email, reporterId, profile, createdAt } = given;
  const forwarded = given.forward === 'send' ? waitingStep() : settledStep(given.forward, createdAt);
  const forwardNote = given.forward === 'send' ? waitingStep() : settledStep('notNeeded', createdAt);
  return {
    schema: 1,
    id,
    createdAt,
    draft,
    email,
    reporterId,
    profile,
    report: null,
    rowId: null,
    recordedAt: null,
    reference: null,
    otherSeenAt: null,
    original: null,
    forwardDraftId: null,
    sentMessageId: null,
    forwardNote,
    isTaken: false,
    steps: {
      recorded: waitingStep(),
      forwarded,
      evidenceFiled: waitingStep(),
      managerTold: waitingStep(),
      securityTold: waitingStep(),
    },
  };
}
