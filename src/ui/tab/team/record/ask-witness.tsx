import { Button, Field, Input, makeStyles, Radio, RadioGroup, tokens } from '@fluentui/react-components';
import { type FormEvent, useState } from 'react';
import type { WitnessChoice } from '../../../../application/ports/team.ts';
import { type StatementRole, statementRoles } from '../../../../domain/incident/manager-work.ts';
import { bareParts, bareSearch } from '../../bare-parts.ts';
import { useWorkWords } from '../../incident/use-work-words.ts';
import { PeopleSearch } from '../../record/people-search.tsx';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  people: bareSearch,
  form: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  outside: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'end', maxWidth: '28rem' },
  name: { flexGrow: 1 },
  quiet: { color: tokens.colorNeutralForeground2 },
  start: { justifySelf: 'start' },
});

interface AskWitnessProps {
  isBusy: boolean;
  onAsk: (asked: { witness: WitnessChoice; role: StatementRole }, name: string) => void;
  onClose: () => void;
}

/** In which part somebody was there, then who: a colleague out of the directory, or somebody else by name. */
export function AskWitness({ isBusy, onAsk, onClose }: AskWitnessProps) {
  const { statements: words, close } = useTeamRecordWords();
  const { roles } = useWorkWords().statements;
  const styles = useStyles();
  const [role, setRole] = useState<StatementRole>('witness');
  const [name, setName] = useState('');
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!isBusy) onAsk({ witness: { name: name.trim() }, role }, name.trim());
  };
  return (
    <div className={styles.form}>
      <Field label={words.role}>
        <RadioGroup
          value={role}
          onChange={(_, { value }) => setRole(statementRoles.find((each) => each === value) ?? 'witness')}
        >
          {statementRoles.map((each) => (
            <Radio key={each} value={each} label={roles[each]} />
          ))}
        </RadioGroup>
      </Field>
      <div className={styles.people}>
        <PeopleSearch
          label={words.search}
          actions={[
            { name: words.askAs[role], take: (staff) => onAsk({ witness: { staffId: staff.id }, role }, staff.name) },
          ]}
        />
      </div>
      <form onSubmit={submit} noValidate>
        <div className={styles.outside}>
          <Field className={styles.name} label={words.outside}>
            <Input value={name} autoComplete="off" onChange={(_, { value }) => setName(value)} />
          </Field>
          <Button type="submit" disabledFocusable={isBusy}>
            {words.askAs[role]}
          </Button>
        </div>
        <p className={styles.quiet}>{words.outsideHint}</p>
      </form>
      <Button className={styles.start} appearance="subtle" onClick={onClose}>
        {close}
      </Button>
    </div>
  );
}
