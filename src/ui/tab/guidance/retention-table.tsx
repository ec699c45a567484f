import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { defaultRetention, retentionRules } from '../../../domain/retention/rules.ts';
import type { GuidanceWords } from '../../../words/guidance-words.ts';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  table: { borderCollapse: 'collapse', width: '100%' },
  cell: {
    textAlign: 'left',
    fontWeight: tokens.fontWeightRegular,
    verticalAlign: 'top',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM} ${tokens.spacingVerticalXS} 0`,
    borderBottom: `1px solid ${tokens.colorNeutralStroke2}`,
    ':first-letter': { textTransform: 'uppercase' },
  },
  months: { whiteSpace: 'nowrap' },
});

/** The periods of this organisation, from the rules that decide them. BEH-15.4-2, COM-12.4-2, C-03 */
export function RetentionTable({ words }: { words: GuidanceWords }) {
  const { settings, terms } = useTab();
  const styles = useStyles();
  const rules = [...retentionRules, defaultRetention];
  return (
    <table className={styles.table} aria-label={words.keptFor}>
      <thead>
        <tr>
          <th scope="col" className={styles.cell}>
            {words.keptWhat}
          </th>
          <th scope="col" className={styles.cell}>
            {words.keptFor}
          </th>
        </tr>
      </thead>
      <tbody>
        {rules.map(({ id, months }) => (
          <tr key={id}>
            <th scope="row" className={styles.cell}>
              {terms.retentionRules[id]}
            </th>
            <td className={mergeClasses(styles.cell, styles.months)}>
              {terms.months(settings.retention?.months[id] ?? months)}
            </td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
