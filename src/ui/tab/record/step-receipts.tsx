import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { needsPerson } from '../../../application/outbox/step-outcome.ts';
import { isSettled, type StepProgress } from '../../../application/outbox/step-progress.ts';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import { type ReceiptStep, receiptSteps } from '../../../application/ports/intake.ts';
import { showTime } from '../../shared/moments.ts';
import { ReceiptIcon } from '../receipt-icon.tsx';
import { useTab } from '../tab-context.tsx';
import { useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalS },
  item: { display: 'grid', gridTemplateColumns: '20px minmax(0, 1fr)', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** There is no original message to send on: that step says nothing here. */
const shownSteps = receiptSteps.filter((step) => step !== 'forwarded');

/** A receipt for every step on this device, each in words; a change is announced, the countdown is not. X-PART-1, B-A11Y-4 */
export function StepReceipts({ view, onTryNow }: { view: ReportingView; onTryNow(): void }) {
  const { terms } = useTab();
  const words = useRecordWords().sent;
  const styles = useStyles();
  const { steps } = view.entry;
  const now = useSeconds(shownSteps.some((step) => steps[step].retryAt !== null));
  const isOpen = (step: ReceiptStep) =>
    steps[step].state === 'failed' && !needsPerson(steps[step]) && !view.isElsewhere && !view.isForeign;
  return (
    <>
      <ul className={styles.list}>
        {shownSteps.map((step) => (
          <li key={step} className={styles.item}>
            <ReceiptIcon state={steps[step].state} />
            <div>
              <span role="status">
                {terms.receiptSteps[step]}: {stateOf(steps[step], words)}
              </span>
              <StepNotes progress={steps[step]} now={now} />
            </div>
          </li>
        ))}
      </ul>
      {shownSteps.some(isOpen) ? (
        <div>
          <Button onClick={onTryNow}>{words.tryNow}</Button>
        </div>
      ) : null}
    </>
  );
}

type SentWords = ReturnType<typeof useRecordWords>['sent'];

function stateOf({ state, at }: StepProgress, words: SentWords): string {
  return state === 'done' && at ? words.at(words.states.done, showTime(at)) : words.states[state];
}

function StepNotes({ progress, now }: { progress: StepProgress; now: number }) {
  const words = useRecordWords().sent;
  const styles = useStyles();
  if (isSettled(progress) || progress.state !== 'failed' || progress.reason === null) return null;
  const seconds = progress.retryAt === null ? null : Math.ceil((Date.parse(progress.retryAt) - now) / 1000);
  return (
    <p className={styles.quiet}>
      {words.reasons[progress.reason]}
      {seconds === null ? null : ` ${seconds > 0 ? words.retryIn(seconds) : words.retrying}.`}
    </p>
  );
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
