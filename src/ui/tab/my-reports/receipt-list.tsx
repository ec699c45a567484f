import { makeStyles, tokens } from '@fluentui/react-components';
import { type Receipt, receiptSteps } from '../../../application/ports/intake.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { ReceiptIcon } from '../receipt-icon.tsx';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  item: { display: 'grid', gridTemplateColumns: '20px 1fr', gap: tokens.spacingHorizontalS, alignItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Every step a reporter gets a receipt for, in order; a step the service has not spoken of yet is waiting. */
export function ReceiptList(props: { receipts: Receipt[]; recordedAt: string; hasOriginal: boolean }) {
  const { receipts, recordedAt, hasOriginal } = props;
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const recorded: Receipt = { step: 'recorded', state: 'done', at: recordedAt, reason: null };
  // Of a call or a letter there is no original message to send on.
  const steps = receiptSteps.filter((step) => hasOriginal || step !== 'forwarded');
  const byStep = new Map([recorded, ...receipts].map((receipt) => [receipt.step, receipt]));
  return (
    <ul className={styles.list} aria-label={words.mine.steps}>
      {steps.map((step) => {
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
