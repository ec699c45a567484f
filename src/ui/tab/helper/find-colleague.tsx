import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { needsSignIn, Problem } from '../problem.tsx';
import { usePeopleSearch } from '../use-people-search.ts';
import { useHelperWords } from './helper-context.tsx';
import type { Asked } from './use-helpers-at-hand.ts';

const useStyles = makeStyles({
  found: { listStyleType: 'none', padding: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

const mostShown = 5;

/** Looks for somebody in the directory. Without a network it says what to do instead. */
export function FindColleague({ onFound }: { onFound: (person: Asked) => void }) {
  const { words } = useHelperWords();
  const styles = useStyles();
  const [text, setText] = useState('');
  const { people: found, error } = usePeopleSearch(text);
  const people = (found ?? []).slice(0, mostShown);
  const isSignInNeeded = needsSignIn(error);

  const status = () => {
    if (isSignInNeeded) return '';
    if (error !== null) return words.colleague.cannotFind;
    if (found === null) return '';
    return people.length === 0 ? words.colleague.nobodyFound : words.colleague.found(people.length);
  };
  return (
    <>
      <Field label={words.colleague.find}>
        <Input value={text} autoComplete="off" onChange={(_, data) => setText(data.value)} />
      </Field>
      <p role="status">{status()}</p>
      {isSignInNeeded ? <Problem error={error} lead={words.colleague.cannotFind} /> : null}
      <ul className={styles.found}>
        {people.map(({ id, name, address, language }) => (
          <li key={id}>
            <Button
              onClick={() => {
                onFound({ id, name, address, language });
                setText('');
              }}
            >
              {name}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
