import { Button, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkFilled, CheckmarkRegular } from '@fluentui/react-icons';
import { useId } from 'react';
import { tickedAt, tickStep } from '../../../application/live-record.ts';
import type { Language } from '../../../domain/incident/vocabulary.ts';
import type { NumberedStep } from '../../../domain/procedures/procedure.ts';
import { wordsOfStep } from '../../../words/procedure-words.ts';
import { showTime } from '../../shared/moments.ts';
import { useTab } from '../tab-context.tsx';
import { procedureWords, useHelperWords, useLive } from './helper-context.tsx';
import { keepFocus } from './keep-focus.ts';
import { StepActions } from './step-actions.tsx';

const useStyles = makeStyles({
  step: {
    display: 'grid',
    gridTemplateColumns: 'auto minmax(0, 1fr)',
    columnGap: tokens.spacingHorizontalM,
    padding: tokens.spacingHorizontalL,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    backgroundColor: tokens.colorNeutralBackground1,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  urgent: { border: `2px solid ${tokens.colorPaletteRedBorderActive}` },
  calm: { border: `2px solid ${tokens.colorBrandStroke1}` },
  number: {
    display: 'grid',
    placeItems: 'center',
    width: '36px',
    height: '36px',
    borderRadius: tokens.borderRadiusCircular,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    '@media (max-width: 480px)': { width: '28px', height: '28px' },
  },
  done: {
    color: tokens.colorBrandForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorBrandStroke1}`,
  },
  body: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: {
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    '@media (max-width: 480px)': { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  },
  why: { fontSize: tokens.fontSizeBase300, color: tokens.colorNeutralForeground2 },
  phrases: { display: 'grid', gap: tokens.spacingVerticalS },
  phrase: {
    margin: 0,
    padding: `${tokens.spacingVerticalS} ${tokens.spacingHorizontalM}`,
    borderLeft: `4px solid ${tokens.colorBrandStroke1}`,
    backgroundColor: tokens.colorNeutralBackground2,
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
  },
  language: { display: 'block', fontSize: tokens.fontSizeBase200, color: tokens.colorNeutralForeground2 },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
});

/** One step: what to do, why, the words for it in both languages, what to press, and a tick that nobody has to set. COM-3d-8 */
export function StepItem({ step }: { step: NumberedStep }) {
  const { language } = useTab();
  const { draft, change, procedure } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const own = wordsOfStep(procedureWords[language], procedure.id, step.id);
  const at = tickedAt(draft, step.id);
  const isWarning = step.action?.type === 'warn';
  const isUrgent = step.urgency === 'urgent' && at === null;
  const name = at ? (isWarning ? words.warned : words.ticked)(showTime(at)) : isWarning ? words.warn : words.tick;
  const title = own?.title ?? '';
  const id = useId();
  return (
    <div className={mergeClasses(styles.step, isUrgent && (procedure.tone === 'calm' ? styles.calm : styles.urgent))}>
      <span className={mergeClasses(styles.number, at !== null && styles.done)}>
        {at === null ? step.number : <CheckmarkFilled aria-label={String(step.number)} />}
      </span>
      <div className={styles.body}>
        <h3 id={id} className={styles.title}>
          {title}
        </h3>
        <p className={styles.why}>{own?.why}</p>
        {own?.phrase ? <Phrases stepId={step.id} /> : null}
        <StepActions step={step} title={title} />
        {isItsOwnTick(step) ? null : (
          <div className={styles.actions}>
            <Button
              appearance={isWarning && at === null ? 'primary' : 'secondary'}
              aria-pressed={at !== null}
              aria-label={`${name}: ${words.step(step.number)}`}
              aria-describedby={id}
              icon={at === null ? undefined : <CheckmarkRegular />}
              onMouseDown={keepFocus}
              onClick={() => change((before) => tickStep(before, step, at === null, new Date().toISOString()))}
            >
              {name}
            </Button>
          </div>
        )}
      </div>
    </div>
  );
}

/** Ending, sending and going on are done by their own buttons: there is nothing to tick besides. */
function isItsOwnTick({ action }: NumberedStep): boolean {
  return action?.type === 'endCall' || action?.type === 'sendNow' || action?.type === 'openForm';
}

/** The same words in both languages, the person's own first: nobody has to translate under stress. COM-3a-1, B-CY-4 */
function Phrases({ stepId }: { stepId: string }) {
  const { language } = useTab();
  const { procedure } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const both: Language[] = language === 'cy' ? ['cy', 'en'] : ['en', 'cy'];
  return (
    <div className={styles.phrases}>
      {both.map((each) => (
        <blockquote key={each} className={styles.phrase} lang={each}>
          <span className={styles.language} lang={language}>
            {words.say[each]}
          </span>
          {wordsOfStep(procedureWords[each], procedure.id, stepId)?.phrase}
        </blockquote>
      ))}
    </div>
  );
}
