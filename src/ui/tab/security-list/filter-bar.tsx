import { Button, Field, makeStyles, Select, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import type { BoardFilter } from '../../../application/ports/board.ts';
import { type IncidentState, incidentStates, type Kind, kinds } from '../../../domain/incident/vocabulary.ts';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  bar: {
    display: 'flex',
    flexWrap: 'wrap',
    gap: tokens.spacingHorizontalM,
    alignItems: 'end',
    border: 'none',
    padding: 0,
    margin: 0,
    minWidth: 0,
  },
  field: {
    gridTemplateColumns: 'minmax(0, 1fr)',
    flexGrow: 1,
    flexBasis: '11rem',
    maxWidth: '18rem',
    '@media (max-width: 480px)': { maxWidth: 'none' },
  },
  // The longest entry must not decide how wide the box is.
  select: { '& > select': { width: '100%', minWidth: 0, textOverflow: 'ellipsis' } },
});

function asState(value: string): IncidentState | null {
  return incidentStates.find((state) => state === value) ?? null;
}

function asKind(value: string): Kind | null {
  return kinds.find((kind) => kind === value) ?? null;
}

export function FilterBar(props: {
  filter: BoardFilter;
  onChange: (filter: BoardFilter) => void;
  onRefresh: () => void;
}) {
  const { filter, onChange, onRefresh } = props;
  const { words, terms } = useTab();
  const styles = useStyles();
  return (
    <fieldset className={styles.bar} aria-label={words.board.filters}>
      <Field label={words.board.state} className={styles.field}>
        <Select
          className={styles.select}
          value={filter.state ?? ''}
          onChange={(_, data) => onChange({ ...filter, state: asState(data.value) })}
        >
          <option value="">{words.board.all}</option>
          {incidentStates.map((state) => (
            <option key={state} value={state}>
              {terms.states[state]}
            </option>
          ))}
        </Select>
      </Field>
      <Field label={words.board.kind} className={styles.field}>
        <Select
          className={styles.select}
          value={filter.kind ?? ''}
          onChange={(_, data) => onChange({ ...filter, kind: asKind(data.value) })}
        >
          <option value="">{words.board.all}</option>
          {kinds.map((kind) => (
            <option key={kind} value={kind}>
              {terms.kinds[kind]}
            </option>
          ))}
        </Select>
      </Field>
      {filter.state || filter.kind ? (
        <Button onClick={() => onChange({ state: null, kind: null })}>{words.board.clear}</Button>
      ) : null}
      <Button icon={<ArrowClockwiseRegular />} onClick={onRefresh}>
        {words.refresh}
      </Button>
    </fieldset>
  );
}
