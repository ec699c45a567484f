import { Button, Field, Input, makeStyles, ToggleButton, tokens } from '@fluentui/react-components';
import { type FormEvent, useId, useState } from 'react';
import type { BoardAnswer } from '../../../application/ports/switchboard-board.ts';
import { type PutThrough, putThroughAnswers, quotedLimit } from '../../../domain/incident/switchboard-question.ts';
import { useSwitchboardWords } from './use-switchboard-words.ts';

const useStyles = makeStyles({
  form: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  ask: { fontWeight: tokens.fontWeightSemibold },
  choices: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalS,
    '@media (max-width: 480px)': { flexDirection: 'column' },
  },
  quoted: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(14rem, 100%), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Two taps: what it was, and send. Name and number are asked for only where there was a caller to give them. COM-4.1-2 */
export function AnswerForm(props: {
  first: BoardAnswer | null;
  isBusy: boolean;
  onSend: (answer: BoardAnswer) => void;
  onCancel: (() => void) | null;
}) {
  const { first, isBusy, onSend, onCancel } = props;
  const words = useSwitchboardWords();
  const styles = useStyles();
  const id = useId();
  const [putThrough, setPutThrough] = useState<PutThrough | null>(first?.putThrough ?? null);
  const [nameQuoted, setName] = useState(first?.nameQuoted ?? '');
  const [numberQuoted, setNumber] = useState(first?.numberQuoted ?? '');
  const hasCaller = putThrough === 'yes' || putThrough === 'notRemembered';

  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (putThrough === null || isBusy) return;
    onSend(hasCaller ? { putThrough, nameQuoted, numberQuoted } : { putThrough, nameQuoted: '', numberQuoted: '' });
  };

  return (
    <form className={styles.form} onSubmit={submit}>
      <p id={id} className={styles.ask}>
        {words.ask}
      </p>
      {/* biome-ignore lint/a11y/useSemanticElements: a fieldset's legend cannot stand in a grid */}
      <div role="group" aria-labelledby={id} className={styles.choices}>
        {putThroughAnswers.map((answer) => (
          <ToggleButton
            key={answer}
            size="large"
            checked={putThrough === answer}
            appearance={putThrough === answer ? 'primary' : 'secondary'}
            onClick={() => setPutThrough(answer)}
          >
            {words.answers[answer]}
          </ToggleButton>
        ))}
      </div>
      {hasCaller ? (
        <>
          <p className={styles.quiet}>{words.quotedLead}</p>
          <div className={styles.quoted}>
            <Field label={words.nameQuoted}>
              <Input
                value={nameQuoted}
                maxLength={quotedLimit}
                autoComplete="off"
                onChange={(_, data) => setName(data.value)}
              />
            </Field>
            <Field label={words.numberQuoted}>
              <Input
                value={numberQuoted}
                maxLength={quotedLimit}
                type="tel"
                autoComplete="off"
                onChange={(_, data) => setNumber(data.value)}
              />
            </Field>
          </div>
        </>
      ) : null}
      {putThrough === null && !onCancel ? null : (
        <div className={styles.actions}>
          {putThrough === null ? null : (
            <Button type="submit" appearance="primary" size="large" disabledFocusable={isBusy}>
              {isBusy ? words.sending : words.send}
            </Button>
          )}
          {onCancel ? (
            <Button size="large" onClick={onCancel}>
              {words.cancel}
            </Button>
          ) : null}
        </div>
      )}
    </form>
  );
}
