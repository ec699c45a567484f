import type { Receipt, ReceiptStep, Submission } from '../ports/intake.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import type { KeptEntry } from './kept-entry.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { StepContext } from './step-context.ts';
import { isSettled, type StepProgress, settledStep } from './step-progress.ts';

/** Steps the service takes; this device only reads how they stand. */
const followed: readonly ReceiptStep[] = ['managerTold', 'securityTold'];

/** Seconds until the service is asked again, by the number of times it was asked. */
const gaps = [1, 2, 3, 5, 8, 13, 20, 30, 60] as const;

export function followGapSeconds(asked: number): number {
  return gaps[Math.min(asked, gaps.length - 1)] ?? 60;
}

/** True while a receipt of the service, or its taking the row, is still to come. */
export function hasToFollow(entry: OutboxEntry): boolean {
  if (entry.steps.recorded.state !== 'done') return false;
  if (entry.otherSeenAt !== null && !isSettled(entry.steps.forwarded)) return true;
  return owesReceipt(entry);
}

/** True while a step of the service's is not settled. */
export function owesReceipt({ steps }: Pick<KeptEntry, 'steps'>): boolean {
  return followed.some((step) => !isSettled(steps[step]));
}

/** Reads the receipts the service wrote back to the reporter's own row. Throws `RemoteError`. */
export async function follow(keeper: EntryKeeper, context: StepContext): Promise<void> {
  const { report } = keeper.entry;
  if (!report) return;
  const submission = await context.intake.find(report.submissionId);
  if (!submission) return;
  await keeper.update((entry) => applyReceipts(entry, submission));
}

/** True when the service could not take the row: it is there, and nothing will come of it. */
export function isRefused({ receipts }: Pick<Submission, 'receipts'>): boolean {
  return receipts.some(({ step, state }) => step === 'recorded' && state === 'failed');
}

/** The steps that the service takes, as the row tells of them; those settled here stay. */
export function receiptsOfService(
  steps: KeptEntry['steps'],
  { receipts }: Pick<Submission, 'receipts'>,
): Partial<KeptEntry['steps']> {
  return Object.fromEntries(
    receipts
      .filter(({ step }) => followed.includes(step) && !isSettled(steps[step]))
      .map((receipt) => [receipt.step, stepOf(receipt, steps[receipt.step])]),
  );
}

/** What a device's entry learns from the row. A step this device settled itself is not unsettled, save a record that the service refused. */
export function applyReceipts(entry: OutboxEntry, submission: Submission): Partial<OutboxEntry> {
  const steps = { ...entry.steps };
  if (isRefused(submission)) {
    return { steps: { ...steps, recorded: { ...steps.recorded, state: 'failed', reason: 'invalid', retryAt: null } } };
  }
  let { forwardNote } = entry;
  for (const receipt of submission.receipts) {
    if (receipt.step === 'recorded' || isSettled(steps[receipt.step])) continue;
    if (receipt.state !== 'done' && !followed.includes(receipt.step)) continue;
    steps[receipt.step] = stepOf(receipt, steps[receipt.step]);
    // Sent from another device, which has told Intake.
    if (receipt.step === 'forwarded') forwardNote = settledStep('notNeeded', receipt.at ?? submission.recordedAt);
  }
  return {
    steps,
    forwardNote,
    reference: submission.reference ?? entry.reference,
    isTaken: submission.reference !== null,
  };
}

function stepOf(receipt: Receipt, before: StepProgress): StepProgress {
  return {
    state: receipt.state,
    attempts: before.attempts,
    at: receipt.at,
    reason: receipt.state === 'failed' ? 'server' : null,
    retryAt: null,
  };
}
