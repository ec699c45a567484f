import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useRef, useState } from 'react';
import type { StatementPage } from '../../../application/ports/team.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useKeptText } from '../use-kept-text.ts';
import { describeRefusal } from './describe-refusal.ts';
import { StatementBox } from './statement-box.tsx';
import { additionKey } from './text-keys.ts';
import { useStatementWords } from './use-statement-words.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  heading: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  start: { justifySelf: 'start' },
});

type Sending =
  | { kind: 'idle' | 'working' | 'done' }
  | { kind: 'failed'; error: unknown }
  | { kind: 'refused'; refusal: string };

/** Adds to a statement that is signed. What stands there stays. BEH-8.5-1 */
export function AddToStatement({ page, onAdded }: { page: StatementPage; onAdded: (page: StatementPage) => void }) {
  const { submissionId, statementId } = page;
  const { ports } = useTab();
  const words = useStatementWords();
  const styles = useStyles();
  const kept = useKeptText(additionKey(page));
  const [isMissing, setMissing] = useState(false);
  const [sending, setSending] = useState<Sending>({ kind: 'idle' });
  const box = useRef<HTMLTextAreaElement>(null);
  const text = kept.text ?? '';

  const add = async () => {
    if (sending.kind === 'working') return;
    setMissing(text.trim() === '');
    if (text.trim() === '') {
      box.current?.focus();
      return;
    }
    setSending({ kind: 'working' });
    try {
      const result = await ports.team.addToStatement(submissionId, statementId, text.trim());
      // The same words again, after an answer that was lost, are there already.
      const isThere = result.kind === 'refused' && result.refusal === 'alreadySigned';
      if (result.kind === 'refused' && !isThere) return setSending({ kind: 'refused', refusal: result.refusal });
      const present = result.kind === 'done' ? result.value : await ports.team.statement(submissionId, statementId);
      kept.change('');
      setSending({ kind: 'done' });
      onAdded(present);
    } catch (error) {
      setSending({ kind: 'failed', error });
    }
  };
  return (
    <section className={styles.part} aria-labelledby="add-heading">
      <h2 className={styles.heading} id="add-heading">
        {words.addHeading}
      </h2>
      <p>{words.addLead}</p>
      <StatementBox label={words.addLabel} rows={4} kept={kept} isMissing={isMissing} box={box} />
      {sending.kind === 'failed' ? (
        <Problem error={sending.error} lead={words.addUnsure} onRetry={() => void add()} />
      ) : null}
      {sending.kind === 'refused' ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>
            {words.notAdded} {describeRefusal(sending.refusal, words)}
          </MessageBarBody>
        </MessageBar>
      ) : null}
      {sending.kind === 'done' && text === '' ? (
        <MessageBar intent="success" role="status">
          <MessageBarBody>{words.added}</MessageBarBody>
        </MessageBar>
      ) : null}
      <Button
        className={styles.start}
        onClick={() => void add()}
        disabledFocusable={kept.text === undefined || sending.kind === 'working'}
      >
        {words.add}
      </Button>
    </section>
  );
}
