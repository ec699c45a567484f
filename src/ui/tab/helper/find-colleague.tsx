import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { StaffRecord } from '../../../application/ports/directory.ts';
import { useTab } from '../tab-context.tsx';
import { useHelperWords } from './helper-context.tsx';
import type { Asked } from './use-helpers-at-hand.ts';

const useStyles = makeStyles({
  found: { listStyleType: 'none', padding: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
});

const pauseMs = 250;
const fewestLetters = 2;
const mostShown = 5;

/** Looks for somebody in the directory. Without a network it says what to do instead. */
export function FindColleague({ onFound }: { onFound: (person: Asked) => void }) {
  const { ports } = useTab();
  const { words } = useHelperWords();
  const styles = useStyles();
  const [text, setText] = useState('');
  const [found, setFound] = useState<{ people: StaffRecord[]; hasFailed: boolean } | null>(null);

  useEffect(() => {
    const wanted = text.trim();
    setFound(null);
    if (wanted.length < fewestLetters) return;
    let isCurrent = true;
    const timer = setTimeout(() => {
      ports.directory.search(wanted).then(
        (people) => isCurrent && setFound({ people: people.slice(0, mostShown), hasFailed: false }),
        () => isCurrent && setFound({ people: [], hasFailed: true }),
      );
    }, pauseMs);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, ports]);

  const status = () => {
    if (!found) return '';
    if (found.hasFailed) return words.colleague.cannotFind;
    return found.people.length === 0 ? words.colleague.nobodyFound : words.colleague.found(found.people.length);
  };
  return (
    <>
      <Field label={words.colleague.find}>
        <Input value={text} autoComplete="off" onChange={(_, data) => setText(data.value)} />
      </Field>
      <p role="status">{status()}</p>
      <ul className={styles.found}>
        {found?.people.map(({ id, name, address, language }) => (
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
