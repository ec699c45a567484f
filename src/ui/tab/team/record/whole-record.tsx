import { Badge, makeStyles, tokens } from '@fluentui/react-components';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import type { Completeness } from '../../../../domain/incident/completeness.ts';
import { Section } from '../../incident/section.tsx';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  line: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What is there of the record and what is missing, and who can add it. BEH-8.5-2, F06 */
export function WholeRecord({ record: { completeness } }: { record: TeamRecord }) {
  const words = useTeamRecordWords().whole;
  const styles = useStyles();
  return (
    <Section heading={words.heading}>
      <ul className={styles.list}>
        {completeness.map((each) => (
          <li key={each.item}>
            <div className={styles.line}>
              <span>{words.items[each.item]}</span>
              <Badge appearance={each.isPressing ? 'filled' : 'tint'} color={colorOf(each)} size="large">
                {words[each.state]}
                {each.count && each.state !== 'notNeeded' ? ` (${words.count(each.count.there, each.count.of)})` : ''}
              </Badge>
            </div>
            {each.state === 'missing' ? <p className={styles.quiet}>{words.who[each.item]}</p> : null}
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Beside the words, which say the same (B-A11Y-4). */
function colorOf({ state, isPressing }: Completeness): 'success' | 'danger' | 'warning' | 'informative' {
  if (state === 'present') return 'success';
  if (state === 'notNeeded') return 'informative';
  return isPressing ? 'danger' : 'warning';
}
