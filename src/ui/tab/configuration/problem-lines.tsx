import { makeStyles, tokens } from '@fluentui/react-components';
import { ErrorCircle16Filled } from '@fluentui/react-icons';
import type { ConfigurationProblem } from '../../../application/configuration-problem.ts';
import { useConfigurationWords } from './configuration-words.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalXXS },
  line: {
    display: 'flex',
    gap: tokens.spacingHorizontalXS,
    alignItems: 'baseline',
    color: tokens.colorPaletteRedForeground1,
    overflowWrap: 'anywhere',
  },
  icon: { flexShrink: 0, alignSelf: 'center' },
});

/** What is wrong, a sentence each; the sign says it as well as the colour. */
export function ProblemLines({ problems }: { problems: readonly ConfigurationProblem[] }) {
  const { words } = useConfigurationWords();
  const styles = useStyles();
  if (problems.length === 0) return null;
  return (
    <ul className={styles.list}>
      {problems.map(({ field, code }) => (
        <li key={`${field} ${code}`} className={styles.line}>
          <ErrorCircle16Filled className={styles.icon} aria-hidden />
          <span>{words.problems[code](field)}</span>
        </li>
      ))}
    </ul>
  );
}
