import { Badge, Card, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import { draftFromReport } from '../../../application/draft-from-report.ts';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import type { Submission } from '../../../application/ports/intake.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useRecordWords } from '../record/record-context.tsx';
import { useRecordTitle } from '../record/use-record-title.ts';
import { switchboardLine } from '../switchboard-line.ts';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { AdditionNews } from './addition-news.tsx';
import { ManagerQuestions } from './manager-questions.tsx';
import { ReceiptList } from './receipt-list.tsx';
import { RefusedNews } from './refused-news.tsx';
import { ReportActions } from './report-actions.tsx';
import { useQuestionWords } from './use-question-words.ts';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalL, gap: tokens.spacingVerticalM },
  wanted: { outline: `2px solid ${tokens.colorBrandStroke1}`, scrollMarginTop: tokens.spacingVerticalL },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  subject: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface SubmissionCardProps {
  submission: Submission;
  /** What was added to it from this device. */
  additions: readonly ReportingView[];
  /** A link leads to it. */
  isWanted: boolean;
  onGo: (place: TabPlace) => void;
}

/** One of my reports: what, when, where it stands, the receipt of every step, and what can still be done with it. */
export function SubmissionCard({ submission, additions, isWanted, onGo }: SubmissionCardProps) {
  const { words, terms, language } = useTab();
  const record = useRecordWords().mine;
  const question = useQuestionWords();
  const styles = useStyles();
  const headingId = useId();
  const card = useRef<HTMLDivElement>(null);
  const { report } = submission;
  const title = useRecordTitle(draftFromReport(report));

  useEffect(() => {
    if (!isWanted) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'start' });
  }, [isWanted]);

  const isWithdrawing = additions.some(({ entry }) => entry.type === 'addition' && entry.content.kind === 'withdrawal');
  return (
    <Card
      ref={card}
      appearance="filled"
      role="group"
      aria-labelledby={headingId}
      tabIndex={isWanted ? -1 : undefined}
      className={mergeClasses(styles.card, isWanted && styles.wanted)}
    >
      <div className={styles.head}>
        <Text weight="semibold">{submission.reference ?? words.mine.waitingForReference}</Text>
        <Badge appearance="tint" color="informative">
          {submission.state === 'infoRequested' ? question.state : terms.states[submission.state]}
        </Badge>
        {report.email ? <span className={styles.quiet}>{terms.kinds[report.kind]}</span> : null}
      </div>
      <div>
        <h2 id={headingId} className={styles.subject}>
          {report.email ? report.email.subject.trim() || words.noSubject : title}
        </h2>
        <p className={styles.quiet}>
          {words.mine.reported}: {formatDateTime(submission.recordedAt, language)}
          {report.email ? null : ` · ${record.happened}: ${formatDateTime(report.occurredAt, language)}`}
        </p>
      </div>
      <ManagerQuestions submission={submission} additions={additions} />
      <ReceiptList
        receipts={submission.receipts}
        recordedAt={submission.recordedAt}
        hasOriginal={report.email !== null}
      />
      <SwitchboardNews submission={submission} />
      <AdditionNews views={additions} />
      <RefusedNews submission={submission} />
      <p>
        {submission.acknowledgedAt
          ? words.mine.acknowledged(formatDateTime(submission.acknowledgedAt, language))
          : words.mine.notAcknowledged}
      </p>
      <ReportActions submission={submission} isGoing={isWithdrawing} onGo={onGo} />
    </Card>
  );
}

/** What the switchboard says of the reported call, once it does. COM-4.1-2 */
function SwitchboardNews({ submission }: { submission: Submission }) {
  const { language } = useTab();
  const words = useRecordWords().mine;
  const { report, switchboardAnswer } = submission;
  if (!switchboardAnswer && !report.account?.call?.switchboardQueryId) return null;
  return (
    <p>
      <strong>{words.switchboardHeading}:</strong>{' '}
      {switchboardAnswer ? switchboardLine(switchboardAnswer, language) : words.switchboardWaiting}
    </p>
  );
}
