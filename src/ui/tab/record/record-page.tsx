import { Badge, Button, makeStyles, Title2, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, PrintRegular } from '@fluentui/react-icons';
import { useEffect, useState } from 'react';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import type { Keeping } from '../draft-keeper.ts';
import { Loading } from '../loading.tsx';
import { SafetyPanel } from '../start/safety-panel.tsx';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { useDraft } from '../use-draft.ts';
import { useRecordWords } from './record-context.tsx';
import { RecordForm } from './record-form.tsx';
import { SentView } from './sent-view.tsx';
import { useRecordTitle } from './use-record-title.ts';

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '72rem' },
  head: { display: 'grid', gap: tokens.spacingVerticalXS },
  row: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  missing: { display: 'grid', justifyItems: 'start', gap: tokens.spacingVerticalM, maxWidth: '48rem' },
});

/** The form of one record, and, once it was sent, how it stands. */
export function RecordPage({ draftId, onGo }: { draftId: string; onGo: (place: TabPlace) => void }) {
  const { draft, change, keeping } = useDraft(draftId);
  const [sentId, setSentId] = useState<string | null>(null);

  if (sentId !== null) return <SentView entryId={sentId} onGo={onGo} />;
  if (draft === undefined) return <Loading />;
  if (draft === null) return <SentBefore draftId={draftId} onGo={onGo} />;
  const sent = (id: string) => {
    // What was added to a report is followed with the report.
    if (draft.amending) onGo({ page: 'mine', submissionId: draft.id });
    else setSentId(id);
  };
  return <OpenRecord draft={draft} change={change} keeping={keeping} onSent={sent} onGo={onGo} />;
}

function OpenRecord(props: {
  draft: IncidentDraft;
  change(next: (before: IncidentDraft) => IncidentDraft): void;
  keeping: Keeping;
  onSent(id: string): void;
  onGo: (place: TabPlace) => void;
}) {
  const { draft, change, keeping, onSent, onGo } = props;
  const words = useRecordWords();
  const styles = useStyles();
  const title = useRecordTitle(draft);
  const isWelfare = draft.kind === 'suicideThreat';
  const lead = draft.amending ? words.amendLead : isWelfare ? words.leadWelfare : words.lead;
  return (
    <div className={styles.page}>
      <div className={styles.head}>
        {draft.phase === 'live' && !draft.amending ? (
          <div>
            <Button
              appearance="subtle"
              icon={<ArrowLeftRegular />}
              onClick={() => onGo({ page: 'helper', draftId: draft.id })}
            >
              {words.backToSteps}
            </Button>
          </div>
        ) : null}
        <div className={styles.row}>
          <Title2 as="h1">{title}</Title2>
          <KeepingBadge keeping={keeping} />
          <Button
            appearance="subtle"
            icon={<PrintRegular />}
            onClick={() => onGo({ page: 'print', of: 'draft', id: draft.id })}
          >
            {words.print}
          </Button>
        </div>
        <p className={styles.quiet}>{lead}</p>
      </div>
      {isWelfare || draft.amending ? null : <SafetyPanel />}
      <RecordForm draft={draft} change={change} onSent={onSent} />
    </div>
  );
}

function KeepingBadge({ keeping }: { keeping: Keeping }) {
  const words = useRecordWords().keeping;
  return (
    <span role="status">
      <Badge appearance="tint" color={keeping === 'unsaved' ? 'warning' : 'informative'}>
        {words[keeping]}
      </Badge>
    </span>
  );
}

/** Not on the shelf: on its way, or somewhere else. */
function SentBefore({ draftId, onGo }: { draftId: string; onGo: (place: TabPlace) => void }) {
  const { ports } = useTab();
  const words = useRecordWords();
  const styles = useStyles();
  const [isOnItsWay, setOnItsWay] = useState<boolean | null>(null);

  useEffect(() => {
    let isCurrent = true;
    ports.reporting.views().then(
      (views) => isCurrent && setOnItsWay(views.some(({ entry }) => entry.id === draftId)),
      () => isCurrent && setOnItsWay(false),
    );
    return () => {
      isCurrent = false;
    };
  }, [ports, draftId]);

  if (isOnItsWay === null) return <Loading />;
  if (isOnItsWay) return <SentView entryId={draftId} onGo={onGo} />;
  return (
    <div className={styles.missing}>
      <Title2 as="h1">{words.missingHeading}</Title2>
      <p>{words.missing}</p>
      <Button onClick={() => onGo({ page: 'mine', submissionId: draftId })}>{words.toMine}</Button>
    </div>
  );
}
