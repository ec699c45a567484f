import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Amendment, FieldChange } from '../../../domain/incident/later-changes.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { fieldAt } from './account-fields.ts';
import { describeValue } from './describe-value.ts';
import { FactList, Section } from './section.tsx';
import { useTelling } from './use-telling.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  changes: { paddingLeft: tokens.spacingHorizontalL, margin: 0, display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  value: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  button: { marginTop: tokens.spacingVerticalS },
});

type Amended = Pick<Incident, 'report' | 'boundary' | 'amendments'>;

/** Every later change with what stood there before; nothing was ever written over. BEH-14.1-1 */
export function Amendments({ incident }: { incident: Amended }) {
  const { words } = useTelling(incident);
  const styles = useStyles();
  if (incident.amendments.length === 0) return null;
  return (
    <Section heading={words.amendments.heading}>
      <p className={styles.quiet}>{words.amendments.lead}</p>
      <ol className={styles.list}>
        {incident.amendments.map((amendment) => (
          <li key={amendment.id}>
            <AmendmentView incident={incident} amendment={amendment} />
          </li>
        ))}
      </ol>
    </Section>
  );
}

function AmendmentView({ incident, amendment }: { incident: Amended; amendment: Amendment }) {
  const { words, language } = useTelling(incident);
  const styles = useStyles();
  const [isShown, setShown] = useState(false);
  const when = words.amendments.by(amendment.by.name, formatDateTime(amendment.at, language));
  return (
    <>
      <Subtitle2 as="h3">{when}</Subtitle2>
      {amendment.note ? <FactList facts={[[words.amendments.note, amendment.note]]} /> : null}
      <p className={styles.quiet}>{amendment.changes.map(({ field }) => nameOf(field, words)).join('; ')}</p>
      {amendment.changes.length > 0 ? (
        // Old and new words may be what was said or written: they are covered like those above.
        <Button
          size="small"
          className={styles.button}
          aria-expanded={isShown}
          aria-label={`${isShown ? words.amendments.hide : words.amendments.show} (${when})`}
          onClick={() => setShown(!isShown)}
        >
          {isShown ? words.amendments.hide : words.amendments.show}
        </Button>
      ) : null}
      {isShown ? (
        <ul className={styles.changes}>
          {amendment.changes.map((change) => (
            <li key={change.field}>
              <ChangeView incident={incident} change={change} />
            </li>
          ))}
        </ul>
      ) : null}
    </>
  );
}

function ChangeView({ incident, change }: { incident: Amended; change: FieldChange }) {
  const telling = useTelling(incident);
  const styles = useStyles();
  const { words } = telling;
  const field = fieldAt(change.field);
  const describe = (value: unknown) => {
    if (field?.isHealth && incident.boundary !== 'hr') return words.health;
    if (!field) return JSON.stringify(value);
    if (field.form === 'yes') return value === true ? words.yes : words.no;
    return describeValue(field.form, value, telling) || words.nothing;
  };
  return (
    <>
      <div>{nameOf(change.field, words)}</div>
      <FactList
        facts={[
          [
            words.amendments.before,
            <span key="before" className={styles.value}>
              {describe(change.before)}
            </span>,
          ],
          [
            words.amendments.after,
            <span key="after" className={styles.value}>
              {describe(change.after)}
            </span>,
          ],
        ]}
      />
    </>
  );
}

function nameOf(path: string, words: { fields: Record<string, string> }): string {
  return Object.hasOwn(words.fields, path) ? (words.fields[path] ?? path) : path;
}
