import type { ReceiptStep } from '../ports/intake.ts';
import { RemoteError, type RemoteErrorCode } from '../remote-error.ts';
import { CapturedBytes } from './captured-bytes.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import { fileEvidence } from './evidence-step.ts';
import { follow, followGapSeconds, hasToFollow } from './follow-step.ts';
import { forward, noteForward } from './forward-step.ts';
import { isSettled, type OutboxEntry, type StepProgress } from './outbox-entry.ts';
import { record } from './record-step.ts';
import type { StepContext } from './step-context.ts';
import { failedStep, isDue, startedStep } from './step-outcome.ts';

/** What runs for one entry. `forwardNote` and `follow` are no steps of the person's; the others are. */
type Job = 'recorded' | 'forwarded' | 'forwardNote' | 'evidenceFiled' | 'follow';
const jobs: readonly Job[] = ['recorded', 'forwarded', 'forwardNote', 'evidenceFiled', 'follow'];

/** The clock is looked at this often: it may be put back, or the machine may sleep. */
const longestSleepMilliseconds = 60_000;

/** Failures a returning network or a pressed button clears. */
const clearedByNetwork: ReadonlySet<string | null> = new Set<RemoteErrorCode>(['offline', 'timeout']);

/** Runs the steps of one entry, side by side where they do not need each other, until nothing is left to do now. */
export class EntryRun {
  readonly #keeper: EntryKeeper;
  readonly #context: StepContext;
  readonly #captured: CapturedBytes;
  readonly #chance: () => number;
  readonly #running = new Map<Job, Promise<void>>();
  /** Jobs that were made due while their last attempt had not quite ended: its failure is on screen before it is stored. */
  readonly #hurriedMeanwhile = new Set<Job>();
  #followProgress: StepProgress = { state: 'waiting', attempts: 0, at: null, reason: null, retryAt: null };

  constructor(keeper: EntryKeeper, context: StepContext, chance: () => number) {
    this.#keeper = keeper;
    this.#context = context;
    this.#captured = new CapturedBytes(keeper, context);
    this.#chance = chance;
  }

  /** Starts every job that is due. */
  startDue(): void {
    for (const job of jobs) {
      if (this.#running.has(job) || !this.#mayRun(job) || !isDue(this.#progress(job), this.#context.clock.now()))
        continue;
      this.#running.set(
        job,
        this.#attempt(job)
          .then(() => this.#makeDueIfHurried(job))
          .finally(() => this.#running.delete(job)),
      );
    }
  }

  /** Settles when any running job ends; null when none runs. */
  get someJob(): Promise<void> | null {
    return this.#running.size === 0 ? null : Promise.race(this.#running.values());
  }

  /** Milliseconds until the next job is due; null when nothing will become due by itself. */
  get millisecondsToNext(): number | null {
    const now = this.#context.clock.now();
    const waits = jobs
      .filter((job) => !this.#running.has(job) && this.#mayRun(job))
      .map((job) => this.#progress(job))
      .filter((progress) => progress.state !== 'failed' || progress.retryAt !== null)
      .map((progress) =>
        isDue(progress, now) || progress.retryAt === null ? 0 : Date.parse(progress.retryAt) - now.getTime(),
      );
    return waits.length === 0 ? null : Math.min(longestSleepMilliseconds, ...waits);
  }

  /** Makes failed jobs due at once: all of them, one step, or those the network stopped. */
  async hurry(which: 'all' | 'network' | ReceiptStep): Promise<void> {
    for (const job of jobs) {
      const progress = this.#progress(job);
      const isMeant =
        which === 'all' || which === job || (which === 'network' && clearedByNetwork.has(progress.reason));
      const isFollowed = job === 'follow' && (which === 'managerTold' || which === 'securityTold');
      if (!(isMeant || isFollowed) || isSettled(progress)) continue;
      if (this.#running.has(job)) this.#hurriedMeanwhile.add(job);
      else await this.#makeDue(job);
    }
  }

  #makeDue(job: Job): Promise<void> {
    return this.#setProgress(job, (before) => ({ ...before, state: 'waiting', reason: null, retryAt: null }));
  }

  async #makeDueIfHurried(job: Job): Promise<void> {
    if (!this.#hurriedMeanwhile.delete(job) || isSettled(this.#progress(job))) return;
    // Where the device cannot store it, the failure keeps the time it has for trying again.
    await this.#makeDue(job).catch(() => undefined);
  }

  #mayRun(job: Job): boolean {
    const { entry } = this.#keeper;
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
      case 'follow':
        return hasToFollow(entry);
    }
  }

  async #attempt(job: Job): Promise<void> {
    const now = this.#context.clock.now();
    try {
      // Stored before the request leaves: after a crash the next attempt knows that this one may have gone through.
      await this.#setProgress(job, (progress) => startedStep(progress, now));
      await this.#work(job);
    } catch (error) {
      await this.#fail(job, error).catch(() => undefined);
    }
  }

  async #work(job: Job): Promise<void> {
    await this.#refuseStranger();
    switch (job) {
      case 'recorded':
        await record(this.#keeper, this.#context);
        return this.#waitToFollow();
      case 'forwarded':
        await forward(this.#keeper, this.#context, this.#captured);
        return this.#captured.dropWhenUnneeded();
      case 'forwardNote':
        return noteForward(this.#keeper, this.#context);
      case 'evidenceFiled':
        await fileEvidence(this.#keeper, this.#context, this.#captured);
        return this.#captured.dropWhenUnneeded();
      case 'follow':
        await follow(this.#keeper, this.#context);
        return this.#waitToFollow();
    }
  }

  /** Another person may have signed in to this browser profile meanwhile: nothing is sent in a stranger's name. */
  async #refuseStranger(): Promise<void> {
    const { reporterId } = this.#keeper.entry;
    if (reporterId === null) return;
    if ((await this.#context.personId()) !== reporterId)
      throw new RemoteError('forbidden', 'The report belongs to someone else.');
  }

  async #fail(job: Job, error: unknown): Promise<void> {
    const now = this.#context.clock.now();
    await this.#setProgress(job, (progress) => failedStep(progress, error, now, this.#chance()));
  }

  #waitToFollow(): void {
    const seconds = followGapSeconds(this.#followProgress.attempts);
    const retryAt = new Date(this.#context.clock.now().getTime() + seconds * 1000).toISOString();
    this.#followProgress = { ...this.#followProgress, state: 'waiting', reason: null, retryAt };
  }

  #progress(job: Job): StepProgress {
    if (job === 'follow') return this.#followProgress;
    return job === 'forwardNote' ? this.#keeper.entry.forwardNote : this.#keeper.entry.steps[job];
  }

  async #setProgress(job: Job, change: (progress: StepProgress) => StepProgress): Promise<void> {
    if (job === 'follow') {
      this.#followProgress = change(this.#followProgress);
    } else if (job === 'forwardNote') {
      await this.#keeper.update((entry) => ({ forwardNote: change(entry.forwardNote) }));
    } else {
      await this.#keeper.updateStep(job, change);
    }
  }
}

/** Evidence waits for the forward's first attempt, so that the mail, which people wait for, has the line to itself. */
function hasForwardBeenTried(entry: OutboxEntry): boolean {
  const { forwarded } = entry.steps;
  return isSettled(forwarded) || forwarded.state === 'failed';
}
