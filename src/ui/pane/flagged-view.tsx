import { isRefused } from '../../application/outbox/follow-step.ts';
import { type ReceiptStep, receiptSteps, type Submission } from '../../application/ports/intake.ts';
import { fillIn } from '../shared/fill-in.ts';
import { showMoment, showTime } from '../shared/moments.ts';
import { usePane } from './pane-context.tsx';
import { PhoneList } from './phone-list.tsx';
import { type StepLine, StepList } from './step-list.tsx';
import { SupportOffer } from './support-offer.tsx';

/** This message was reported before: when, under which number, and where it stands. Issue part C. */
export function FlaggedView({ submission, onRefresh }: { submission: Submission; onRefresh(): void }) {
  const { words, language, contacts } = usePane();
  const { report, receipts, acknowledgedAt, reference, state } = submission;
  const isLost = isRefused(submission);
  const shown = receiptSteps.flatMap((step): StepLine[] => {
    const receipt = receipts.find((each) => each.step === step) ?? recordedReceipt(step, submission);
    if (!receipt) return [];
    const time = receipt.at === null ? '' : showTime(receipt.at);
    const text = fillIn(words.progress.states[receipt.state], { time });
    return [{ name: words.progress.steps[step], state: receipt.state, text, notes: [] }];
  });
  return (
    <section className="progress">
      <h2>{words.flagged.title}</h2>
      <p>{fillIn(words.flagged.when, { time: showMoment(submission.recordedAt, language) ?? '' })}</p>
      {reference && (
        <p className="reference">
          {words.progress.reference} <strong>{reference}</strong>
        </p>
      )}
      {isLost && (
        <div className="notice" role="alert">
          <p>{words.notRecorded.title}</p>
          <PhoneList contacts={contacts.filter(({ role }) => role === 'security')} />
        </div>
      )}
      <p>
        {words.flagged.state}: <strong>{words.flagged.states[state]}</strong>
      </p>
      {acknowledgedAt && (
        <p>{fillIn(words.flagged.acknowledged, { time: showMoment(acknowledgedAt, language) ?? '' })}</p>
      )}
      <StepList lines={shown} />
      <p>
        <button type="button" onClick={onRefresh}>
          {words.flagged.refresh}
        </button>
      </p>
      <p className="notice">{report.kind === 'bombThreat' ? words.progress.keepBomb : words.progress.keepMail}</p>
      <SupportOffer />
    </section>
  );
}

/** That it is recorded shows in the row being there. */
function recordedReceipt(step: ReceiptStep, submission: Submission) {
  return step === 'recorded' ? { state: 'done' as const, at: submission.recordedAt } : null;
}
