import { Button, makeStyles, Spinner, Subtitle1, Title2, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useEffect, useRef, useState } from 'react';
import type { BoardAnswer, BoardQuestion } from '../../../application/ports/switchboard-board.ts';
import { isRemoteError } from '../../../application/remote-error.ts';
import { instantOfLondonTime, londonDateOf } from '../../../domain/calendar/london-time.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useRemote } from '../use-remote.ts';
import { QuestionCard } from './question-card.tsx';
import { useSwitchboardWords } from './use-switchboard-words.ts';

/** Somebody has just had a call and waits. */
const lookAgainMs = 10_000;

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '48rem',
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'start' },
  intro: { display: 'grid', gap: tokens.spacingVerticalXS, maxWidth: '38rem' },
  quiet: { color: tokens.colorNeutralForeground2 },
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  list: {
    listStyleType: 'none',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  heading: { ':focus': { outlineStyle: 'none' } },
});

/** What the switchboard is asked, and what it said today. F13, COM-4.1-2 */
export function SwitchboardPage() {
  const { words: tabWords, ports } = useTab();
  const words = useSwitchboardWords();
  const styles = useStyles();
  const today = () => instantOfLondonTime(londonDateOf(new Date().toISOString()), 0);
  const { value, error, isLoading, reload } = useRemote(() => ports.switchboard.questions(today()), 'questions');
  const [said, setSaid] = useState('');
  const heading = useRef<HTMLDivElement>(null);

  const latest = useRef({ isLoading, error });
  latest.current = { isLoading, error };
  useEffect(() => {
    const timer = setInterval(() => {
      // After a failure the person decides; a tab that nobody looks at need not ask.
      const { isLoading: isBusy, error: failed } = latest.current;
      if (!isBusy && !failed && document.visibilityState === 'visible') reload();
    }, lookAgainMs);
    return () => clearInterval(timer);
  }, [reload]);

  const answer = async (question: BoardQuestion, given: BoardAnswer) => {
    try {
      await ports.switchboard.answer(question, given);
    } catch (failure) {
      if (!isRemoteError(failure) || failure.code !== 'changedMeanwhile') throw failure;
      settle(words.overtaken(question.extension));
      return;
    }
    settle(words.sent(question.extension));
  };

  const settle = (sentence: string) => {
    setSaid(sentence);
    reload();
    // The card goes away under the finger: what is left to do is read out next.
    heading.current?.focus();
  };

  const open = value?.open ?? [];
  const answered = value?.answered ?? [];
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div className={styles.intro}>
          <Title2 as="h1">{words.heading}</Title2>
          <p>{words.lead}</p>
          <p className={styles.quiet}>{words.privacy}</p>
        </div>
        <Button icon={<ArrowClockwiseRegular />} appearance="subtle" disabledFocusable={isLoading} onClick={reload}>
          {tabWords.refresh}
        </Button>
      </div>
      {error ? <Problem error={error} onRetry={reload} /> : null}
      {isLoading && !value ? <Spinner label={tabWords.loading} /> : null}
      <div role="status">{said}</div>
      {value ? (
        <>
          <section className={styles.part} aria-labelledby="switchboard-open">
            <div ref={heading} tabIndex={-1} className={styles.heading}>
              <Subtitle1 as="h2" id="switchboard-open" aria-live="polite">
                {open.length === 0 ? words.none : words.open(open.length)}
              </Subtitle1>
            </div>
            {open.length === 0 ? <p className={styles.quiet}>{words.noneHint}</p> : null}
            <ul className={styles.list}>
              {open.map((question) => (
                <li key={question.itemId}>
                  <QuestionCard question={question} given={null} onAnswer={(given) => answer(question, given)} />
                </li>
              ))}
            </ul>
          </section>
          <section className={styles.part} aria-labelledby="switchboard-answered">
            <Subtitle1 as="h2" id="switchboard-answered">
              {words.answeredHeading}
            </Subtitle1>
            {answered.length === 0 ? <p className={styles.quiet}>{words.answeredNone}</p> : null}
            <ul className={styles.list}>
              {answered.map((question) => (
                <li key={question.itemId}>
                  <QuestionCard question={question} given={question} onAnswer={(given) => answer(question, given)} />
                </li>
              ))}
            </ul>
          </section>
        </>
      ) : null}
    </div>
  );
}
