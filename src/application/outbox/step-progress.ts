import type { ReceiptState } from '../ports/intake.ts';
import type { RemoteErrorCode } from '../remote-error.ts';

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

const settled: ReadonlySet<ReceiptState> = new Set(['done', 'notNeeded', 'withheld']);

export function isSettled(step: StepProgress): boolean {
  return settled.has(step.state);
}

export function waitingStep(): StepProgress {
  return { state: 'waiting', attempts: 0, at: null, reason: null, retryAt: null };
}

/** A step settled from the start, with nothing to do. */
export function settledStep(state: 'notNeeded' | 'withheld', at: string): StepProgress {
  return { state, attempts: 0, at, reason: null, retryAt: null };
}
