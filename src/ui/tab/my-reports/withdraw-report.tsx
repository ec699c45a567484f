import { Button, Field, MessageBar, MessageBarBody, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef, useState } from 'react';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { useRecordWords } from '../record/record-context.tsx';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  heading: { fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Asks for a reason, and for nothing else, before the report is taken back. T16 */
export function WithdrawReport({
  submissionId,
  onClose,
}: {
  submissionId: string;
  onClose(isWithdrawn: boolean): void;
}) {
  const { ports } = useTab();
  const words = useRecordWords().mine;
  const styles = useStyles();
  const headingId = useId();
  const [reason, setReason] = useState('');
  const [state, setState] = useState<'idle' | 'missing' | 'working' | 'failed'>('idle');
  const box = useRef<HTMLTextAreaElement>(null);
  useEffect(() => box.current?.focus(), []);

  const withdraw = () => {
    if (state === 'working') return;
    if (reason.trim() === '') {
      setState('missing');
      box.current?.focus();
      return;
    }
    setState('working');
    ports.reporting.withdraw(submissionId, reason.trim()).then(
      () => onClose(true),
      () => setState('failed'),
    );
  };
  return (
    <section className={styles.box} aria-labelledby={headingId}>
      <h3 id={headingId} className={styles.heading}>
        {words.withdrawHeading}
      </h3>
      <p>{words.withdrawLead}</p>
      <Field
        label={words.withdrawReason}
        {...(state === 'missing' ? { validationMessage: words.withdrawMissing } : {})}
      >
        <Textarea
          ref={box}
          value={reason}
          rows={2}
          maxLength={accountLimits.line}
          onChange={(_, { value }) => {
            setReason(value);
            if (state === 'missing') setState('idle');
          }}
        />
      </Field>
      {state === 'failed' ? (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{words.withdrawFailed}</MessageBarBody>
        </MessageBar>
      ) : null}
      <div className={styles.actions}>
        <Button onClick={withdraw} disabledFocusable={state === 'working'}>
          {words.withdrawYes}
        </Button>
        <Button appearance="primary" onClick={() => onClose(false)}>
          {words.withdrawNo}
        </Button>
      </div>
    </section>
  );
}
