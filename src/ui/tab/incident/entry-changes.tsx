import { makeStyles, tokens } from '@fluentui/react-components';
import { readChanges } from '../../../application/note-changes.ts';
import type { HistoryEntry } from '../../../application/ports/board.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import { useTab } from '../tab-context.tsx';
import { describeChange, namesIn } from './describe-change.ts';
import { useTrailWords } from './use-trail-words.ts';

const useStyles = makeStyles({
  summary: { cursor: 'pointer', color: tokens.colorNeutralForeground2, minHeight: '24px' },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL, overflowWrap: 'anywhere' },
});

/** What an entry says of single fields, folded until asked for. X-AUD-1 */
export function EntryChanges({ entry, incident }: { entry: HistoryEntry; incident: Incident }) {
  const { terms, language } = useTab();
  const words = useTrailWords();
  const styles = useStyles();
  const { changes, more } = readChanges(entry.detail);
  if (changes.length === 0) return null;
  const names = namesIn(incident);
  return (
    <details>
      <summary className={styles.summary}>{words.changes(changes.length + more)}</summary>
      <ul className={styles.list}>
        {changes.map((change) => (
          <li key={change.field}>{describeChange(change, { words, terms, language, names })}</li>
        ))}
        {more > 0 ? <li>{words.more(more)}</li> : null}
      </ul>
    </details>
  );
}
