import { referenceFrom } from '../../domain/incident/identity.ts';
import type { Report } from '../../domain/incident/report.ts';
import { RemoteError } from '../remote-error.ts';
import { composeIncidentReport } from '../report-incident-draft.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import { isRefused, receiptsOfService } from './follow-step.ts';
import type { IncidentEntry } from './incident-entry.ts';
import { doneStep } from './step-outcome.ts';
import { ownPersonId, type TabContext } from './tab-context.ts';

/**
 * Writes the report into Intake, in one round trip when nothing went wrong before; after an attempt that may have gone through
 * its row is looked for first (X-IDEM-1). Throws `RemoteError`; `invalid` when the service has refused it.
 */
export async function recordIncident(keeper: EntryKeeper<IncidentEntry>, context: TabContext): Promise<void> {
  const report = keeper.entry.report ?? (await freezeReport(keeper, context));
  const mayHaveLeft = keeper.entry.steps.recorded.attempts > 1;
  const found = mayHaveLeft ? await context.intake.find(report.submissionId) : null;
  if (found && isRefused(found)) throw new RemoteError('invalid', 'The service has refused the report.');
  const { rowId, recordedAt, reference } = found ?? { ...(await context.intake.add(report)), reference: null };
  await keeper.update((entry) => ({
    rowId,
    recordedAt,
    reference: reference ?? referenceFrom(rowId, recordedAt),
    steps: { ...entry.steps, recorded: doneStep(entry.steps.recorded, recordedAt) },
  }));
}

/** Reads the receipts that the service wrote back to the reporter's own row. Throws `RemoteError`. */
export async function followIncident(keeper: EntryKeeper<IncidentEntry>, context: TabContext): Promise<void> {
  const submission = await context.intake.find(keeper.entry.id);
  if (!submission) return;
  await keeper.update(({ steps, reference }) => {
    if (isRefused(submission)) {
      const { recorded } = steps;
      return { steps: { ...steps, recorded: { ...recorded, state: 'failed', reason: 'invalid', retryAt: null } } };
    }
    return {
      steps: { ...steps, ...receiptsOfService(steps, submission) },
      reference: submission.reference ?? reference,
      isTaken: submission.reference !== null,
    };
  });
}

async function freezeReport(keeper: EntryKeeper<IncidentEntry>, context: TabContext): Promise<Report> {
  const { draft, createdAt } = keeper.entry;
  const [personId, directoryManagerId] = await Promise.all([ownPersonId(keeper.entry, context), context.managerId()]);
  const report = composeIncidentReport(draft, { directoryManagerId, submittedAt: createdAt });
  await keeper.update(() => ({ report, reporterId: personId }));
  return report;
}
