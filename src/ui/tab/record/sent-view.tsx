import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { TabEntry } from '../../../application/outbox/incident-entry.ts';
import { needsPerson } from '../../../application/outbox/step-outcome.ts';
import { isSettled, type StepProgress } from '../../../application/outbox/step-progress.ts';
import type { ReportingView } from '../../../application/ports/incident-reporting.ts';
import { receiptSteps } from '../../../application/ports/intake.ts';
import { SignInButton } from '../sign-in-help.tsx';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { Afterwards } from './afterwards.tsx';
import { useRecordCard } from './record-card.ts';
import { useRecordWords } from './record-context.tsx';
import { StepReceipts } from './step-receipts.tsx';
import { useReportingView } from './use-reporting-views.ts';

/** Five attempts take about a minute. */
const patientAttempts = 5;

const useStyles = makeStyles({
  page: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalL, maxWidth: '48rem' },
  heading: {
    fontSize: tokens.fontSizeBase600,
    lineHeight: tokens.lineHeightBase600,
    fontWeight: tokens.fontWeightSemibold,
    ':focus': { outlineStyle: 'none' },
  },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** After the press: thanks, a receipt for every step, and what comes next. X-PART-1, F21 */
export function SentView({ entryId, onGo }: { entryId: string; onGo: (place: TabPlace) => void }) {
  const words = useRecordWords();
  const styles = useStyles();
  const view = useReportingView(entryId);
  const heading = useRef<HTMLHeadingElement>(null);
  const isHere = view !== null;
  useEffect(() => {
    if (isHere) heading.current?.focus();
  }, [isHere]);

  if (view?.entry.type !== 'incident') return null;
  const { entry } = view;
  const isWelfare = entry.draft.kind === 'suicideThreat';
  const receipts = <Receipts view={view} />;
  const afterwards = <Afterwards draft={entry.draft} />;
  return (
    <div className={styles.page}>
      <h1 ref={heading} tabIndex={-1} className={styles.heading}>
        {words.sent[titleOf(view)]}
      </h1>
      {/* Whoever has just had somebody in despair on the line comes first. COM-3d-9 */}
      {isWelfare ? afterwards : receipts}
      {isWelfare ? receipts : afterwards}
      <div className={styles.actions}>
        <Button appearance="primary" onClick={() => onGo({ page: 'mine', submissionId: entry.id })}>
          {words.after.toMine}
        </Button>
        <Button onClick={() => onGo({ page: 'start' })}>{words.after.another}</Button>
      </div>
    </div>
  );
}

function Receipts({ view }: { view: ReportingView }) {
  const { ports } = useTab();
  const words = useRecordWords().sent;
  const card = useRecordCard();
  const styles = useStyles();
  const { entry } = view;
  const { recorded } = entry.steps;
  const isSignInNeeded = asksForPerson(view);
  const reference = entry.type === 'incident' ? entry.reference : null;
  return (
    <section className={card.card} aria-label={words.steps}>
      {reference ? (
        <p>
          {words.reference}: <strong>{reference}</strong>
        </p>
      ) : null}
      {recorded.state === 'failed' && recorded.reason === 'offline' ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.offline}</MessageBarBody>
        </MessageBar>
      ) : isStuck(recorded) ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.stuck}</MessageBarBody>
        </MessageBar>
      ) : null}
      <StepReceipts view={view} onTryNow={() => ports.reporting.hurry(entry.id)} />
      {isSignInNeeded ? (
        <SignInButton
          label={words.signIn}
          isKept={ports.reporting.keeps(entry.id)}
          onSignedIn={() => ports.reporting.hurry(entry.id)}
        />
      ) : null}
      <p className={styles.quiet}>{useFootnote(view)}</p>
    </section>
  );
}

function useFootnote(view: ReportingView): string {
  const { ports } = useTab();
  const { sent, keeping } = useRecordWords();
  if (view.isForeign) return sent.foreign;
  if (view.isElsewhere) return sent.elsewhere;
  return ports.reporting.keeps(view.entry.id) ? sent.close : keeping.unsaved;
}

function asksForPerson({ entry, isForeign }: ReportingView): boolean {
  return isForeign || receiptSteps.some((step) => needsPerson(entry.steps[step]));
}

/** True when nobody should wait any longer for the record: it was refused, or has failed for a while. */
function isStuck(recorded: StepProgress): boolean {
  if (recorded.state !== 'failed' || needsPerson(recorded)) return false;
  return recorded.retryAt === null || recorded.attempts >= patientAttempts;
}

function titleOf(view: ReportingView): 'title' | 'titleDone' | 'titleRecorded' | 'titleAttention' | 'titleStuck' {
  const { steps }: TabEntry = view.entry;
  if (asksForPerson(view)) return 'titleAttention';
  if (isStuck(steps.recorded)) return 'titleStuck';
  if (receiptSteps.every((step) => isSettled(steps[step]))) return 'titleDone';
  return isSettled(steps.recorded) ? 'titleRecorded' : 'title';
}
