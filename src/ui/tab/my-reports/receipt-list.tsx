import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ErrorCircleFilled,
  ProhibitedRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import { type Receipt, type ReceiptState, receiptSteps } from '../../../application/ports/intake.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  item: { display: 'grid', gridTemplateColumns: '20px 1fr', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  done: { color: tokens.colorPaletteGreenForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Every step a reporter gets a receipt for, in order; a step the service has not spoken of yet is waiting. */
export function ReceiptList({ receipts, recordedAt }: { receipts: Receipt[]; recordedAt: string }) {
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const recorded: Receipt = { step: 'recorded', state: 'done', at: recordedAt, reason: null };
  const byStep = new Map([recorded, ...receipts].map((receipt) => [receipt.step, receipt]));
  return (
    <ul className={styles.list} aria-label={words.mine.steps}>
      {receiptSteps.map((step) => {
        const receipt = byStep.get(step);
        const state = receipt?.state ?? 'waiting';
        return (
          <li key={step} className={styles.item}>
            <ReceiptIcon state={state} />
            <span>
              {terms.receiptSteps[step]}: {terms.receiptStates[state]}
              {receipt?.at ? <span className={styles.quiet}> ({formatDateTime(receipt.at, language)})</span> : null}
            </span>
          </li>
        );
      })}
    </ul>
  );
}

/** Beside words that say the same: colour and shape never stand alone (B-A11Y-4). */
function ReceiptIcon({ state }: { state: ReceiptState }) {
  const styles = useStyles();
  if (state === 'done') return <CheckmarkCircleFilled fontSize={20} className={styles.done} aria-hidden />;
  if (state === 'failed') return <ErrorCircleFilled fontSize={20} className={styles.failed} aria-hidden />;
  if (state === 'withheld') return <ProhibitedRegular fontSize={20} className={styles.quiet} aria-hidden />;
  if (state === 'notNeeded') return <SubtractCircleRegular fontSize={20} className={styles.quiet} aria-hidden />;
  return <CircleRegular fontSize={20} className={styles.quiet} aria-hidden />;
}
