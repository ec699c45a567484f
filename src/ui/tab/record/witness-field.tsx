import { Button, Field, Input, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Witness } from '../../../domain/incident/account.ts';
import { type WitnessRole, witnessRoles } from '../../../domain/incident/account-vocabulary.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { ChosenPeople } from './people-field.tsx';
import { PeopleSearch } from './people-search.tsx';
import { useAccountTerms, useForm, useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  group: { border: 'none', padding: 0, margin: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalS },
  legend: { padding: 0 },
  outsider: { display: 'flex', flexWrap: 'wrap', alignItems: 'end', gap: tokens.spacingHorizontalS },
  name: { flexGrow: 1, maxWidth: '28rem' },
});

/** Witnesses and first aiders: colleagues out of the directory, anybody else by name. BEH-8.5-1 */
export function WitnessField() {
  const { draft, change } = useForm();
  const words = useRecordWords();
  const { witnessRoles: roleNames } = useAccountTerms();
  const styles = useStyles();
  const [name, setName] = useState('');

  const put = (next: (before: Witness[]) => Witness[]) =>
    change((before) => ({
      ...before,
      account: { ...before.account, witnesses: next(before.account.witnesses).slice(0, accountLimits.entries) },
    }));
  const addOutsider = (role: WitnessRole) => {
    if (name.trim() === '') return;
    put((before) => [...before, { role, staff: null, name: name.trim() }]);
    setName('');
  };
  return (
    <fieldset className={styles.group} data-field="witnesses">
      <legend className={styles.legend}>{words.fields.witnesses.label}</legend>
      <ChosenPeople
        people={draft.account.witnesses}
        note={({ role }) => roleNames[role]}
        onRemove={(gone) => put((before) => before.filter((each) => each !== gone))}
      />
      <PeopleSearch
        label={words.people.search}
        actions={witnessRoles.map((role) => ({
          name: words.people.asRole(roleNames[role]),
          take: (staff) =>
            put((before) => [
              ...before.filter((each) => each.staff?.id !== staff.id),
              { role, staff, name: staff.name },
            ]),
        }))}
      />
      <div className={styles.outsider}>
        <Field label={words.fields.witnessName.label} className={styles.name}>
          <Input value={name} maxLength={accountLimits.line} onChange={(_, { value }) => setName(value)} />
        </Field>
        {witnessRoles.map((role) => (
          <Button key={role} disabledFocusable={name.trim() === ''} onClick={() => addOutsider(role)}>
            {words.people.asRole(roleNames[role])}
          </Button>
        ))}
      </div>
    </fieldset>
  );
}
