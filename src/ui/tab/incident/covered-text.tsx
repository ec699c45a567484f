import { Button, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { bareParts } from '../bare-parts.ts';
import { useTab } from '../tab-context.tsx';
import { incidentWords } from './describe-value.ts';

const useStyles = makeStyles({
  box: {
    ...bareParts,
    display: 'grid',
    gap: tokens.spacingVerticalS,
    justifyItems: 'start',
    gridTemplateColumns: 'minmax(0, 1fr)',
  },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
  words: {
    margin: 0,
    width: '100%',
    boxSizing: 'border-box',
    padding: tokens.spacingHorizontalM,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What was said or written, covered until asked for: reading it is a choice. Nothing of it is in the page before. COM-3b-6, X-SAFE-2 */
export function CoveredText({ name, text }: { name: string; text: string }) {
  const { language } = useTab();
  const words = incidentWords(language);
  const styles = useStyles();
  const [isShown, setShown] = useState(false);
  return (
    <div className={styles.box}>
      <Subtitle2 as="h3">{name}</Subtitle2>
      <p className={isShown ? styles.words : styles.quiet}>{isShown ? text : words.cover}</p>
      <Button size="small" aria-expanded={isShown} onClick={() => setShown(!isShown)}>
        {isShown ? words.hide(name) : words.show(name)}
      </Button>
    </div>
  );
}
