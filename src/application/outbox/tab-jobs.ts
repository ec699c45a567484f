import type { ReceiptStep } from '../ports/intake.ts';
import { fileAttachment, withFile } from './attachment-step.ts';
import type { EntryJobs, EntryKind } from './entry-jobs.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import { owesReceipt } from './follow-step.ts';
import {
  type AdditionEntry,
  type FileToSend,
  type IncidentEntry,
  isTabEntryComplete,
  type TabEntry,
} from './incident-entry.ts';
import { OutboxRunner } from './outbox-runner.ts';
import { followAddition, recordAddition } from './record-addition-step.ts';
import { followIncident, recordIncident } from './record-incident-step.ts';
import { isSettled, type StepProgress } from './step-progress.ts';
import type { TabContext } from './tab-context.ts';

/** A job is `recorded`, or a file's. */
const filePrefix = 'file ';

/** Works through the tab's entries. @param chance spreads retries; from 0 up to 1. */
export function tabRunner(context: TabContext, chance?: () => number): OutboxRunner<TabEntry> {
  const kind: EntryKind<TabEntry> = {
    isComplete: isTabEntryComplete,
    jobsOf: (keeper) => new TabJobs(keeper, context),
  };
  return new OutboxRunner(context, kind, chance);
}

/** What a report from the tab, or an addition to one, needs done: its row, then its files one after the other. */
class TabJobs implements EntryJobs<TabEntry> {
  readonly #keeper: EntryKeeper<TabEntry>;
  readonly #context: TabContext;

  constructor(keeper: EntryKeeper<TabEntry>, context: TabContext) {
    this.#keeper = keeper;
    this.#context = context;
  }

  names({ files }: TabEntry): readonly string[] {
    return ['recorded', ...files.map(({ claim }) => filePrefix + claim.id)];
  }

  mayRun(job: string, entry: TabEntry): boolean {
    if (job === 'recorded') return !isSettled(entry.steps.recorded);
    const index = indexOf(job, entry);
    const file = entry.files[index];
    if (!file || isSettled(file.progress) || !isSettled(entry.steps.recorded)) return false;
    // Voicemail and photos are large: side by side they would only share the line.
    return !entry.files.slice(0, index).some(({ progress }) => isUnderWay(progress));
  }

  work(job: string): Promise<void> {
    const { entry } = this.#keeper;
    if (job === 'recorded') {
      return entry.type === 'incident'
        ? recordIncident(this.#incident, this.#context)
        : recordAddition(this.#addition, this.#context);
    }
    const file = fileOf(job, entry);
    // An addition with files is a later version of a report.
    const submissionId = entry.type === 'incident' ? entry.id : (entry.submissionId ?? '');
    return fileAttachment(this.#keeper, this.#context, submissionId, file);
  }

  progress(job: string, entry: TabEntry): StepProgress {
    return job === 'recorded' ? entry.steps.recorded : fileOf(job, entry).progress;
  }

  withProgress(job: string, entry: TabEntry, progress: StepProgress): Partial<TabEntry> {
    if (job === 'recorded') return { steps: { ...entry.steps, recorded: progress } };
    return withFile(entry, fileOf(job, entry).claim.id, (file) => ({ ...file, progress }));
  }

  isBehind(job: string, step: ReceiptStep): boolean {
    return job === 'recorded' ? step === 'recorded' : step === 'evidenceFiled';
  }

  hasToFollow(entry: TabEntry): boolean {
    if (entry.steps.recorded.state !== 'done') return false;
    return entry.type === 'incident' ? owesReceipt(entry) : !entry.isTaken;
  }

  follow(): Promise<void> {
    return this.#keeper.entry.type === 'incident'
      ? followIncident(this.#incident, this.#context)
      : followAddition(this.#addition, this.#context);
  }

  // An entry never changes its type.
  get #incident(): EntryKeeper<IncidentEntry> {
    return this.#keeper as unknown as EntryKeeper<IncidentEntry>;
  }

  get #addition(): EntryKeeper<AdditionEntry> {
    return this.#keeper as unknown as EntryKeeper<AdditionEntry>;
  }
}

function indexOf(job: string, { files }: TabEntry): number {
  return files.findIndex(({ claim }) => filePrefix + claim.id === job);
}

function fileOf(job: string, entry: TabEntry): FileToSend {
  const file = entry.files[indexOf(job, entry)];
  if (!file) throw new Error(`The entry has no job "${job}".`);
  return file;
}

/** Waits for its first attempt, or is being sent: not put off after a failure. */
function isUnderWay({ state, retryAt }: StepProgress): boolean {
  return state === 'working' || (state === 'waiting' && retryAt === null);
}
