import { useEffect, useRef, useState } from 'react';
import type { OutboxEntry } from '../../application/outbox/outbox-entry.ts';
import type { OutboxView } from '../../application/outbox/outbox-runner.ts';
import { needsPerson } from '../../application/outbox/step-outcome.ts';
import { isSettled, type StepProgress } from '../../application/outbox/step-progress.ts';
import { type ReceiptStep, receiptSteps } from '../../application/ports/intake.ts';
import { countWords, fillIn } from '../shared/fill-in.ts';
import { showTime } from '../shared/moments.ts';
import { NotRecordedHelp } from './not-recorded-help.tsx';
import { type PaneContext, usePane } from './pane-context.tsx';
import { type StepLine, StepList } from './step-list.tsx';
import { SupportOffer } from './support-offer.tsx';

/** Five attempts take about a minute. */
const patientAttempts = 5;

interface ProgressViewProps {
  view: OutboxView;
  /** True when the device can keep nothing and the pane has to stay open. */
  isVolatile: boolean;
  isShared: boolean;
  onTryNow(step: ReceiptStep): void;
  onSignIn(): void;
}

/** A receipt for every step, each with its own retry. X-PART-1: nothing fails in silence. */
export function ProgressView({ view, isVolatile, isShared, onTryNow, onSignIn }: ProgressViewProps) {
  const { words } = usePane();
  const { entry } = view;
  const heading = useRef<HTMLHeadingElement>(null);
  const now = useSeconds(receiptSteps.some((step) => entry.steps[step].retryAt !== null));
  useEffect(() => heading.current?.focus(), []);

  const isSignInNeeded =
    view.isForeign || receiptSteps.some((step) => needsPerson(entry.steps[step])) || needsPerson(entry.forwardNote);
  const lines = receiptSteps.map((step): StepLine => {
    const progress = entry.steps[step];
    const isOpen = progress.state === 'failed' && !needsPerson(progress);
    return {
      name: words.progress.steps[step],
      state: progress.state,
      text: stateText(progress, words),
      notes: isSettled(progress) ? [] : notesFor(progress, words, now, isShared),
      ...(isOpen && !view.isElsewhere && !view.isForeign ? { onTryNow: () => onTryNow(step) } : {}),
    };
  });
  return (
    <section className="progress">
      <h2 ref={heading} tabIndex={-1}>
        {titleFor(entry, { isSignInNeeded, isVolatile }, words)}
      </h2>
      {entry.reference && (
        <p className="reference">
          {words.progress.reference} <strong>{entry.reference}</strong>
        </p>
      )}
      {isStuck(entry.steps.recorded) && <NotRecordedHelp entry={entry} />}
      <StepList lines={lines} />
      {isSignInNeeded && (
        <p>
          <button type="button" className="primary" onClick={onSignIn}>
            {words.progress.signIn}
          </button>
        </p>
      )}
      <p className="hint">{footnote(view, isVolatile, words)}</p>
      <p className="notice">{entry.draft.kind === 'bombThreat' ? words.progress.keepBomb : words.progress.keepMail}</p>
      <SupportOffer />
    </section>
  );
}

/** True when nobody should wait any longer for the record: it was refused, or has failed for a while. */
function isStuck(recorded: StepProgress): boolean {
  if (recorded.state !== 'failed' || needsPerson(recorded)) return false;
  return recorded.retryAt === null || recorded.attempts >= patientAttempts;
}

function titleFor(
  entry: OutboxEntry,
  { isSignInNeeded, isVolatile }: { isSignInNeeded: boolean; isVolatile: boolean },
  words: PaneContext['words'],
): string {
  if (isSignInNeeded) return isVolatile ? words.progress.titleAttentionHere : words.progress.titleAttention;
  if (isStuck(entry.steps.recorded)) return words.notRecorded.title;
  return isDone(entry) ? words.progress.titleDone : words.progress.title;
}

function isDone(entry: OutboxEntry): boolean {
  return receiptSteps.every((step) => isSettled(entry.steps[step]));
}

function stateText(progress: StepProgress, words: PaneContext['words']): string {
  const time = progress.at === null ? '' : showTime(progress.at);
  return fillIn(words.progress.states[progress.state], { time });
}

function notesFor(progress: StepProgress, words: PaneContext['words'], now: number, isShared: boolean): string[] {
  if (progress.state !== 'failed' || progress.reason === null) return [];
  const isSharedRefusal = isShared && ['forbidden', 'notFound', 'unsupported'].includes(progress.reason);
  const reason = isSharedRefusal ? words.reasons.shared : words.reasons[progress.reason];
  if (progress.retryAt === null) return [reason];
  const seconds = Math.ceil((Date.parse(progress.retryAt) - now) / 1000);
  return [reason, seconds > 0 ? countWords(words.progress.retryIn, seconds) : words.progress.retrying];
}

function footnote(view: OutboxView, isVolatile: boolean, words: PaneContext['words']): string {
  if (view.isForeign) return isVolatile ? words.progress.foreignHere : words.progress.foreign;
  if (isDone(view.entry)) return words.progress.closeDone;
  if (view.isElsewhere) return words.progress.elsewhere;
  return isVolatile ? words.progress.inMemory : words.progress.close;
}

/** The present, to the second, while something counts down. */
function useSeconds(isCounting: boolean): number {
  const [now, setNow] = useState(() => Date.now());
  useEffect(() => {
    if (!isCounting) return;
    setNow(Date.now());
    const timer = setInterval(() => setNow(Date.now()), 1000);
    return () => clearInterval(timer);
  }, [isCounting]);
  return now;
}
