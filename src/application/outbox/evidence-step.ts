import { isRemoteError, RemoteError } from '../remote-error.ts';
import type { CapturedBytes } from './captured-bytes.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import type { StepContext } from './step-context.ts';
import { doneStep, NotYet } from './step-outcome.ts';

/**
 * Files the captured bytes with the service (B-EVD-1). While the service has not taken the submission yet it answers
 * `notFound`, which becomes `NotYet`. Throws `RemoteError`.
 */
export async function fileEvidence(keeper: EntryKeeper, context: StepContext, captured: CapturedBytes): Promise<void> {
  const { report } = keeper.entry;
  if (!report?.email) throw new RemoteError('invalid', 'There is no message to file.');
  const { bytes, original } = await captured.take();
  const upload = context.evidence.file(report.submissionId, {
    bytes,
    sha256: original.sha256,
    method: original.method,
    internetMessageId: report.email.internetMessageId,
    itemId: report.email.itemId,
    capturedAt: original.capturedAt,
  });
  const filed = await upload.catch((error: unknown) => {
    const isTooEarly = isRemoteError(error) && error.code === 'notFound';
    throw isTooEarly ? new NotYet('The service has not taken the report yet.', { cause: error }) : error;
  });
  await keeper.updateStep('evidenceFiled', (step) => doneStep(step, filed.filedAt));
}
