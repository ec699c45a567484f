import { Button, Field, MessageBar, MessageBarBody, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import { commentLimit } from '../../../domain/incident/comment.ts';
import { useTab } from '../tab-context.tsx';
import { useKeptText } from '../use-kept-text.ts';
import { useQuestionWords } from './use-question-words.ts';

/** How many characters are left is said when few are. */
const fewLeft = 200;

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  send: { justifySelf: 'start' },
});

/** Where the reporter writes the answer. It is kept with every letter, and goes by the outbox. T5, X-OFF-1 */
export function AnswerBox(props: { submissionId: string; questionId: string; isLate: boolean; onSent: () => void }) {
  const { submissionId, questionId, isLate, onSent } = props;
  const { ports } = useTab();
  const words = useQuestionWords();
  const styles = useStyles();
  const { text, change, isKept, clear } = useKeptText(`answer ${submissionId} ${questionId}`);
  const [state, setState] = useState<'idle' | 'missing' | 'working' | 'failed'>('idle');
  const box = useRef<HTMLTextAreaElement>(null);

  const send = () => {
    if (state === 'working') return;
    if (!text?.trim()) {
      setState('missing');
      box.current?.focus();
      return;
    }
    setState('working');
    ports.reporting.answer(submissionId, questionId, text).then(
      () => {
        clear();
        onSent();
      },
      () => setState('failed'),
    );
  };
  const left = commentLimit - (text?.length ?? 0);
  const hints = [isKept ? words.kept : words.unsaved, ...(left <= fewLeft ? [words.left(left)] : [])];
  return (
    <div className={styles.box}>
      <p className={styles.quiet}>{isLate ? words.late : words.lead}</p>
      <Field
        label={words.label}
        hint={hints.join(' ')}
        {...(state === 'missing' ? { validationMessage: words.missing } : {})}
      >
        <Textarea
          ref={box}
          value={text ?? ''}
          rows={4}
          resize="vertical"
          maxLength={commentLimit}
          onChange={(_, { value }) => {
            change(value);
            if (state !== 'idle') setState('idle');
          }}
        />
      </Field>
      {state === 'failed' ? (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{words.failed}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Button
        className={styles.send}
        appearance="primary"
        onClick={send}
        disabledFocusable={text === undefined || state === 'working'}
      >
        {words.send}
      </Button>
    </div>
  );
}
