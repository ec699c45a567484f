import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Comment } from '../../../domain/incident/incident.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { describeProblem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { Section } from './section.tsx';

const longest = 2000;

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  text: { margin: 0, whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  who: { margin: 0, color: tokens.colorNeutralForeground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  field: { width: '100%', maxWidth: '40rem' },
});

export function Comments({ comments, onAdd }: { comments: Comment[]; onAdd: (text: string) => Promise<void> }) {
  const { words, language } = useTab();
  const styles = useStyles();
  const [text, setText] = useState('');
  const [problem, setProblem] = useState<string | null>(null);
  const [isBusy, setBusy] = useState(false);
  const [isAdded, setAdded] = useState(false);

  const submit = async (event: FormEvent) => {
    event.preventDefault();
    if (isBusy) return;
    setAdded(false);
    const trimmed = text.trim();
    if (!trimmed) return setProblem(words.incident.commentEmpty);
    if (trimmed.length > longest) return setProblem(words.incident.commentTooLong);
    setProblem(null);
    setBusy(true);
    try {
      await onAdd(trimmed);
      setText('');
      setAdded(true);
    } catch (error) {
      // What was typed stays in the box.
      setProblem(describeProblem(error, words.problem));
    } finally {
      setBusy(false);
    }
  };

  return (
    <Section heading={words.incident.comments}>
      {comments.length === 0 ? <p className={styles.text}>{words.incident.noComments}</p> : null}
      <ul className={styles.list}>
        {comments.map((comment) => (
          <li key={`${comment.at} ${comment.by.id}`}>
            <p className={styles.who}>
              {words.incident.commentBy[comment.role]}:{' '}
              {words.by(comment.by.name, formatDateTime(comment.at, language))}
            </p>
            <p className={styles.text}>{comment.text}</p>
          </li>
        ))}
      </ul>
      <form className={styles.form} onSubmit={submit} noValidate>
        <Field
          className={styles.field}
          label={words.incident.commentLabel}
          hint={words.incident.commentHint}
          validationMessage={problem}
          validationState={problem ? 'error' : 'none'}
        >
          <Textarea value={text} onChange={(_, data) => setText(data.value)} resize="vertical" rows={3} />
        </Field>
        <Button type="submit" disabledFocusable={isBusy}>
          {words.incident.commentAdd}
        </Button>
        <span role="status">{isAdded ? words.incident.commentAdded : ''}</span>
      </form>
    </Section>
  );
}
