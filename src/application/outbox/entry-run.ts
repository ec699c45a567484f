import type { ReceiptStep } from '../ports/intake.ts';
import { RemoteError, type RemoteErrorCode } from '../remote-error.ts';
import type { EntryJobs } from './entry-jobs.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import { followGapSeconds } from './follow-step.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { Hurry, RunnerContext } from './runner-context.ts';
import { failedStep, isDue, needsPerson, startedStep } from './step-outcome.ts';
import { isSettled, type StepProgress, waitingStep } from './step-progress.ts';

/** Looking how the service's own steps stand; not stored, because a new window begins to look anew. */
const followJob = 'follow';

/** The clock is looked at this often: it may be put back, or the machine may sleep. */
const longestSleepMilliseconds = 60_000;

/** Failures a returning network or a pressed button clears. */
const clearedByNetwork: ReadonlySet<string | null> = new Set<RemoteErrorCode>(['offline', 'timeout']);

/** Runs the jobs of one entry, side by side where they do not need each other, until nothing is left to do now. */
export class EntryRun<E extends KeptEntry> {
  readonly #keeper: EntryKeeper<E>;
  readonly #context: RunnerContext<E>;
  readonly #jobs: EntryJobs<E>;
  readonly #chance: () => number;
  readonly #running = new Map<string, Promise<void>>();
  /** Jobs that were made due while their last attempt had not quite ended: its failure is on screen before it is stored. */
  readonly #hurriedMeanwhile = new Set<string>();
  #followProgress: StepProgress = waitingStep();

  constructor(keeper: EntryKeeper<E>, context: RunnerContext<E>, jobs: EntryJobs<E>, chance: () => number) {
    this.#keeper = keeper;
    this.#context = context;
    this.#jobs = jobs;
    this.#chance = chance;
  }

  /** Starts every job that is due. */
  startDue(): void {
    for (const job of this.#names) {
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
    const waits = this.#names
      .filter((job) => !this.#running.has(job) && this.#mayRun(job))
      .map((job) => this.#progress(job))
      .filter((progress) => progress.state !== 'failed' || progress.retryAt !== null)
      .map((progress) =>
        isDue(progress, now) || progress.retryAt === null ? 0 : Date.parse(progress.retryAt) - now.getTime(),
      );
    return waits.length === 0 ? null : Math.min(longestSleepMilliseconds, ...waits);
  }

  /** Makes failed jobs due at once. */
  async hurry(which: Hurry): Promise<void> {
    for (const job of this.#names) {
      const progress = this.#progress(job);
      if (!this.#isMeant(job, which) || isSettled(progress)) continue;
      if (this.#running.has(job)) this.#hurriedMeanwhile.add(job);
      else await this.#makeDue(job);
    }
  }

  #isMeant(job: string, which: Hurry): boolean {
    if (which === 'all') return true;
    if (which === 'network') return clearedByNetwork.has(this.#progress(job).reason);
    return which === 'person' ? needsPerson(this.#progress(job)) : this.#isBehind(job, which);
  }

  get #names(): readonly string[] {
    return [...this.#jobs.names(this.#keeper.entry), followJob];
  }

  #isBehind(job: string, step: ReceiptStep): boolean {
    return job === followJob ? step === 'managerTold' || step === 'securityTold' : this.#jobs.isBehind(job, step);
  }

  #makeDue(job: string): Promise<void> {
    return this.#setProgress(job, (before) => ({ ...before, state: 'waiting', reason: null, retryAt: null }));
  }

  async #makeDueIfHurried(job: string): Promise<void> {
    if (!this.#hurriedMeanwhile.delete(job) || isSettled(this.#progress(job))) return;
    // Where the device cannot store it, the failure keeps the time it has for trying again.
    await this.#makeDue(job).catch(() => undefined);
  }

  #mayRun(job: string): boolean {
    const { entry } = this.#keeper;
    return job === followJob ? this.#jobs.hasToFollow(entry) : this.#jobs.mayRun(job, entry);
  }

  async #attempt(job: string): Promise<void> {
    const now = this.#context.clock.now();
    try {
      // Stored before the request leaves: after a crash the next attempt knows that this one may have gone through.
      await this.#setProgress(job, (progress) => startedStep(progress, now));
      await this.#refuseStranger();
      if (job === followJob) await this.#jobs.follow();
      else await this.#jobs.work(job);
      if (job === followJob || job === 'recorded') this.#waitToFollow();
    } catch (error) {
      await this.#fail(job, error).catch(() => undefined);
    }
  }

  /** Another person may have signed in to this browser profile meanwhile: nothing is sent in a stranger's name. */
  async #refuseStranger(): Promise<void> {
    const { reporterId } = this.#keeper.entry;
    if (reporterId === null) return;
    if ((await this.#context.personId()) !== reporterId)
      throw new RemoteError('forbidden', 'The report belongs to someone else.');
  }

  async #fail(job: string, error: unknown): Promise<void> {
    const now = this.#context.clock.now();
    await this.#setProgress(job, (progress) => failedStep(progress, error, now, this.#chance()));
  }

  #waitToFollow(): void {
    const seconds = followGapSeconds(this.#followProgress.attempts);
    const retryAt = new Date(this.#context.clock.now().getTime() + seconds * 1000).toISOString();
    this.#followProgress = { ...this.#followProgress, state: 'waiting', reason: null, retryAt };
  }

  #progress(job: string): StepProgress {
    return job === followJob ? this.#followProgress : this.#jobs.progress(job, this.#keeper.entry);
  }

  async #setProgress(job: string, change: (progress: StepProgress) => StepProgress): Promise<void> {
    if (job === followJob) {
      this.#followProgress = change(this.#followProgress);
    } else {
      await this.#keeper.update((entry) =>
        this.#jobs.withProgress(job, entry, change(this.#jobs.progress(job, entry))),
      );
    }
  }
}
