import { Badge, Button, MessageBar, MessageBarBody, makeStyles, Title2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { BoardIncident } from '../../../application/ports/board.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { describeProblem } from '../problem.tsx';
import { SeverityBadge } from '../severity-badge.tsx';
import { useTab } from '../tab-context.tsx';

const useStyles = makeStyles({
  head: { display: 'grid', gap: tokens.spacingVerticalM },
  badges: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  hint: { margin: 0, color: tokens.colorNeutralForeground2 },
});

/** States in which Security has not yet said that it has the report (T4, T9). */
const acknowledgeable = new Set(['withSecurity', 'managerReview', 'infoRequested', 'submitted']);

export function IncidentHeader(props: {
  opened: BoardIncident;
  onAcknowledge: () => Promise<void>;
  onRelease: () => Promise<void>;
}) {
  const { opened, onAcknowledge, onRelease } = props;
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const [isBusy, setBusy] = useState(false);
  const [said, setSaid] = useState<{ intent: 'success' | 'error'; text: string } | null>(null);
  const [asksRelease, setAsksRelease] = useState(false);
  const { row, incident } = opened;

  const run = async (act: () => Promise<void>, done: string) => {
    if (isBusy) return;
    setBusy(true);
    setSaid(null);
    try {
      await act();
      setSaid({ intent: 'success', text: done });
    } catch (error) {
      setSaid({ intent: 'error', text: describeProblem(error, words.problem) });
    } finally {
      setBusy(false);
    }
  };

  return (
    <header className={styles.head}>
      <div className={styles.badges}>
        <Title2 as="h1">{row.reference}</Title2>
        <SeverityBadge severity={row.severity} />
        <Badge appearance="tint" color="informative">
          {terms.states[row.state]}
        </Badge>
      </div>
      {incident.acknowledgement ? (
        <p className={styles.hint}>
          {words.incident.acknowledgedBy(
            incident.acknowledgement.by.name,
            formatDateTime(incident.acknowledgement.at, language),
          )}
        </p>
      ) : null}
      {!incident.acknowledgement && acknowledgeable.has(row.state) ? (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={isBusy}
            aria-describedby="acknowledge-hint"
            onClick={() => run(onAcknowledge, words.incident.acknowledgedNow)}
          >
            {isBusy ? words.incident.acknowledging : words.incident.acknowledge}
          </Button>
          <p id="acknowledge-hint" className={styles.hint}>
            {words.incident.acknowledgeHint}
          </p>
        </div>
      ) : null}
      {row.forward === 'suppressed' ? (
        <div className={styles.actions}>
          {asksRelease ? (
            <>
              <span id="release-question">{words.incident.releaseConfirm}</span>
              <Button
                aria-describedby="release-question"
                disabledFocusable={isBusy}
                onClick={() => {
                  setAsksRelease(false);
                  run(onRelease, words.incident.released);
                }}
              >
                {words.incident.releaseYes}
              </Button>
              <Button onClick={() => setAsksRelease(false)}>{words.incident.cancel}</Button>
            </>
          ) : (
            <>
              <Button aria-describedby="release-hint" onClick={() => setAsksRelease(true)}>
                {words.incident.release}
              </Button>
              <p id="release-hint" className={styles.hint}>
                {words.incident.releaseHint}
              </p>
            </>
          )}
        </div>
      ) : null}
      <div role="status">
        {said ? (
          <MessageBar intent={said.intent} layout="multiline">
            <MessageBarBody>{said.text}</MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
    </header>
  );
}
