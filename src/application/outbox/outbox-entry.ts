import type { EvidenceItem } from '../../domain/incident/incident.ts';
import type { Report, ReportedEmail } from '../../domain/incident/report.ts';
import type { ReportDraft } from '../report-email-draft.ts';
import type { KeptEntry } from './kept-entry.ts';
import { isSettled, type StepProgress, settledStep, waitingStep } from './step-progress.ts';

/** What is known of the captured bytes; the bytes themselves are kept apart and dropped once nobody needs them. */
export interface CapturedOriginal {
  method: EvidenceItem['method'];
  /** Lower-case hex, of the bytes as captured. B-EVD-1. */
  sha256: string;
  size: number;
  /** UTC, ISO 8601. */
  capturedAt: string;
}

/**
 * The report of an e-mail on its way from the pane. Its id is made from the message alone, so that the same message cannot be
 * kept twice, even before sign-in (X-IDEM-1); its profile is the address of the mailbox that the mail application was open for.
 */
export interface OutboxEntry extends KeptEntry {
  schema: 1;
  draft: ReportDraft;
  /** Null when the mail application had not said which message is open: the person then points it out. */
  email: ReportedEmail | null;
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
}

/** True when nothing is left to do or to wait for. */
export function isComplete(entry: OutboxEntry): boolean {
  return Object.values(entry.steps).every(isSettled) && isSettled(entry.forwardNote);
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
