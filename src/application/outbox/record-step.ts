import { RemoteError } from '../remote-error.ts';
import { composeReport } from '../report-email-draft.ts';
import { submissionIdOf } from '../report-email-id.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import { isRefused } from './follow-step.ts';
import { placeInIntake } from './same-report.ts';
import type { StepContext } from './step-context.ts';
import { doneStep } from './step-outcome.ts';

/**
 * Writes the report into Intake: one round trip when nothing went wrong before. A row that is there already is taken instead:
 * from an attempt that may have gone through, or from another device (X-IDEM-1). Throws `RemoteError`; `invalid` when the service
 * has refused it.
 */
export async function record(keeper: EntryKeeper, context: StepContext): Promise<void> {
  const report = keeper.entry.report ?? (await freezeReport(keeper, context));
  const mayHaveLeft = keeper.entry.steps.recorded.attempts > 1;
  const found = await (mayHaveLeft ? context.intake.find(report.submissionId) : context.findEarlier(report));
  if (found && isRefused(found)) throw new RemoteError('invalid', 'The service has refused the report.');
  const row = found ?? { ...(await context.intake.add(report)), report, reference: null };
  await keeper.update((entry) => ({
    ...placeInIntake(entry, row, context.clock.now()),
    steps: { ...entry.steps, recorded: doneStep(entry.steps.recorded, row.recordedAt) },
  }));
}

async function freezeReport(keeper: EntryKeeper, context: StepContext) {
  const { draft, email, createdAt } = keeper.entry;
  const { kind } = draft;
  if (!email || kind === null) throw new RemoteError('invalid', 'The entry has no message or no kind.');
  const [personId, directoryManagerId, completed] = await Promise.all([
    context.personId(),
    context.managerId(),
    context.completeEmail(email),
  ]);
  const report = composeReport({ ...draft, kind }, completed, {
    submissionId: await submissionIdOf(personId, completed),
    directoryManagerId,
    submittedAt: createdAt,
  });
  await keeper.update(() => ({ report, email: completed, reporterId: personId }));
  return report;
}
