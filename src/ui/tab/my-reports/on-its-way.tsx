import { Card, makeStyles, Subtitle2, Text, tokens } from '@fluentui/react-components';
import type { TabEntry } from '../../../application/outbox/incident-entry.ts';
import { needsPerson } from '../../../application/outbox/step-outcome.ts';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useRecordWords } from '../record/record-context.tsx';
import { StepReceipts } from '../record/step-receipts.tsx';
import { useRecordTitle } from '../record/use-record-title.ts';
import { SignInButton } from '../sign-in-help.tsx';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  card: { padding: tokens.spacingHorizontalL, gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

type IncidentView = ReportingView & { entry: Extract<TabEntry, { type: 'incident' }> };

/** Reports that this device still has to bring to Microsoft 365; those that have arrived are in the list. X-PART-1 */
export function OnItsWay({ views, arrived }: { views: readonly ReportingView[]; arrived: ReadonlySet<string> }) {
  const words = useRecordWords().mine;
  const styles = useStyles();
  const going = views.filter(
    (view): view is IncidentView => view.entry.type === 'incident' && !arrived.has(view.entry.id),
  );
  if (going.length === 0) return null;
  return (
    <section className={styles.part} aria-labelledby="going-heading">
      <Subtitle2 as="h2" id="going-heading">
        {words.onItsWay}
      </Subtitle2>
      {going.map((view) => (
        <GoingReport key={view.entry.id} view={view} />
      ))}
    </section>
  );
}

function GoingReport({ view }: { view: IncidentView }) {
  const { ports, language } = useTab();
  const words = useRecordWords();
  const styles = useStyles();
  const { entry } = view;
  const title = useRecordTitle(entry.draft);
  return (
    <Card className={styles.card} role="group" aria-label={title}>
      <Text weight="semibold">{title}</Text>
      <span className={styles.quiet}>{formatDateTime(entry.createdAt, language)}</span>
      <StepReceipts view={view} onTryNow={() => ports.reporting.hurry(entry.id)} />
      {Object.values(entry.steps).some(needsPerson) ? (
        <SignInButton
          label={words.sent.signIn}
          isKept={ports.reporting.keeps(entry.id)}
          onSignedIn={() => ports.reporting.hurry(entry.id)}
        />
      ) : null}
    </Card>
  );
}
