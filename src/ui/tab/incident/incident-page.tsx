import { Button, makeStyles, Spinner, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular } from '@fluentui/react-icons';
import type { BoardIncident } from '../../../application/ports/board.ts';
import type { CaveatBoundary } from '../../../domain/incident/vocabulary.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useRemote } from '../use-remote.ts';
import { Comments } from './comments.tsx';
import { Deliveries } from './deliveries.tsx';
import { EvidencePanel } from './evidence-panel.tsx';
import { History } from './history.tsx';
import { IncidentFacts, MessageFacts } from './incident-facts.tsx';
import { IncidentHeader } from './incident-header.tsx';

const useStyles = makeStyles({
  page: { display: 'grid', gap: tokens.spacingVerticalXL, minWidth: 0 },
  columns: {
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fit, minmax(min(100%, 26rem), 1fr))',
    gap: `${tokens.spacingVerticalXXL} ${tokens.spacingHorizontalXXL}`,
  },
  column: { display: 'grid', gap: tokens.spacingVerticalXXL, alignContent: 'start', minWidth: 0 },
});

/** One incident as Security reads it, and what Security may do with it. */
export function IncidentPage(props: { boundary: CaveatBoundary; itemId: string; onBack: () => void }) {
  const { boundary, itemId, onBack } = props;
  const { words, ports } = useTab();
  const styles = useStyles();
  const remote = useRemote(() => ports.board.open(boundary, itemId), `${boundary}/${itemId}`);
  return (
    <div className={styles.page}>
      <div>
        <Button icon={<ArrowLeftRegular />} appearance="subtle" onClick={onBack}>
          {words.back}
        </Button>
      </div>
      {remote.error ? <Problem error={remote.error} onRetry={remote.reload} /> : null}
      {remote.isLoading && !remote.value ? <Spinner label={words.loading} /> : null}
      {remote.value ? <Opened boundary={boundary} opened={remote.value} onChanged={remote.reload} /> : null}
    </div>
  );
}

function Opened(props: { boundary: CaveatBoundary; opened: BoardIncident; onChanged: () => void }) {
  const { boundary, opened, onChanged } = props;
  const { ports } = useTab();
  const styles = useStyles();
  const { row, incident, history } = opened;

  /** Runs a change and reads the incident again either way: after a refusal it is no longer what was shown. */
  const change = async (act: () => Promise<void>) => {
    try {
      await act();
    } finally {
      onChanged();
    }
  };

  return (
    <>
      <IncidentHeader
        opened={opened}
        onAcknowledge={() => change(() => ports.board.acknowledge(boundary, row))}
        onRelease={() => change(() => ports.board.releaseForward(boundary, row))}
      />
      <div className={styles.columns}>
        <div className={styles.column}>
          <IncidentFacts incident={incident} />
          <MessageFacts incident={incident} />
        </div>
        <div className={styles.column}>
          <Deliveries incident={incident} />
          <EvidencePanel
            incident={incident}
            actions={{
              readBytes: (item) => ports.board.evidenceBytes(item),
              record: (item, sha256) => ports.board.recordVerification(boundary, incident, item, sha256),
            }}
          />
          <Comments
            comments={incident.comments}
            onAdd={(text) => change(() => ports.board.comment(boundary, row, text))}
          />
          <History entries={history} />
        </div>
      </div>
    </>
  );
}
