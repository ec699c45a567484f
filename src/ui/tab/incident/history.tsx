import { makeStyles, tokens } from '@fluentui/react-components';
import type { HistoryEntry } from '../../../application/ports/board.ts';
import type { tabEn } from '../../../words/tab.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { Section } from './section.tsx';

const useStyles = makeStyles({
  list: { margin: 0, padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

function describeAction(action: string, words: (typeof tabEn)['incident']['action']): string {
  return Object.hasOwn(words, action) ? words[action as keyof typeof words] : words.other;
}

/** What the audit list says happened, oldest first. X-AUD-1. */
export function History({ entries }: { entries: HistoryEntry[] }) {
  const { words, language } = useTab();
  const styles = useStyles();
  return (
    <Section heading={words.incident.history}>
      {entries.length === 0 ? <p>{words.incident.noHistory}</p> : null}
      <ol className={styles.list}>
        {entries.map((entry) => (
          <li key={`${entry.at} ${entry.action} ${entry.actor}`}>
            {describeAction(entry.action, words.incident.action)}{' '}
            <span className={styles.quiet}>
              {words.by(
                entry.actor === 'system' ? words.incident.system : entry.actor,
                formatDateTime(entry.at, language),
              )}
            </span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
