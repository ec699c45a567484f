import { Badge, Card, makeStyles, mergeClasses, Text, tokens } from '@fluentui/react-components';
import { useEffect, useId, useRef } from 'react';
import type { Submission } from '../../../application/ports/intake.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { ReceiptList } from './receipt-list.tsx';

const useStyles = makeStyles({
  card: { padding: tokens.spacingHorizontalL, gap: tokens.spacingVerticalM },
  wanted: { outline: `2px solid ${tokens.colorBrandStroke1}`, scrollMarginTop: tokens.spacingVerticalL },
  head: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  subject: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400, overflowWrap: 'anywhere' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** One of my reports: what, when, where it stands, and the receipt of every step. `isWanted`: a link leads to it. */
export function SubmissionCard({ submission, isWanted }: { submission: Submission; isWanted: boolean }) {
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const headingId = useId();
  const card = useRef<HTMLDivElement>(null);
  const { report } = submission;

  useEffect(() => {
    if (!isWanted) return;
    card.current?.focus({ preventScroll: true });
    card.current?.scrollIntoView({ block: 'start' });
  }, [isWanted]);

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
          {terms.states[submission.state]}
        </Badge>
        <span className={styles.quiet}>{terms.kinds[report.kind]}</span>
      </div>
      <div>
        <h2 id={headingId} className={styles.subject}>
          {report.email?.subject.trim() || words.noSubject}
        </h2>
        <p className={styles.quiet}>
          {words.mine.reported}: {formatDateTime(submission.recordedAt, language)}
        </p>
      </div>
      <ReceiptList receipts={submission.receipts} recordedAt={submission.recordedAt} />
      <p>
        {submission.acknowledgedAt
          ? words.mine.acknowledged(formatDateTime(submission.acknowledgedAt, language))
          : words.mine.notAcknowledged}
      </p>
    </Card>
  );
}
