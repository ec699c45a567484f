import { isRemoteError, RemoteError } from '../remote-error.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import { bytesKey, type FileToSend, type TabEntry } from './incident-entry.ts';
import { doneStep, NotYet } from './step-outcome.ts';
import { isSettled, type StepProgress } from './step-progress.ts';
import type { TabContext } from './tab-context.ts';

/**
 * Files one attachment with the service (B-EVD-1), and lets go of its bytes. While the service has not taken the row that
 * names it, it answers `notFound`, which becomes `NotYet`. Throws `RemoteError`; `gone` when this device has lost the bytes.
 */
export async function fileAttachment(
  keeper: EntryKeeper<TabEntry>,
  context: TabContext,
  submissionId: string,
  { claim }: FileToSend,
): Promise<void> {
  const key = bytesKey(keeper.entry.id, claim.id);
  const bytes = await context.outbox.bytes(key);
  if (!bytes) throw new RemoteError('gone', 'The bytes of an attachment are not on this device any more.');
  const { sha256, capturedAt, id, type, name, mediaType } = claim;
  const upload = context.evidence.file(
    submissionId,
    {
      bytes,
      sha256,
      capturedAt,
      method: 'upload',
      internetMessageId: '',
      itemId: '',
      attachment: { id, type, name, mediaType },
    },
    (sent) => keeper.show((entry) => withFile(entry, claim.id, (file) => ({ ...file, sent }))),
  );
  const filed = await upload.catch((error: unknown) => {
    const isTooEarly = isRemoteError(error) && error.code === 'notFound';
    throw isTooEarly ? new NotYet('The service has not taken the row yet.', { cause: error }) : error;
  });
  await keeper.update((entry) =>
    withFile(entry, claim.id, ({ progress }) => ({
      claim,
      progress: doneStep(progress, filed.filedAt),
      sent: claim.size,
    })),
  );
  // What is left where this fails goes with the entry.
  await context.outbox.dropBytes(key).catch(() => undefined);
}

/** The entry with one file changed, and the step that the person sees for all of them. */
export function withFile(
  { files, steps }: TabEntry,
  fileId: string,
  change: (file: FileToSend) => FileToSend,
): Pick<TabEntry, 'files' | 'steps'> {
  const changed = files.map((file) => (file.claim.id === fileId ? change(file) : file));
  return { files: changed, steps: { ...steps, evidenceFiled: summaryOf(changed, steps.evidenceFiled) } };
}

/** One line for several files: failed while one is, done when all are. */
function summaryOf(files: readonly FileToSend[], before: StepProgress): StepProgress {
  const progresses = files.map(({ progress }) => progress);
  const worst =
    progresses.find(({ state }) => state === 'failed') ??
    progresses.find(({ state }) => state === 'working') ??
    progresses.find((progress) => !isSettled(progress));
  return worst ?? progresses.at(-1) ?? before;
}
