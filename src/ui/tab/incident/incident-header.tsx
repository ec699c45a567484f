import {
  Badge,
  Button,
  MessageBar,
  MessageBarBody,
  makeStyles,
  tokens,
  typographyStyles,
} from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { BoardIncident } from '../../../application/ports/board.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { bareParts } from '../bare-parts.ts';
import { Problem } from '../problem.tsx';
import { SeverityBadge } from '../severity-badge.tsx';
import { useTab } from '../tab-context.tsx';
import { incidentWords } from './describe-value.ts';
import { mayMove } from './may-move.ts';
import { ReleaseForward } from './release-forward.tsx';
import { useAction } from './use-action.ts';

const useStyles = makeStyles({
  reference: { ...typographyStyles.title2, ':focus': { outlineStyle: 'none' } },
  head: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  title: { ...bareParts, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
  // So that the room that a message needs is taken only while there is one.
  status: { ':empty': { display: 'none' } },
});

export function IncidentHeader(props: {
  opened: BoardIncident;
  onAcknowledge: () => Promise<void>;
  onRelease: () => Promise<void>;
}) {
  const { opened, onAcknowledge, onRelease } = props;
  const { words, terms, language } = useTab();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  const acknowledging = useAction(onAcknowledge);
  const { row, incident } = opened;
  const { acknowledgement } = incident;
  const amended = incident.amendments.at(-1);

  useEffect(() => {
    // The button is gone with what it did; the focus must not go with it.
    if (acknowledging.isDone && document.activeElement === document.body) heading.current?.focus();
  });

  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1 ref={heading} tabIndex={-1} className={styles.reference}>
          {row.reference}
        </h1>
        <SeverityBadge severity={row.severity} />
        <Badge appearance="tint" color="informative" size="large">
          {terms.states[row.state]}
        </Badge>
        {amended ? (
          <Badge appearance="outline" color="informative" size="large">
            {incidentWords(language).amended}: {formatDateTime(amended.at, language)}
          </Badge>
        ) : null}
      </div>
      {acknowledgement ? (
        <p className={styles.quiet}>
          {words.incident.acknowledgedBy(acknowledgement.by.name, formatDateTime(acknowledgement.at, language))}
        </p>
      ) : null}
      {!acknowledgement && mayMove('acknowledge', { state: row.state, boundary: incident.boundary }) ? (
        <div className={styles.actions}>
          <Button
            appearance="primary"
            disabledFocusable={acknowledging.isBusy}
            aria-describedby="acknowledge-hint"
            onClick={acknowledging.run}
          >
            {acknowledging.isBusy ? words.incident.acknowledging : words.incident.acknowledge}
          </Button>
          <p id="acknowledge-hint" className={styles.quiet}>
            {words.incident.acknowledgeHint}
          </p>
        </div>
      ) : null}
      <div role="status" className={styles.status}>
        {acknowledging.isDone ? (
          <MessageBar intent="success" layout="multiline">
            <MessageBarBody>
              {acknowledgement ? words.incident.acknowledgedDone : words.incident.acknowledgedNow}
            </MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
      {acknowledging.error ? <Problem error={acknowledging.error} /> : null}
      {incident.boundary === 'default' ? <ReleaseForward state={row.forward} onRelease={onRelease} /> : null}
    </header>
  );
}
