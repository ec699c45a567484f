import { MessageBar, MessageBarBody, makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { useId, useRef } from 'react';
import { needsPerson } from '../../../application/outbox/step-outcome.ts';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import type { ReporterQuestion, Submission } from '../../../application/ports/intake.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { SignInButton } from '../sign-in-help.tsx';
import { useTab } from '../tab-context.tsx';
import { AnswerBox } from './answer-box.tsx';
import { type QuestionState, questionState } from './question-state.ts';
import { useQuestionWords } from './use-question-words.ts';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
  },
  open: { border: `2px solid ${tokens.colorBrandStroke1}` },
  heading: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    ':focus': { outlineStyle: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  words: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  said: {
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    margin: 0,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorNeutralStroke1}`,
  },
});

/** What the manager asked about this report, who asked, and the answer or the place for it. T5 */
export function ManagerQuestions(props: { submission: Submission; additions: readonly ReportingView[] }) {
  const { submission, additions } = props;
  return submission.questions.map((question) => (
    <ManagerQuestion
      key={question.id}
      submissionId={submission.report.submissionId}
      question={question}
      state={questionState(submission, question, additions)}
    />
  ));
}

function ManagerQuestion(props: { submissionId: string; question: ReporterQuestion; state: QuestionState }) {
  const { submissionId, question, state } = props;
  const { language } = useTab();
  const words = useQuestionWords();
  const styles = useStyles();
  const headingId = useId();
  const heading = useRef<HTMLHeadingElement>(null);
  return (
    <section className={mergeClasses(styles.part, state.kind === 'open' && styles.open)} aria-labelledby={headingId}>
      <div>
        <h3 className={styles.heading} id={headingId} ref={heading} tabIndex={-1}>
          {words.heading(question.askedBy)}
        </h3>
        <p className={styles.quiet}>{words.asked(formatDateTime(question.askedAt, language))}</p>
      </div>
      <p className={styles.words}>{question.text}</p>
      {state.kind === 'open' ? (
        <AnswerBox
          submissionId={submissionId}
          questionId={question.id}
          isLate={state.isLate}
          // The box goes; whoever was in it is left where the answer now stands.
          onSent={() => heading.current?.focus()}
        />
      ) : (
        <Answered state={state} />
      )}
    </section>
  );
}

function Answered({ state }: { state: Exclude<QuestionState, { kind: 'open' }> }) {
  const { language } = useTab();
  const words = useQuestionWords();
  const styles = useStyles();
  if (state.kind === 'ended') return <p className={styles.quiet}>{words.ended}</p>;
  const isAnswered = state.kind === 'answered';
  return (
    <>
      {state.kind === 'going' ? <OnItsWay view={state.view} /> : null}
      {state.kind === 'arrived' ? (
        <MessageBar intent="success" role="status">
          <MessageBarBody>{words.arrived}</MessageBarBody>
        </MessageBar>
      ) : null}
      {isAnswered ? <p>{words.answered(formatDateTime(state.at, language))}</p> : null}
      {isAnswered && state.text === null ? <p className={styles.quiet}>{words.noted}</p> : null}
      {state.text === null ? null : (
        <div>
          <p className={styles.quiet}>{words.youWrote}</p>
          <blockquote className={styles.said}>{state.text}</blockquote>
        </div>
      )}
    </>
  );
}

/** Says what keeps it, and the one thing that only the person can do. */
function OnItsWay({ view: { entry } }: { view: ReportingView }) {
  const { ports } = useTab();
  const words = useQuestionWords();
  const { state } = entry.steps.recorded;
  const isStuck = state === 'failed' || state === 'waiting';
  const isLoose = !ports.reporting.keeps(entry.id);
  const text = isLoose ? words.openWindow : isStuck ? words.waits : words.onItsWay;
  return (
    <>
      <MessageBar intent={isLoose ? 'warning' : 'info'} layout="multiline" role="status">
        <MessageBarBody>{text}</MessageBarBody>
      </MessageBar>
      {needsPerson(entry.steps.recorded) ? (
        <SignInButton
          label={words.signIn}
          // What keeps the answer is said above.
          isKept={false}
          onSignedIn={() => ports.reporting.hurry(entry.id)}
        />
      ) : null}
    </>
  );
}
