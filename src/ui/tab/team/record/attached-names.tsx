import { makeStyles, tokens } from '@fluentui/react-components';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import { formatSize } from '../../../shared/format-date.ts';
import { Section } from '../../incident/section.tsx';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  list: { paddingLeft: tokens.spacingHorizontalL, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Which files there are; who opens them is decided where they lie. */
export function AttachedNames({ record: { evidence } }: { record: TeamRecord }) {
  const words = useTeamRecordWords();
  const styles = useStyles();
  if (evidence.length === 0) return null;
  return (
    <Section heading={words.attached}>
      <p className={styles.quiet}>{words.attachedLead}</p>
      <ul className={styles.list}>
        {evidence.map(({ id, name, size }) => (
          <li key={id}>
            {name} ({formatSize(size)})
          </li>
        ))}
      </ul>
    </Section>
  );
}
