import { Button, Input, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import { useState } from 'react';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { useHelperWords, useLive } from './helper-context.tsx';

const useStyles = makeStyles({
  names: { listStyleType: 'none', padding: 0, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Names of those who saw it, jotted down; the form finds them in the directory later. BEH-8.5-1 */
export function WitnessNames() {
  const { draft, change } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const [name, setName] = useState('');
  const { witnesses } = draft.account;
  const put = (next: typeof witnesses) =>
    change((before) => ({ ...before, account: { ...before.account, witnesses: next } }));
  const add = () => {
    const written = name.trim();
    if (written === '' || witnesses.length >= accountLimits.entries) return;
    put([...witnesses, { role: 'witness', staff: null, name: written }]);
    setName('');
  };
  return (
    <>
      <Input
        aria-label={words.witness.add}
        placeholder={words.witness.add}
        value={name}
        maxLength={accountLimits.line}
        autoComplete="off"
        onChange={(_, data) => setName(data.value)}
        onKeyDown={(event) => {
          if (event.key === 'Enter') add();
        }}
        onBlur={add}
      />
      <ul className={styles.names}>
        {witnesses.map((witness, index) => (
          // biome-ignore lint/suspicious/noArrayIndexKey: two people may have one name
          <li key={index}>
            <Button
              size="small"
              icon={<DismissRegular />}
              iconPosition="after"
              aria-label={words.witness.remove(witness.name)}
              onClick={() => put(witnesses.filter((each) => each !== witness))}
            >
              {witness.name}
            </Button>
          </li>
        ))}
      </ul>
    </>
  );
}
