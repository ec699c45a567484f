import { Button, Field, makeStyles, Textarea, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { Comment, Incident } from '../../../domain/incident/incident.ts';
import type { tabEn } from '../../../words/tab.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { Section } from './section.tsx';
import { useAction } from './use-action.ts';

const longest = 2000;

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
  form: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' },
  field: { width: '100%' },
});

/** What manager and Security have added, and a box for more. What stands in the box survives every failure. */
export function Comments(props: {
  incident: Incident;
  /** Kept elsewhere, so that leaving the incident and coming back loses nothing. */
  draft: string;
  onDraft: (text: string) => void;
  onAdd: (text: string) => Promise<void>;
}) {
  const { incident, draft, onDraft, onAdd } = props;
  const { words, language } = useTab();
  const styles = useStyles();
  const [text, setText] = useState(draft);
  const [mistake, setMistake] = useState<string | null>(null);
  const { comments } = incident;
  const type = (next: string) => {
    setText(next);
    setMistake(null);
    onDraft(next);
  };
  const adding = useAction(async () => {
    await onAdd(text.trim());
    type('');
  });

  const submit = (event: FormEvent) => {
    event.preventDefault();
    const { length } = text.trim();
    if (length === 0) setMistake(words.incident.commentEmpty);
    else if (length > longest) setMistake(words.incident.commentTooLong);
    else void adding.run();
  };

  return (
    <Section heading={words.incident.comments}>
      {comments.length === 0 ? <p className={styles.quiet}>{words.incident.noComments}</p> : null}
      <ul className={styles.list}>
        {comments.map((comment) => (
          <li key={`${comment.at} ${comment.by.id}`}>
            <p className={styles.quiet}>
              {words.incident.commentBy[roleOf(comment.role, incident)]}:{' '}
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
          validationMessage={mistake}
          validationState={mistake ? 'error' : 'none'}
        >
          <Textarea
            value={text}
            onChange={(_, data) => type(data.value)}
            readOnly={adding.isBusy}
            resize="vertical"
            rows={3}
          />
        </Field>
        <Button type="submit" disabledFocusable={adding.isBusy}>
          {adding.isBusy ? words.incident.commentAdding : words.incident.commentAdd}
        </Button>
        <span role="status">{adding.isDone ? words.incident.commentAdded : ''}</span>
        {adding.error ? <Problem error={adding.error} /> : null}
      </form>
    </Section>
  );
}

/** Whoever keeps the register commented; in HR's that is HR. */
function roleOf(role: Comment['role'], { boundary }: Incident): keyof (typeof tabEn)['incident']['commentBy'] {
  return role === 'security' && boundary === 'hr' ? 'hrPartner' : role;
}
