import type { ReceiptStep } from '../ports/intake.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { StepProgress } from './step-progress.ts';

/** What there is to do for one entry: jobs that run side by side where they do not need each other, each tried on its own. */
export interface EntryJobs<E extends KeptEntry> {
  /** In the order in which they are started. */
  names(entry: E): readonly string[];
  /** False when it is done, or must wait for another. */
  mayRun(job: string, entry: E): boolean;
  /** One attempt. Throws `RemoteError`; `NotYet` when nothing went wrong, but it is too early. */
  work(job: string): Promise<void>;
  progress(job: string, entry: E): StepProgress;
  /** What of the entry changes with the job's progress. */
  withProgress(job: string, entry: E, progress: StepProgress): Partial<E>;
  /** True when this is the job behind the step that the person sees. */
  isBehind(job: string, step: ReceiptStep): boolean;
  /** True while the service still owes a receipt that this device only reads. */
  hasToFollow(entry: E): boolean;
  /** Reads how those stand. Throws `RemoteError`. */
  follow(): Promise<void>;
}

/** How the entries of one outbox are worked on. */
export interface EntryKind<E extends KeptEntry> {
  /** True when nothing is left to do or to wait for. */
  isComplete(entry: E): boolean;
  jobsOf(keeper: EntryKeeper<E>): EntryJobs<E>;
}
