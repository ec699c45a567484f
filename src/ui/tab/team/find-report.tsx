import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import { useAction } from '../incident/use-action.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useTeamWords } from './use-team-words.ts';

const useStyles = makeStyles({
  form: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    alignItems: 'end',
    maxWidth: '28rem',
  },
  // The button stays beside the box, however long the label is.
  field: { flexGrow: 1, flexBasis: '14rem' },
  quiet: { color: tokens.colorNeutralForeground2, ':empty': { display: 'none' } },
});

/** By its number. What is not there and what is not theirs are answered alike. C-21 */
export function FindReport({ onFound }: { onFound: (submissionId: string) => void }) {
  const { ports } = useTab();
  const words = useTeamWords().find;
  const styles = useStyles();
  const [text, setText] = useState('');
  const [missed, setMissed] = useState(false);
  const finding = useAction(async () => {
    const submissionId = await ports.team.find(text.trim());
    setMissed(submissionId === null);
    if (submissionId !== null) onFound(submissionId);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (text.trim() !== '') void finding.run();
  };
  return (
    <form onSubmit={submit} noValidate>
      <div className={styles.form}>
        <Field className={styles.field} label={words.label}>
          <Input
            value={text}
            autoComplete="off"
            onChange={(_, { value }) => {
              setText(value);
              setMissed(false);
            }}
          />
        </Field>
        <Button type="submit" disabledFocusable={finding.isBusy}>
          {finding.isBusy ? words.busy : words.button}
        </Button>
      </div>
      <p role="status" className={styles.quiet}>
        {missed ? words.none : ''}
      </p>
      {finding.error ? <Problem error={finding.error} /> : null}
    </form>
  );
}
