import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowClockwiseRegular, ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { BoardIncident, BoardRow } from '../../../application/ports/board.ts';
import type { CaveatBoundary } from '../../../domain/incident/vocabulary.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useFollowUp } from '../use-follow-up.ts';
import { type Remote, useRemote } from '../use-remote.ts';
import { AccountSections } from './account-sections.tsx';
import { Amendments } from './amendments.tsx';
import { Comments } from './comments.tsx';
import { Course } from './course.tsx';
import { Deliveries } from './deliveries.tsx';
import { incidentWords } from './describe-value.ts';
import { Duties } from './duties.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { History } from './history.tsx';
import { IncidentFacts } from './incident-facts.tsx';
import { IncidentHeader } from './incident-header.tsx';
import { whatIsOnItsWay } from './is-on-its-way.ts';
import { ManagerWork } from './manager-work.tsx';
import { MessageFacts } from './message-facts.tsx';
import { OtherReports } from './other-reports.tsx';
import { ReviewSteps } from './review-steps.tsx';
import { Statements } from './statements.tsx';
import { SwitchboardFacts } from './switchboard-facts.tsx';
import { Tasks } from './tasks.tsx';
import { TrailCheck } from './trail-check.tsx';
import { Withdrawal } from './withdrawal.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL },
  bar: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, justifyContent: 'space-between' },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
    gap: tokens.spacingVerticalL,
  },
  column: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    alignContent: 'start',
  },
});

interface IncidentPageProps {
  boundary: CaveatBoundary;
  itemId: string;
  /** Comments that were begun and not sent, by item. */
  drafts: Map<string, string>;
  onRead: (row: BoardRow) => void;
  onBack: () => void;
  /** Another record of the same register. */
  onOpen: (itemId: string) => void;
  onPrint: () => void;
}

/** One incident as Security reads it, and what Security may do with it. */
export function IncidentPage(props: IncidentPageProps) {
  const { boundary, itemId, onRead, onBack, onPrint } = props;
  const { words, ports, language } = useTab();
  const styles = useStyles();
  const remote = useRemote(() => ports.board.open(boundary, itemId), `${boundary}/${itemId}`);
  const { value, error, isLoading, reload } = remote;

  // biome-ignore lint/correctness/useExhaustiveDependencies: told once for each reading
  useEffect(() => {
    if (value) onRead(value.row);
  }, [value]);

  return (
    <div className={styles.page}>
      <div className={styles.bar}>
        <Button icon={<ArrowLeftRegular />} appearance="subtle" onClick={onBack}>
          {words.back}
        </Button>
        <span>
          {value?.incident.report.account ? (
            <Button icon={<PrintRegular />} appearance="subtle" onClick={onPrint}>
              {incidentWords(language).print}
            </Button>
          ) : null}
          <Button icon={<ArrowClockwiseRegular />} appearance="subtle" disabledFocusable={isLoading} onClick={reload}>
            {words.refresh}
          </Button>
        </span>
      </div>
      {error ? <Problem error={error} onRetry={reload} /> : null}
      {isLoading && !value ? <Spinner label={words.loading} /> : null}
      {value ? <Opened {...props} opened={value} remote={remote} /> : null}
    </div>
  );
}

function Opened(props: IncidentPageProps & { opened: BoardIncident; remote: Remote<BoardIncident> }) {
  const { boundary, itemId, drafts, opened, remote, onOpen } = props;
  const { ports } = useTab();
  const styles = useStyles();
  const { row, incident, history } = opened;
  // What cannot be seen in the record until the service has taken it: a comment, an entry in the trail.
  const [expected, setExpected] = useState({ comments: 0, entries: 0 });
  const awaitsComment = incident.comments.length < expected.comments;
  const awaitsEntry = history.length < expected.entries;
  const onItsWay = [whatIsOnItsWay(opened), awaitsComment ? 'comment' : '', awaitsEntry ? 'entry' : '']
    .join(' ')
    .trim();
  useFollowUp(onItsWay !== '', onItsWay, remote);

  /** Runs a change and reads the incident again either way: after a refusal it is no longer what was shown. */
  const change = async (act: () => Promise<void>) => {
    try {
      await act();
    } finally {
      remote.reload();
    }
  };

  return (
    <>
      <IncidentHeader
        opened={opened}
        onAcknowledge={() => change(() => ports.board.acknowledge(boundary, row))}
        onRelease={() => change(() => ports.board.releaseForward(boundary, row))}
      />
      <ReviewSteps
        opened={opened}
        onBegin={() => change(() => ports.board.startReview(boundary, row))}
        onClose={(reason) => change(() => ports.board.close(boundary, row, reason))}
        onReopen={(reason) => change(() => ports.board.reopen(boundary, row, reason))}
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <IncidentFacts incident={incident} />
          <AccountSections incident={incident} />
          <SwitchboardFacts incident={incident} />
          <Course incident={incident} />
          <MessageFacts incident={incident} />
          <ManagerWork incident={incident} />
          <Statements incident={incident} />
          <EvidencePanel
            incident={incident}
            actions={{
              readBytes: (item) => ports.board.evidenceBytes(item),
              copy: async (item) => {
                const bytes = await ports.board.copyEvidence(incident, item);
                setExpected((before) => ({ ...before, entries: history.length + 1 }));
                return bytes;
              },
              record: async (item, sha256) => {
                await ports.board.recordVerification(boundary, incident, item, sha256);
                setExpected((before) => ({ ...before, entries: history.length + 1 }));
              },
            }}
          />
        </div>
        <div className={styles.column}>
          <Tasks incident={incident} onEnd={(taskId) => change(() => ports.board.endTask(incident, taskId))} />
          <Comments
            incident={incident}
            draft={drafts.get(itemId) ?? ''}
            onDraft={(text) => drafts.set(itemId, text)}
            onAdd={(text) =>
              change(async () => {
                await ports.board.comment(boundary, row, text);
                setExpected((before) => ({ ...before, comments: incident.comments.length + 1 }));
              })
            }
          />
          <Amendments incident={incident} />
          <OtherReports
            opened={opened}
            onOpen={onOpen}
            onJoin={(reference) =>
              change(async () => {
                await ports.board.join(boundary, row, reference);
                setExpected((before) => ({ ...before, entries: history.length + 1 }));
              })
            }
          />
          <Withdrawal
            opened={opened}
            onWithdraw={(reason) => change(() => ports.board.withdraw(boundary, row, reason))}
          />
          <Duties incident={incident} />
          <Deliveries incident={incident} />
          <History entries={history} incident={incident} />
          <TrailCheck
            opened={opened}
            onCopy={async (form) => {
              const bytes = await ports.board.copyTrail(incident, form);
              setExpected((before) => ({ ...before, entries: history.length + 1 }));
              return bytes;
            }}
          />
        </div>
      </div>
    </>
  );
}
