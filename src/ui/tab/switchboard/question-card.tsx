import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AnsweredQuestion, BoardAnswer, BoardQuestion } from '../../../application/ports/switchboard-board.ts';
import { londonDateOf } from '../../../domain/calendar/london-time.ts';
import { formatCalendarDate } from '../../shared/format-date.ts';
import { showTime } from '../../shared/moments.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { AnswerForm } from './answer-form.tsx';
import { useSwitchboardWords } from './use-switchboard-words.ts';

const useStyles = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  call: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'baseline',
    columnGap: tokens.spacingHorizontalXL,
    rowGap: tokens.spacingVerticalXXS,
    fontSize: tokens.fontSizeBase500,
    lineHeight: tokens.lineHeightBase500,
    fontWeight: tokens.fontWeightSemibold,
    fontVariantNumeric: 'tabular-nums',
  },
  quiet: {
    color: tokens.colorNeutralForeground2,
    fontSize: tokens.fontSizeBase300,
    fontWeight: tokens.fontWeightRegular,
  },
  said: { display: 'grid', gap: tokens.spacingVerticalXXS, overflowWrap: 'anywhere' },
  answer: { fontWeight: tokens.fontWeightSemibold },
  start: { justifySelf: 'start' },
});

export interface QuestionCardProps {
  question: BoardQuestion;
  given: AnsweredQuestion | null;
  onAnswer: (answer: BoardAnswer) => Promise<void>;
}

/** One question: when, and on which extension; open, or with what was said. */
export function QuestionCard({ question, given, onAnswer }: QuestionCardProps) {
  const words = useSwitchboardWords();
  const styles = useStyles();
  const [isCorrecting, setIsCorrecting] = useState(false);
  const [isBusy, setIsBusy] = useState(false);
  const [error, setError] = useState<unknown>(null);

  const send = async (answer: BoardAnswer) => {
    setIsBusy(true);
    setError(null);
    try {
      await onAnswer(answer);
      setIsCorrecting(false);
    } catch (failure) {
      setError(failure);
    } finally {
      setIsBusy(false);
    }
  };

  return (
    <article className={styles.card} aria-label={`${words.extension} ${question.extension}`}>
      <CallFacts question={question} />
      {given && !isCorrecting ? (
        <>
          <Said given={given} />
          <Button
            className={styles.start}
            appearance="subtle"
            aria-label={words.correctLabel(question.extension)}
            onClick={() => setIsCorrecting(true)}
          >
            {words.correct}
          </Button>
        </>
      ) : (
        <AnswerForm
          first={given?.answer ?? null}
          isBusy={isBusy}
          onSend={(answer) => void send(answer)}
          onCancel={given ? () => setIsCorrecting(false) : null}
        />
      )}
      {error ? <Problem error={error} lead={words.notSent} /> : null}
    </article>
  );
}

/** The day only where it is not today: most questions are minutes old. */
function CallFacts({ question }: { question: BoardQuestion }) {
  const { language } = useTab();
  const words = useSwitchboardWords();
  const styles = useStyles();
  const day = londonDateOf(question.callAt);
  const isToday = day === londonDateOf(new Date().toISOString());
  return (
    <div className={styles.call}>
      <time dateTime={question.callAt}>
        {showTime(question.callAt)}
        {isToday ? null : <span className={styles.quiet}> {formatCalendarDate(day, language)}</span>}
      </time>
      <span>
        <span className={styles.quiet}>{words.extension}</span> {question.extension}
      </span>
    </div>
  );
}

function Said({ given }: { given: AnsweredQuestion }) {
  const words = useSwitchboardWords();
  const styles = useStyles();
  const { answer, answeredAt, answeredBy } = given;
  const by = answeredBy === '' ? words.answered : words.answeredBy(answeredBy);
  return (
    <div className={styles.said}>
      <span className={styles.answer}>{words.said[answer.putThrough]}</span>
      {answer.nameQuoted === '' ? null : <span>{words.quotedName(answer.nameQuoted)}</span>}
      {answer.numberQuoted === '' ? null : <span>{words.quotedNumber(answer.numberQuoted)}</span>}
      <span className={styles.quiet}>
        {by}, {showTime(answeredAt)}
      </span>
    </div>
  );
}
