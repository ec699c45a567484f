import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, Title2, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular } from '@fluentui/react-icons';
import { useEffect, useRef } from 'react';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import type { Submission } from '../../../application/ports/intake.ts';
import { isSameTrouble, needsSignIn, Problem } from '../problem.tsx';
import { useRecordWords } from '../record/record-context.tsx';
import { useReportingViews } from '../record/use-reporting-views.ts';
import { placeOfDraft } from '../start/begin-record.ts';
import { UnfinishedRecords } from '../start/unfinished-records.tsx';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { useFollowUp } from '../use-follow-up.ts';
import { OnItsWay } from './on-its-way.tsx';
import { OwnStatements } from './own-statements.tsx';
import { SubmissionCard } from './submission-card.tsx';
import { SupportPanel } from './support-panel.tsx';
import { useOwnStatements } from './use-own-statements.ts';
import { useSubmissions } from './use-submissions.ts';
import { useWanted } from './use-wanted.ts';

/** An older one that still waits is no longer answered within seconds. */
const freshMinutes = 15;

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    maxWidth: '48rem',
  },
  head: { display: 'flex', flexWrap: 'wrap', justifyContent: 'space-between', alignItems: 'start' },
  quiet: { color: tokens.colorNeutralForeground2 },
  list: {
    listStyleType: 'none',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  empty: { display: 'grid', gap: tokens.spacingVerticalXS },
  more: { justifySelf: 'start' },
});

interface MyReportsProps {
  wanted: string | null;
  onGo: (place: TabPlace) => void;
  /** Told what the page itself tells of, null for nothing: what stands around it need not tell of the same. */
  onTrouble: (error: unknown) => void;
}

/** What the signed-in person has reported, and what is asked of them. Private to them: the list holds their own rows only. F21. */
export function MyReports({ wanted: wantedId, onGo, onTrouble }: MyReportsProps) {
  const { words } = useTab();
  const styles = useStyles();
  const record = useRecordWords().mine;
  const views = useReportingViews();
  const mine = useSubmissions();
  const asked = useOwnStatements();
  const { value, error, isLoading, reload } = mine;
  const submissions = value?.submissions ?? null;
  const wanted = useWanted(wantedId, submissions);
  const waiting = (submissions ?? []).flatMap(whatIsWaitedFor);
  useFollowUp(waiting.length > 0, waiting.join(' '), mine);
  useArrivals(views, reload);
  const isAskedToldHere = isSameTrouble(error, asked.error);
  const trouble = needsSignIn(asked.error) ? asked.error : error;
  const isReading = isLoading || asked.isLoading;
  useEffect(() => {
    // While it reads again it is not known whether that helped.
    if (trouble !== null || !isReading) onTrouble(trouble);
  }, [trouble, isReading, onTrouble]);
  useEffect(() => () => onTrouble(null), [onTrouble]);

  const readAgain = () => {
    reload();
    asked.reload();
  };

  const listed = wanted.kind === 'older' ? [wanted.submission, ...(submissions ?? [])] : (submissions ?? []);
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        <div>
          <Title2 as="h1">{words.mine.heading}</Title2>
          <p className={styles.quiet}>{words.mine.lead}</p>
        </div>
        <Button icon={<ArrowClockwiseRegular />} appearance="subtle" disabledFocusable={isReading} onClick={readAgain}>
          {words.refresh}
        </Button>
      </div>
      {error ? <Problem error={error} onRetry={isAskedToldHere ? readAgain : reload} /> : null}
      {wanted.kind === 'notMine' ? (
        <MessageBar intent="info" layout="multiline" role="status">
          <MessageBarBody>{words.mine.notMine}</MessageBarBody>
        </MessageBar>
      ) : null}
      <OwnStatements asked={asked} isToldAbove={isAskedToldHere} onGo={onGo} />
      <UnfinishedRecords onContinue={(draft) => onGo(placeOfDraft(draft))} />
      <OnItsWay views={views} arrived={new Set(listed.map(({ report }) => report.submissionId))} />
      {isLoading && !value ? <Spinner label={words.loading} /> : null}
      {submissions?.length === 0 ? (
        <div className={styles.empty}>
          <p>{words.mine.empty}</p>
          <p className={styles.quiet}>{record.emptyHint}</p>
        </div>
      ) : null}
      {listed.length > 0 ? (
        <>
          <p>{words.mine.keepOriginal}</p>
          <ul className={styles.list}>
            {listed.map((submission) => (
              <li key={submission.rowId}>
                <SubmissionCard
                  submission={submission}
                  additions={views.filter(
                    ({ entry }) => entry.type === 'addition' && entry.submissionId === submission.report.submissionId,
                  )}
                  onGo={onGo}
                  isWanted={wanted.kind !== 'none' && submission.report.submissionId === wantedId}
                />
              </li>
            ))}
          </ul>
        </>
      ) : null}
      {mine.moreError ? <Problem error={mine.moreError} onRetry={mine.loadMore} /> : null}
      {value?.next ? (
        <Button className={styles.more} onClick={mine.loadMore} disabledFocusable={mine.isLoadingMore}>
          {mine.isLoadingMore ? words.loading : words.mine.more}
        </Button>
      ) : null}
      <SupportPanel />
    </div>
  );
}

/** Names what the service has still to do with it, while that is answered within seconds. */
function whatIsWaitedFor({ rowId, recordedAt, reference, receipts, answers }: Submission): string[] {
  const isFresh = (at: string) => Date.now() - Date.parse(at) <= freshMinutes * 60_000;
  const isOpen = reference === null || receipts.some(({ state }) => state === 'waiting' || state === 'working');
  return [
    ...(isFresh(recordedAt) && isOpen ? [rowId] : []),
    ...answers
      .filter(({ entry, isAnswered }) => !isAnswered && isFresh(entry.answeredAt))
      .map(({ entry }) => `${rowId} ${entry.questionId}`),
  ];
}

/** Reads again when an answer has left this device, and when it was taken: what is shown follows it. */
function useArrivals(views: readonly ReportingView[], reload: () => void): void {
  const arrived = views.flatMap(({ entry }) => {
    if (entry.type !== 'addition' || entry.content.kind !== 'answer') return [];
    const { steps, isTaken, refusal } = entry;
    return steps.recorded.state === 'done' || refusal !== null ? [`${entry.id} ${isTaken} ${refusal}`] : [];
  });
  const about = arrived.join('; ');
  const before = useRef(about);
  useEffect(() => {
    if (before.current === about) return;
    before.current = about;
    reload();
  }, [about, reload]);
}
