import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { type ReactNode, useId } from 'react';
import { bareParts } from '../bare-parts.ts';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    alignContent: 'start',
    ...bareParts,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  facts: {
    display: 'grid',
    gridTemplateColumns: 'fit-content(40%) 1fr',
    gap: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalL}`,
    '@media (max-width: 480px)': {
      gridTemplateColumns: '1fr',
      rowGap: tokens.spacingVerticalXXS,
      '& > dd': { marginBottom: tokens.spacingVerticalS },
    },
  },
  term: { color: tokens.colorNeutralForeground2 },
  value: { overflowWrap: 'anywhere', minWidth: 0 },
});

export function Section({ heading, children }: { heading: string; children: ReactNode }) {
  const styles = useStyles();
  const id = useId();
  return (
    <section className={styles.section} aria-labelledby={id}>
      <Subtitle1 as="h2" id={id}>
        {heading}
      </Subtitle1>
      {children}
    </section>
  );
}

/** Pairs of name and value; a pair without a value is left out. */
export function FactList({ facts }: { facts: readonly (readonly [term: string, value: ReactNode])[] }) {
  const styles = useStyles();
  return (
    <dl className={styles.facts}>
      {facts
        .filter(([, value]) => value !== null && value !== '')
        .map(([term, value]) => (
          <Fact key={term} term={term} value={value} />
        ))}
    </dl>
  );
}

function Fact({ term, value }: { term: string; value: ReactNode }) {
  const styles = useStyles();
  return (
    <>
      <dt className={styles.term}>{term}</dt>
      <dd className={styles.value}>{value}</dd>
    </>
  );
}
