import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import type { Staff } from '../../../domain/incident/staff.ts';
import { needsSignIn, Problem } from '../problem.tsx';
import { usePeopleSearch } from '../use-people-search.ts';
import { useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  field: { maxWidth: '28rem' },
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
});

interface PeopleSearchProps {
  label: string;
  /** What a press beside a person does: one button each. */
  actions: readonly { name: string; take(staff: Staff): void }[];
  hint?: string;
  isFocused?: boolean;
}

/** Finds people in the directory: a field and a list of buttons, so that it works by keyboard as it stands. */
export function PeopleSearch({ label, actions, hint, isFocused }: PeopleSearchProps) {
  const words = useRecordWords().people;
  const styles = useStyles();
  const statusId = useId();
  const [text, setText] = useState('');
  const { people: found, error } = usePeopleSearch(text);
  const people = found ?? [];
  const isSignInNeeded = needsSignIn(error);
  return (
    <>
      <Field label={label} hint={hint ?? words.hint} className={styles.field}>
        <Input
          value={text}
          type="search"
          autoComplete="off"
          ref={(element) => {
            if (isFocused && element && document.activeElement === document.body) element.focus();
          }}
          onChange={(_, { value }) => setText(value)}
        />
      </Field>
      <p id={statusId} role="status" className={styles.quiet}>
        {error !== null && !isSignInNeeded ? words.failed : found ? words.found(found.length) : ''}
      </p>
      {isSignInNeeded ? <Problem error={error} lead={words.failed} /> : null}
      {people.length > 0 ? (
        <ul className={styles.list}>
          {people.map(({ id, name, address, jobTitle }) => (
            <li key={id} className={styles.row}>
              {actions.map((action) => (
                <Button
                  key={action.name}
                  size="small"
                  aria-label={`${action.name}: ${name}`}
                  onClick={() => {
                    action.take({ id, name, address });
                    setText('');
                  }}
                >
                  {action.name}
                </Button>
              ))}
              <span>
                {name} <span className={styles.quiet}>{[jobTitle, address].filter(Boolean).join(' · ')}</span>
              </span>
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}
