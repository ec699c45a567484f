import { Badge, makeStyles, Subtitle1, Subtitle2, tokens } from '@fluentui/react-components';
import { useId } from 'react';
import type { ConfigurationProblem } from '../../../application/configuration-problem.ts';
import type { ConfigurationFact, ConfigurationGroup } from './configuration-fact.ts';
import { useConfigurationWords } from './configuration-words.ts';
import { ProblemLines } from './problem-lines.tsx';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  heading: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalS },
  groups: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 24rem), 1fr))',
    gap: tokens.spacingVerticalL,
    columnGap: tokens.spacingHorizontalXXL,
  },
  group: { display: 'grid', gap: tokens.spacingVerticalXS, alignContent: 'start' },
  facts: { display: 'grid', gap: tokens.spacingVerticalS },
  term: { color: tokens.colorNeutralForeground2, fontSize: tokens.fontSizeBase200 },
  value: { overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One row of the list, readable, each problem beside its field; what has no field of its own stands above. */
export function PartSection(props: {
  title: string;
  groups: readonly ConfigurationGroup[];
  problems: readonly ConfigurationProblem[];
  /** Said where there is nothing to show. */
  nothing: string;
}) {
  const { title, groups, problems, nothing } = props;
  const { words } = useConfigurationWords();
  const styles = useStyles();
  const id = useId();
  const shown = new Set(groups.flatMap(({ facts }) => facts.map(({ field }) => field)));
  const above = problems.filter(({ field }) => !shown.has(field));
  return (
    <section className={styles.section} aria-labelledby={id}>
      <div className={styles.heading}>
        <Subtitle1 as="h2" id={id}>
          {title}
        </Subtitle1>
        {problems.length > 0 ? (
          <Badge appearance="tint" color="danger">
            {words.problemCount(problems.length)}
          </Badge>
        ) : null}
      </div>
      <ProblemLines problems={above} />
      {groups.length === 0 ? <p className={styles.quiet}>{nothing}</p> : null}
      <div className={styles.groups}>
        {groups.map(({ id: key, heading, facts }) => (
          <div key={key} className={styles.group}>
            {heading === null ? null : <Subtitle2 as="h3">{heading}</Subtitle2>}
            <dl className={styles.facts}>
              {facts.map((fact) => (
                <Fact key={fact.field} fact={fact} problems={problems.filter(({ field }) => field === fact.field)} />
              ))}
            </dl>
          </div>
        ))}
      </div>
    </section>
  );
}

function Fact({ fact, problems }: { fact: ConfigurationFact; problems: readonly ConfigurationProblem[] }) {
  const { words } = useConfigurationWords();
  const styles = useStyles();
  return (
    <div>
      <dt className={styles.term}>{fact.term}</dt>
      <dd className={styles.value}>
        {fact.value === '' ? <span className={styles.quiet}>{words.noValue}</span> : fact.value}
        <ProblemLines problems={problems} />
      </dd>
    </div>
  );
}
