import type { Addition } from '../ports/intake.ts';
import { RemoteError } from '../remote-error.ts';
import { digestToId } from '../report-email-id.ts';
import { composeIncidentReport } from '../report-incident-draft.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import type { AdditionEntry } from './incident-entry.ts';
import { doneStep, NotYet } from './step-outcome.ts';
import type { StepProgress } from './step-progress.ts';
import { ownPersonId, type TabContext } from './tab-context.ts';

/**
 * Adds the row to Intake, in one round trip when nothing went wrong before; after an attempt that may have gone through the
 * row is looked for first, so that it is not there twice (X-IDEM-1). Throws `RemoteError`; `NotYet` while the report that it
 * belongs to has not left this device.
 */
export async function recordAddition(keeper: EntryKeeper<AdditionEntry>, context: TabContext): Promise<void> {
  const { submissionId } = keeper.entry;
  const report = submissionId === null ? null : await context.outbox.find(submissionId);
  if (report && report.steps.recorded.state !== 'done') {
    throw new NotYet('The report itself has not been recorded yet.', { retryAfterSeconds: 5 });
  }
  const personId = await ownPersonId(keeper.entry, context);
  const addition = await composeAddition(keeper.entry, personId, context);
  await keeper.update(() => ({ reporterId: personId }));
  const mayHaveLeft = keeper.entry.steps.recorded.attempts > 1;
  const found = mayHaveLeft ? await context.intake.findAddition(addition) : null;
  if (found && found.refusal !== null) {
    await keeper.update(() => ({ refusal: found.refusal }));
    throw new RemoteError('invalid', 'The service has refused the addition.');
  }
  if (!found) await add(addition, context);
  const at = context.clock.now().toISOString();
  await keeper.update(({ steps }) => ({ steps: { ...steps, recorded: doneStep(steps.recorded, at) } }));
}

/** Reads whether the service took it: it may come too late. A refusal undoes the record, so that it is seen. T16 */
export async function followAddition(keeper: EntryKeeper<AdditionEntry>, context: TabContext): Promise<void> {
  const addition = await composeAddition(keeper.entry, await context.personId(), context);
  const found = await context.intake.findAddition(addition);
  if (!found?.isAnswered) return;
  const { refusal } = found;
  await keeper.update(({ steps }) => {
    const failed: StepProgress = { ...steps.recorded, state: 'failed', reason: 'invalid', retryAt: null };
    return { isTaken: refusal === null, refusal, steps: refusal === null ? steps : { ...steps, recorded: failed } };
  });
}

/** Its key is made from person, document and version: read twice, or on two devices, it is one row. BEH-2.1-1 */
export function guidanceReadKey(personId: string, document: { documentId: string; version: string }): Promise<string> {
  return digestToId(JSON.stringify(['guidanceRead', personId, document.documentId, document.version]));
}

async function composeAddition({ content }: AdditionEntry, personId: string, context: TabContext): Promise<Addition> {
  switch (content.kind) {
    case 'amendment': {
      const { amendmentId, draft, note, amendedAt } = content;
      const directoryManagerId = await context.managerId();
      const report = composeIncidentReport(draft, { directoryManagerId, submittedAt: amendedAt });
      return {
        type: 'amendment',
        entry: { schema: 1, amendmentId, submissionId: draft.id, report, note, amendedAt },
      };
    }
    case 'withdrawal':
      return { type: 'withdrawal', entry: content.entry };
    case 'answer':
      return { type: 'answer', entry: content.entry };
    case 'switchboardQuery': {
      const { queryId, callAt, extension } = content;
      return { type: 'switchboardQuery', entry: { schema: 1, queryId, callAt, extension } };
    }
    case 'guidanceRead': {
      const { documentId, version, readAt } = content;
      const key = await guidanceReadKey(personId, content);
      return { type: 'guidanceRead', key, entry: { schema: 1, documentId, version, readAt } };
    }
  }
}

function add(addition: Addition, { intake }: TabContext): Promise<void> {
  switch (addition.type) {
    case 'amendment':
      return intake.addAmendment(addition.entry);
    case 'withdrawal':
      return intake.addWithdrawal(addition.entry);
    case 'answer':
      return intake.addAnswer(addition.entry);
    case 'switchboardQuery':
      return intake.addSwitchboardQuery(addition.entry);
    case 'guidanceRead':
      return intake.addGuidanceRead(addition.key, addition.entry);
  }
}
