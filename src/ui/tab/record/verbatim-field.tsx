import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { useFieldProps } from './field-props.ts';
import { useForm, useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  covered: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  action: { justifySelf: 'start' },
});

/**
 * The very words, apart from the facts. Open while they are written; covered for whoever comes back to them, and for whoever
 * looks over a shoulder. COM-3b-6, X-SAFE-2
 */
export function VerbatimField() {
  const { draft, change } = useForm();
  const words = useRecordWords();
  const styles = useStyles();
  const { verbatim } = draft.account;
  const [isOpen, setOpen] = useState(() => verbatim === '');
  const box = useRef<HTMLTextAreaElement>(null);
  const wasPressed = useRef(false);
  const props = useFieldProps('verbatim');

  useEffect(() => {
    if (isOpen && wasPressed.current) box.current?.focus();
  }, [isOpen]);

  if (!isOpen) {
    return (
      <div className={styles.covered} data-field="verbatim">
        <span>{words.covered}</span>
        <Button
          onClick={() => {
            wasPressed.current = true;
            setOpen(true);
          }}
        >
          {words.show}
        </Button>
      </div>
    );
  }
  return (
    <>
      <Field {...props} data-field="verbatim">
        <Textarea
          ref={box}
          value={verbatim}
          maxLength={accountLimits.text}
          rows={3}
          resize="vertical"
          onChange={(_, { value }) =>
            change((before) => ({ ...before, account: { ...before.account, verbatim: value } }))
          }
        />
      </Field>
      {verbatim === '' ? null : (
        <Button size="small" className={styles.action} onClick={() => setOpen(false)}>
          {words.cover}
        </Button>
      )}
    </>
  );
}
