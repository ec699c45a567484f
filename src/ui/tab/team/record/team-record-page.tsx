import { Button, MessageBar, MessageBarBody, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowLeftRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { TeamRecord, TeamResult } from '../../../../application/ports/team.ts';
import { isRemoteError } from '../../../../application/remote-error.ts';
import { AccountSections } from '../../incident/account-sections.tsx';
import { Amendments } from '../../incident/amendments.tsx';
import { Course } from '../../incident/course.tsx';
import { MessageFacts } from '../../incident/message-facts.tsx';
import { Problem } from '../../problem.tsx';
import { useTab } from '../../tab-context.tsx';
import type { TabPlace } from '../../tab-place.ts';
import { useRemote } from '../../use-remote.ts';
import type { AnswerDrafts } from './answer-draft.ts';
import { Answers } from './answers.tsx';
import { AskedStatements } from './asked-statements.tsx';
import { AttachedNames } from './attached-names.tsx';
import { DoneSoFar } from './done-so-far.tsx';
import { RecordHead } from './record-head.tsx';
import { ReportedFacts } from './reported-facts.tsx';
import { TeamAlert } from './team-alert.tsx';
import { useTeamRecordWords } from './use-record-words.ts';
import { WholeRecord } from './whole-record.tsx';

const column = {
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: tokens.spacingVerticalL,
  alignContent: 'start',
} as const;

const useStyles = makeStyles({
  page: column,
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
  // One order of reading for everyone: what was reported, what to do, the rest. Where there is room, what to do stands beside both.
  columns: {
    display: 'grid',
    gap: tokens.spacingVerticalL,
    gridTemplateColumns: 'minmax(0, 1fr)',
    '@media (min-width: 900px)': {
      gridTemplateColumns: 'minmax(0, 1fr) minmax(0, 1fr)',
      gridTemplateRows: 'auto 1fr',
      gridTemplateAreas: '"reported work" "details work"',
    },
  },
  reported: { ...column, '@media (min-width: 900px)': { gridArea: 'reported' } },
  work: { ...column, '@media (min-width: 900px)': { gridArea: 'work' } },
  details: { ...column, '@media (min-width: 900px)': { gridArea: 'details' } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

interface TeamRecordPageProps {
  submissionId: string;
  drafts: AnswerDrafts;
  /** What waits for the reader may have become less. */
  onAnswered: () => void;
  onGo: (place: TabPlace) => void;
}

/** One report as whoever answers for it reads it, and what they can do. Each reading leaves an entry in the trail. BEH-5.1-1, X-AUD-1 */
export function TeamRecordPage({ submissionId, drafts, onAnswered, onGo }: TeamRecordPageProps) {
  const { words: tabWords, ports } = useTab();
  const words = useTeamRecordWords();
  const styles = useStyles();
  const { value, error, isLoading, reload } = useRemote(() => ports.team.record(submissionId), submissionId);
  // What an answer has made of the record is shown at once, until it is read again.
  const [record, setRecord] = useState<TeamRecord | null>(null);
  useEffect(() => {
    if (value) setRecord(value);
  }, [value]);
  /** Shows what was made of the record. After a refusal, or a failure, it may be no longer what is shown. */
  const change = async <R extends string>(result: Promise<TeamResult<TeamRecord, R>>): Promise<R | null> => {
    try {
      const came = await result;
      if (came.kind === 'done') setRecord(came.value);
      else reload();
      onAnswered();
      return came.kind === 'done' ? null : came.refusal;
    } catch (failure) {
      if (isRemoteError(failure) && failure.code === 'notFound') reload();
      throw failure;
    }
  };
  const isGone = isRemoteError(error) && error.code === 'notFound';

  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Button
          icon={<ArrowLeftRegular />}
          appearance="subtle"
          onClick={() => onGo({ page: 'team', submissionId: null })}
        >
          {words.back}
        </Button>
        <Button icon={<ArrowClockwiseRegular />} appearance="subtle" disabledFocusable={isLoading} onClick={reload}>
          {tabWords.refresh}
        </Button>
      </div>
      {isGone ? (
        <MessageBar intent="info" layout="multiline" role="status">
          <MessageBarBody>{words.notThere}</MessageBarBody>
        </MessageBar>
      ) : null}
      {error && !isGone ? <Problem error={error} onRetry={reload} /> : null}
      {isLoading && !record ? <Spinner label={tabWords.loading} /> : null}
      {record && !isGone ? <Opened record={record} drafts={drafts} onChange={change} onGo={onGo} /> : null}
    </div>
  );
}

type Changing = <R extends string>(result: Promise<TeamResult<TeamRecord, R>>) => Promise<R | null>;

function Opened(props: {
  record: TeamRecord;
  drafts: AnswerDrafts;
  onChange: Changing;
  onGo: (place: TabPlace) => void;
}) {
  const { record, drafts, onChange, onGo } = props;
  const { ports } = useTab();
  const words = useTeamRecordWords();
  const styles = useStyles();
  const { submissionId } = record.report;
  // Managers read the absence as Human Resources do; what they may not read is not in what the service gave. Model 6
  const read = { report: record.report, amendments: record.amendments, boundary: 'hr' } as const;
  return (
    <>
      <RecordHead record={record} />
      <div className={styles.columns}>
        <div className={styles.reported}>
          <ReportedFacts record={record} />
        </div>
        <div className={styles.work}>
          <Answers
            record={record}
            drafts={drafts}
            onAnswer={(answer) => onChange(ports.team.answer(submissionId, answer))}
          />
          <WholeRecord record={record} />
          <AskedStatements
            record={record}
            onAsk={(asked) => onChange(ports.team.askForStatement(submissionId, asked))}
            onWaive={(id, reason) => onChange(ports.team.waiveStatement(submissionId, id, reason))}
            onGo={onGo}
          />
          <TeamAlert record={record} onSend={(measures) => onChange(ports.team.alert(submissionId, measures))} />
          <DoneSoFar record={record} />
        </div>
        <div className={styles.details}>
          <AccountSections incident={read} />
          <Course incident={read} />
          <MessageFacts incident={read} />
          <AttachedNames record={record} />
          <Amendments incident={read} />
          <p className={styles.quiet}>{words.readNoted}</p>
        </div>
      </div>
    </>
  );
}
