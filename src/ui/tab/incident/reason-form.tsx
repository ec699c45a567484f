import { Button, Field, Input, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { Problem } from '../problem.tsx';
import { useAction } from './use-action.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  start: { justifySelf: 'start' },
});

export interface ReasonFormWords {
  start: string;
  label: string;
  hint: string;
  confirm: string;
  busy: string;
  asked: string;
  cancel: string;
}

/**
 * A step that cannot be called back: a button opens one field, and only the second button does it. What stands in the field
 * survives every failure.
 */
export function ReasonForm(props: {
  words: ReasonFormWords;
  isLong: boolean;
  /** What is wrong with the text; null when it will do. */
  check: (text: string) => string | null;
  onDo: (text: string) => Promise<void>;
}) {
  const { words, isLong, check, onDo } = props;
  const styles = useStyles();
  const [isOpen, setOpen] = useState(false);
  const [text, setText] = useState('');
  const [mistake, setMistake] = useState<string | null>(null);
  const doing = useAction(async () => {
    await onDo(text.trim());
    setOpen(false);
    setText('');
  });
  const type = (_: unknown, { value }: { value: string }) => {
    setText(value);
    setMistake(null);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const found = check(text.trim());
    setMistake(found);
    if (found === null) void doing.run();
  };

  return (
    <div className={styles.form}>
      {isOpen ? (
        <form className={styles.form} onSubmit={submit} noValidate>
          <Field
            label={words.label}
            hint={words.hint}
            validationMessage={mistake}
            validationState={mistake ? 'error' : 'none'}
          >
            {isLong ? (
              <Textarea value={text} onChange={type} rows={3} resize="vertical" readOnly={doing.isBusy} autoFocus />
            ) : (
              <Input value={text} onChange={type} readOnly={doing.isBusy} autoComplete="off" autoFocus />
            )}
          </Field>
          <div className={styles.actions}>
            <Button type="submit" disabledFocusable={doing.isBusy}>
              {doing.isBusy ? words.busy : words.confirm}
            </Button>
            <Button appearance="subtle" disabledFocusable={doing.isBusy} onClick={() => setOpen(false)}>
              {words.cancel}
            </Button>
          </div>
        </form>
      ) : (
        <Button className={styles.start} onClick={() => setOpen(true)}>
          {words.start}
        </Button>
      )}
      <span role="status">{doing.isDone ? words.asked : ''}</span>
      {doing.error ? <Problem error={doing.error} /> : null}
    </div>
  );
}
