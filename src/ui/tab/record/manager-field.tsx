import { Button, Checkbox, Field, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { useFieldProps } from './field-props.ts';
import { PeopleSearch } from './people-search.tsx';
import { useForm, useRecordWords } from './record-context.tsx';
import { useManager } from './use-manager.ts';

const useStyles = makeStyles({
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Who the line manager is: read from the directory, changeable, and excludable. C-21, COM-3f-2 */
export function ManagerField() {
  const { draft, change } = useForm();
  const words = useRecordWords();
  const styles = useStyles();
  const [isSearching, setSearching] = useState(false);
  const changeButton = useRef<HTMLButtonElement>(null);
  const wasSearching = useRef(false);
  const { label, ...props } = useFieldProps('managerImplicated');
  const { managerImplicated, chosenManager } = draft;

  useEffect(() => {
    if (wasSearching.current && !isSearching) changeButton.current?.focus();
    wasSearching.current = isSearching;
  }, [isSearching]);

  const choose = (manager: typeof chosenManager) => {
    change((before) => ({ ...before, chosenManager: manager }));
    setSearching(false);
  };
  return (
    <>
      {managerImplicated ? null : (
        <div className={styles.row}>
          <ManagerName />
          {isSearching ? null : (
            <Button ref={changeButton} size="small" onClick={() => setSearching(true)}>
              {words.manager.change}
            </Button>
          )}
          {chosenManager ? (
            <Button size="small" appearance="subtle" onClick={() => choose(null)}>
              {words.manager.keep}
            </Button>
          ) : null}
        </div>
      )}
      {isSearching && !managerImplicated ? (
        <div>
          <PeopleSearch label={words.manager.search} actions={[{ name: words.people.add, take: choose }]} isFocused />
          <Button size="small" appearance="subtle" onClick={() => setSearching(false)}>
            {words.people.close}
          </Button>
        </div>
      ) : null}
      <Field {...props} data-field="managerImplicated">
        <Checkbox
          checked={managerImplicated}
          label={label}
          onChange={(_, { checked }) => change((before) => ({ ...before, managerImplicated: checked === true }))}
        />
      </Field>
    </>
  );
}

function ManagerName() {
  const { draft } = useForm();
  const words = useRecordWords().manager;
  const styles = useStyles();
  const known = useManager();
  if (draft.chosenManager) return <NameWithSource name={draft.chosenManager.name} source={words.chosen} />;
  if (known === undefined) return <span className={styles.quiet}>{words.reading}</span>;
  if (known === 'unknown') return <span className={styles.quiet}>{words.unknown}</span>;
  if (known === null) return <span>{words.none}</span>;
  return <NameWithSource name={known.name} source={words.fromDirectory} />;
}

function NameWithSource({ name, source }: { name: string; source: string }) {
  const styles = useStyles();
  return (
    <span>
      <strong>{name}</strong> <span className={styles.quiet}>({source})</span>
    </span>
  );
}
