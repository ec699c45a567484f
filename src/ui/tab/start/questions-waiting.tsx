import { Button, makeStyles, typographyStyles } from '@fluentui/react-components';
import { afterwards } from '../after-first-frame.ts';
import { awaitedQuestion } from '../my-reports/question-state.ts';
import { useReportingViews } from '../record/use-reporting-views.ts';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { useRemote } from '../use-remote.ts';
import { panelParts } from './panel-parts.ts';
import { useStartWords } from './start-words.ts';

const useStyles = makeStyles({
  ...panelParts,
  heading: typographyStyles.subtitle2,
});

/**
 * What a manager has asked about one of the latest own reports and nobody has answered. Shows nothing of report or question. Where it
 * cannot be found out there is nothing here: "My reports" says why, and nothing on the first screen waits for an answer from outside. T5
 */
export function QuestionsWaiting({ onGo }: { onGo: (place: TabPlace) => void }) {
  const { ports } = useTab();
  const words = useStartWords().questions;
  const styles = useStyles();
  const views = useReportingViews();
  const { value } = useRemote(
    afterwards(() => ports.intake.list()),
    'questions',
  );
  const waiting = (value?.submissions ?? []).flatMap((submission) => {
    const { submissionId } = submission.report;
    const additions = views.filter(({ entry }) => entry.type === 'addition' && entry.submissionId === submissionId);
    const question = awaitedQuestion(submission, additions);
    return question ? [{ submissionId, name: question.askedBy, reference: submission.reference ?? '' }] : [];
  });
  if (waiting.length === 0) return null;
  return (
    <section className={styles.panel} aria-labelledby="questions-heading">
      <h2 className={styles.heading} id="questions-heading">
        {words.heading}
      </h2>
      <ul className={styles.list}>
        {waiting.map(({ submissionId, name, reference }) => (
          <li key={submissionId} className={styles.row}>
            <span>{words.asks(name, reference)}</span>
            <Button
              appearance="primary"
              aria-label={words.answerTo(name, reference)}
              onClick={() => onGo({ page: 'mine', submissionId })}
            >
              {words.answer}
            </Button>
          </li>
        ))}
      </ul>
    </section>
  );
}
