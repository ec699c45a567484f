import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { NumberedStep } from '../../../domain/procedures/procedure.ts';
import { wordsOfStep } from '../../../words/procedure-words.ts';
import { useTab } from '../tab-context.tsx';
import { procedureWords, useHelperWords, useLive } from './helper-context.tsx';
import { StepItem } from './step-item.tsx';

const useStyles = makeStyles({
  section: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    alignContent: 'start',
  },
  list: {
    listStyleType: 'none',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  unseen: { position: 'absolute', width: '1px', height: '1px', overflow: 'hidden', clipPath: 'inset(50%)' },
});

/** The steps for this moment, numbered from one. When they change, that is said. COM-3a-2, COM-3a-4 */
export function StepList({ steps }: { steps: readonly NumberedStep[] }) {
  const { language } = useTab();
  const { procedure, facts } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const said = useChange(steps.map(({ id }) => id).join(' '), () => {
    const first = steps[0];
    const title = first && wordsOfStep(procedureWords[language], procedure.id, first.id)?.title;
    return title ? words.stepsChanged(title) : '';
  });
  return (
    <section className={styles.section} aria-labelledby="steps-heading">
      <Subtitle1 as="h2" id="steps-heading">
        {facts.hasEnded ? words.stepsHeading.afterwards : words.stepsHeading.now}
      </Subtitle1>
      <div className={styles.unseen} role="status">
        {said}
      </div>
      <ol className={styles.list}>
        {steps.map((step) => (
          <li key={step.id}>
            <StepItem step={step} />
          </li>
        ))}
      </ol>
    </section>
  );
}

/** A sentence each time the key changes; none for the first. */
function useChange(key: string, sentence: () => string): string {
  const [said, setSaid] = useState('');
  const before = useRef(key);
  const latest = useRef(sentence);
  latest.current = sentence;
  useEffect(() => {
    if (before.current === key) return;
    before.current = key;
    setSaid(latest.current());
  }, [key]);
  return said;
}
