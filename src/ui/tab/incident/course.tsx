import { makeStyles, tokens } from '@fluentui/react-components';
import type { Incident } from '../../../domain/incident/incident.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { describeStep } from './describe-value.ts';
import { Section } from './section.tsx';
import { useTelling } from './use-telling.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalS },
  time: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** Ticks and notes in one row of time, as they were made while it went on. COM-3a-1, COM-3d-6, COM-3d-8 */
export function Course({ incident }: { incident: Pick<Incident, 'report'> }) {
  const telling = useTelling(incident);
  const styles = useStyles();
  const { words, language } = telling;
  const { steps = [], notes = [] } = incident.report.account ?? {};
  const entries = [
    ...steps.map(({ at, stepId }) => ({ at, text: words.stepTicked(describeStep(stepId, telling)) })),
    ...notes.map(({ at, text }) => ({ at, text })),
  ].sort((one, other) => Date.parse(one.at) - Date.parse(other.at));
  if (entries.length === 0) return null;
  return (
    <Section heading={words.course}>
      <ol className={styles.list}>
        {entries.map(({ at, text }) => (
          <li key={`${at} ${text}`}>
            <span className={styles.time}>{formatDateTime(at, language)}</span>
            <br />
            <span className={styles.text}>{text}</span>
          </li>
        ))}
      </ol>
    </Section>
  );
}
