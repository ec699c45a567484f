import { MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import type { CaveatBoundary } from '../../../domain/incident/vocabulary.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTrailWords } from '../incident/use-trail-words.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useRemote } from '../use-remote.ts';

/** The list itself comes first; the command names them all. */
const mostShown = 5;

const useStyles = makeStyles({
  // A line is kept free, so that the list does not move when the answer comes.
  summary: { display: 'grid', gap: tokens.spacingVerticalS, minHeight: tokens.lineHeightBase300, '& p': { margin: 0 } },
  list: { margin: 0, paddingLeft: tokens.spacingHorizontalXL },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Whether the histories of all records were whole when the service last went through them, and which were not. X-AUD-1 */
export function TrailSummary({ boundary }: { boundary: CaveatBoundary }) {
  const { ports, language } = useTab();
  const words = useTrailWords();
  const styles = useStyles();
  const { value, error, reload } = useRemote(() => ports.board.trailSummary(boundary), boundary);
  const { ended = null, records = 0, broken = 0, findings = [] } = value ?? {};
  const when = ended === null ? '' : formatDateTime(ended, language);
  return (
    <section className={styles.summary} aria-label={words.all.heading}>
      {error ? <Problem error={error} onRetry={reload} /> : null}
      {value && ended === null ? <p className={styles.quiet}>{words.all.notYet}</p> : null}
      {ended !== null && broken === 0 ? <p className={styles.quiet}>{words.all.whole(records, when)}</p> : null}
      {broken > 0 ? (
        <MessageBar intent="error" layout="multiline">
          <MessageBarBody>{words.all.broken(broken, records, when)}</MessageBarBody>
        </MessageBar>
      ) : null}
      {findings.length > 0 ? (
        <ul className={styles.list}>
          {findings.slice(0, mostShown).map(({ reference, problem, sequence }) => (
            <li key={`${reference} ${problem} ${sequence}`}>
              {reference}: {words.problems[problem](String(sequence ?? ''))}
            </li>
          ))}
          {findings.length > mostShown ? <li>{words.more(findings.length - mostShown)}</li> : null}
        </ul>
      ) : null}
    </section>
  );
}
