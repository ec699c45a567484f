import { makeStyles, tokens } from '@fluentui/react-components';
import {
  CheckmarkCircleFilled,
  CircleRegular,
  ErrorCircleFilled,
  ProhibitedRegular,
  SubtractCircleRegular,
} from '@fluentui/react-icons';
import type { ReceiptState } from '../../application/ports/intake.ts';

const useStyles = makeStyles({
  done: { color: tokens.colorPaletteGreenForeground1 },
  failed: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Beside words that say the same: colour and shape never stand alone (B-A11Y-4). */
export function ReceiptIcon({ state }: { state: ReceiptState }) {
  const styles = useStyles();
  if (state === 'done') return <CheckmarkCircleFilled fontSize={20} className={styles.done} aria-hidden />;
  if (state === 'failed') return <ErrorCircleFilled fontSize={20} className={styles.failed} aria-hidden />;
  if (state === 'withheld') return <ProhibitedRegular fontSize={20} className={styles.quiet} aria-hidden />;
  if (state === 'notNeeded') return <SubtractCircleRegular fontSize={20} className={styles.quiet} aria-hidden />;
  return <CircleRegular fontSize={20} className={styles.quiet} aria-hidden />;
}
