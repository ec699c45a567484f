import { Badge, Card, makeStyles, Text, tokens } from '@fluentui/react-components';
import type { Submission } from '../../../application/ports/intake.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { ReceiptList } from './receipt-list.tsx';

const useStyles = makeStyles({
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  subject: { margin: 0, fontSize: tokens.fontSizeBase400, overflowWrap: 'anywhere' },
  line: { margin: 0 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One of my reports: what, when, where it stands, and the receipt of every step. */
export function SubmissionCard({ submission }: { submission: Submission }) {
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const { report } = submission;
  const subject = report.email?.subject.trim() || words.mine.noSubject;
  return (
    <Card appearance="outline" role="group" aria-label={words.mine.open(subject)}>
      <div className={styles.head}>
        <Text weight="semibold">{submission.reference ?? words.mine.waitingForReference}</Text>
        <Badge appearance="tint" color="informative">
          {terms.states[submission.state]}
        </Badge>
        <Badge appearance="outline" color="subtle">
          {terms.kinds[report.kind]}
        </Badge>
      </div>
      <h2 className={styles.subject}>{subject}</h2>
      <p className={`${styles.line} ${styles.quiet}`}>
        {words.mine.reported}: {formatDateTime(submission.recordedAt, language)}
      </p>
      <ReceiptList receipts={submission.receipts} recordedAt={submission.recordedAt} />
      <p className={styles.line}>
        {submission.acknowledgedAt
          ? words.mine.acknowledged(formatDateTime(submission.acknowledgedAt, language))
          : words.mine.notAcknowledged}
      </p>
      <p className={`${styles.line} ${styles.quiet}`}>{words.mine.keepOriginal}</p>
    </Card>
  );
}
