import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { DismissRegular } from '@fluentui/react-icons';
import type { Staff } from '../../../domain/incident/staff.ts';
import type { Spot } from './draft-spots.ts';
import type { FieldId } from './field-spec.ts';
import { PeopleSearch } from './people-search.tsx';
import { useForm, useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  group: { border: 'none', padding: 0, margin: 0, minWidth: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  legend: { padding: 0 },
  list: { listStyleType: 'none', padding: 0, display: 'grid', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', alignItems: 'center', gap: tokens.spacingHorizontalXS },
});

/** People of the organisation: one (`one`) or any number (`several`). */
export function PeopleField(props: { id: FieldId; one?: Spot<Staff | null>; several?: Spot<Staff[]> }) {
  const { id, one, several } = props;
  const { draft, change } = useForm();
  const words = useRecordWords();
  const styles = useStyles();
  const field: { label: string; hint?: string } = words.fields[id];
  const chosen = several?.get(draft) ?? [one?.get(draft) ?? null].flatMap((each) => each ?? []);
  const put = (staff: Staff) =>
    change((before) => {
      if (one) return one.set(before, staff);
      if (!several) return before;
      const others = several.get(before).filter((each) => each.id !== staff.id);
      return several.set(before, [...others, staff]);
    });
  const drop = (staff: Staff) =>
    change((before) => {
      if (one) return one.set(before, null);
      return several
        ? several.set(
            before,
            several.get(before).filter((each) => each.id !== staff.id),
          )
        : before;
    });
  return (
    <fieldset className={styles.group} data-field={id}>
      <legend className={styles.legend}>{field.label}</legend>
      <ChosenPeople people={chosen} onRemove={drop} />
      {several || chosen.length === 0 ? (
        <PeopleSearch
          label={words.people.search}
          actions={[{ name: words.people.add, take: put }]}
          {...(field.hint ? { hint: field.hint } : {})}
        />
      ) : null}
    </fieldset>
  );
}

export function ChosenPeople<P extends { name: string }>(props: {
  people: readonly P[];
  onRemove: (person: P) => void;
  note?: (person: P) => string;
}) {
  const { people, onRemove, note } = props;
  const words = useRecordWords();
  const styles = useStyles();
  if (people.length === 0) return null;
  return (
    <ul className={styles.list}>
      {people.map((each) => (
        <li key={`${each.name} ${note?.(each) ?? ''}`} className={styles.row}>
          <span>
            {each.name}
            {note ? ` (${note(each)})` : null}
          </span>
          <Button
            size="small"
            appearance="subtle"
            icon={<DismissRegular />}
            aria-label={words.people.remove(each.name)}
            onClick={() => onRemove(each)}
          />
        </li>
      ))}
    </ul>
  );
}
