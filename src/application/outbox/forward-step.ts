import { RemoteError } from '../remote-error.ts';
import type { CapturedBytes } from './captured-bytes.ts';
import type { EntryKeeper } from './entry-keeper.ts';
import { applyReceipts } from './follow-step.ts';
import { isForOtherDevice, placeInIntake } from './same-report.ts';
import type { StepContext } from './step-context.ts';
import { doneStep, NotYet } from './step-outcome.ts';
import { isSettled } from './step-progress.ts';

/**
 * Sends the original, as an attached file in a new mail, to the IT Security mailbox (COM-6.1-3): once, however often
 * it is tried, and from however many devices the message was reported (X-IDEM-1). Never runs for a bomb threat, whose
 * step is `withheld` from the start (C-06). Throws `RemoteError`; `NotYet` while it is for another device to send.
 */
export async function forward(keeper: EntryKeeper, context: StepContext, captured: CapturedBytes): Promise<void> {
  const { report, forwardDraftId, steps } = keeper.entry;
  if (!report) throw new RemoteError('invalid', 'There is no report yet.');
  if (report.kind === 'bombThreat') throw new RemoteError('forbidden', 'A bomb threat is never forwarded.');
  const [{ bytes }, isRowKnown] = await Promise.all([captured.take(), lookForOtherDevice(keeper, context)]);
  if (isSettled(keeper.entry.steps.forwarded)) return;
  if (isForOtherDevice(keeper.entry, context.clock.now())) throw new NotYet('Another device is sending the original.');
  const mail = context.forwardMail(keeper.entry);
  const sent = await context.mailbox.sendOnce(
    {
      key: `original-${report.submissionId}`,
      to: [mail.to],
      subject: mail.subject,
      text: mail.text,
      importance: 'high',
      attachment: { name: mail.fileName, contentType: 'message/rfc822', bytes },
    },
    {
      resume: !isRowKnown || keeper.entry.otherSeenAt !== null || steps.forwarded.attempts > 1,
      ...(forwardDraftId === null ? {} : { draftId: forwardDraftId }),
      onDraft: (id) => keeper.update(() => ({ forwardDraftId: id })),
    },
  );
  const at = context.clock.now().toISOString();
  await keeper.update((entry) => ({
    sentMessageId: sent.messageId,
    steps: { ...entry.steps, forwarded: doneStep(entry.steps.forwarded, at) },
  }));
}

/**
 * Looks which row of the report is the lowest, now that ours is written: of two devices that pressed at once, each sees at
 * least the lower one. False when Intake does not say; then the mailbox is asked, for the original waits for no register.
 */
async function lookForOtherDevice(keeper: EntryKeeper, context: StepContext): Promise<boolean> {
  const { report, rowId } = keeper.entry;
  if (!report || rowId === null) return false;
  const lowest = await context.intake.find(report.submissionId).catch(() => null);
  if (!lowest) return false;
  await keeper.update((entry) => ({
    ...placeInIntake(entry, lowest, context.clock.now()),
    ...applyReceipts(entry, lowest),
  }));
  return true;
}

/** Tells Intake that the original left, so that the register shows it. Repeating it adds nothing the service would count twice. */
export async function noteForward(keeper: EntryKeeper, context: StepContext): Promise<void> {
  const { report, original, sentMessageId, steps } = keeper.entry;
  if (!report || !original || sentMessageId === null) {
    throw new RemoteError('invalid', 'There is no forward to note.');
  }
  await context.intake.addForwarded({
    schema: 1,
    submissionId: report.submissionId,
    forwardedAt: steps.forwarded.at ?? context.clock.now().toISOString(),
    sha256: original.sha256,
    size: original.size,
    sentMessageId,
  });
  const at = context.clock.now().toISOString();
  await keeper.update((entry) => ({ forwardNote: doneStep(entry.forwardNote, at) }));
}
