import { makeStyles, tokens } from '@fluentui/react-components';
import type { AuditAction } from '../../../application/ports/audit.ts';
import type { HistoryEntry } from '../../../application/ports/board.ts';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { TransitionEvent } from '../../../domain/incident/transition-table.ts';
import type { tabEn } from '../../../words/tab.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { EntryChanges } from './entry-changes.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  // Numbered as in the chain, so that a finding's place can be seen.
  list: { padding: 0, paddingLeft: tokens.spacingHorizontalXXXL, '& > li': { marginBottom: tokens.spacingVerticalS } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type Words = Pick<(typeof tabEn)['incident'], 'action' | 'otherAction' | 'moved'>;

/** The sentence for an entry. Another version of the service may have written what this one does not know. */
export function describeEntry(entry: HistoryEntry, words: Words): string {
  const actions: Record<AuditAction, string> = words.action;
  const moves: Record<TransitionEvent, string> = words.moved;
  const { event } = entry.detail;
  if (entry.action === 'moved' && event !== undefined && Object.hasOwn(moves, event)) {
    return moves[event as TransitionEvent];
  }
  return Object.hasOwn(actions, entry.action) ? actions[entry.action as AuditAction] : words.otherAction;
}

/** What the audit list says happened, oldest first. X-AUD-1. */
export function History({ entries, incident }: { entries: HistoryEntry[]; incident: Incident }) {
  const { words, language } = useTab();
  const styles = useStyles();
  return (
    <Section heading={words.incident.history}>
      {entries.length === 0 ? <p className={styles.quiet}>{words.incident.noHistory}</p> : null}
      <ol className={styles.list}>
        {entries.map((entry) => (
          <li key={`${entry.sequence} ${entry.at}`} value={entry.sequence}>
            {describeEntry(entry, words.incident)}
            <br />
            <span className={styles.quiet}>
              {words.by(
                entry.actor === 'system' ? words.incident.system : entry.actor,
                formatDateTime(entry.at, language),
              )}
            </span>
            <EntryChanges entry={entry} incident={incident} />
          </li>
        ))}
      </ol>
    </Section>
  );
}
