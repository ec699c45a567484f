import type { ReceiptStep } from '../ports/intake.ts';
import { CapturedBytes } from './captured-bytes.ts';
import type { EntryJobs, EntryKind } from './entry-jobs.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import { fileEvidence } from './evidence-step.ts';
import { follow, hasToFollow } from './follow-step.ts';
import { forward, noteForward } from './forward-step.ts';
import { isComplete, type OutboxEntry } from './outbox-entry.ts';
import { OutboxRunner } from './outbox-runner.ts';
import { record } from './record-step.ts';
import type { StepContext } from './step-context.ts';
import { isSettled, type StepProgress } from './step-progress.ts';

/** `forwardNote` is no step of the person's; the others are. */
type Job = 'recorded' | 'forwarded' | 'forwardNote' | 'evidenceFiled';
const jobs: readonly Job[] = ['recorded', 'forwarded', 'forwardNote', 'evidenceFiled'];

/** Works through the reports of e-mails. @param chance spreads retries; from 0 up to 1. */
export function emailRunner(context: StepContext, chance?: () => number): OutboxRunner<OutboxEntry> {
  const kind: EntryKind<OutboxEntry> = { isComplete, jobsOf: (keeper) => new EmailJobs(keeper, context) };
  return new OutboxRunner(context, kind, chance);
}

/** What a report of an e-mail needs done from the pane: the record, the original to IT Security, the evidence. S1. */
class EmailJobs implements EntryJobs<OutboxEntry> {
  readonly #keeper: EntryKeeper;
  readonly #context: StepContext;
  readonly #captured: CapturedBytes;

  constructor(keeper: EntryKeeper, context: StepContext) {
    this.#keeper = keeper;
    this.#context = context;
    this.#captured = new CapturedBytes(keeper, context);
  }

  names(): readonly Job[] {
    return jobs;
  }

  mayRun(job: Job, entry: OutboxEntry): boolean {
    const { recorded, forwarded, evidenceFiled } = entry.steps;
    if (!entry.email) return false;
    switch (job) {
      case 'recorded':
        return !isSettled(recorded);
      case 'forwarded':
        // The forward does not wait for a register that is down: COM-6.1-3 says at once.
        return !isSettled(forwarded) && entry.report !== null && (isSettled(recorded) || recorded.state === 'failed');
      case 'forwardNote':
        return forwarded.state === 'done' && isSettled(recorded) && !isSettled(entry.forwardNote);
      case 'evidenceFiled':
        return !isSettled(evidenceFiled) && isSettled(recorded) && hasForwardBeenTried(entry);
    }
  }

  async work(job: Job): Promise<void> {
    switch (job) {
      case 'recorded':
        return record(this.#keeper, this.#context);
      case 'forwarded':
        await forward(this.#keeper, this.#context, this.#captured);
        return this.#captured.dropWhenUnneeded();
      case 'forwardNote':
        return noteForward(this.#keeper, this.#context);
      case 'evidenceFiled':
        await fileEvidence(this.#keeper, this.#context, this.#captured);
        return this.#captured.dropWhenUnneeded();
    }
  }

  progress(job: Job, entry: OutboxEntry): StepProgress {
    return job === 'forwardNote' ? entry.forwardNote : entry.steps[job];
  }

  withProgress(job: Job, entry: OutboxEntry, progress: StepProgress): Partial<OutboxEntry> {
    return job === 'forwardNote' ? { forwardNote: progress } : { steps: { ...entry.steps, [job]: progress } };
  }

  isBehind(job: Job, step: ReceiptStep): boolean {
    return job === step;
  }

  hasToFollow(entry: OutboxEntry): boolean {
    return entry.email !== null && hasToFollow(entry);
  }

  follow(): Promise<void> {
    return follow(this.#keeper, this.#context);
  }
}

/** Evidence waits for the forward's first attempt, so that the mail, which people wait for, has the line to itself. */
function hasForwardBeenTried(entry: OutboxEntry): boolean {
  const { forwarded } = entry.steps;
  return isSettled(forwarded) || forwarded.state === 'failed';
}
