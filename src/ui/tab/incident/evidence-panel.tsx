import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { EvidenceItem, Incident } from '../../../domain/incident/incident.ts';
import { formatDateTime, formatSize } from '../../shared/format-date.ts';
import { describeProblem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { FactList, Section } from './section.tsx';

const useStyles = makeStyles({
  item: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalM,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    minWidth: 0,
  },
  hash: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { margin: 0, color: tokens.colorNeutralForeground2 },
});

export interface EvidenceActions {
  readBytes: (item: EvidenceItem) => Promise<Uint8Array>;
  /** Writes the outcome into the custody log. */
  record: (item: EvidenceItem, computedSha256: string) => Promise<void>;
}

/** The captured files. Verifying reads the bytes again and computes their hash here. B-EVD-1, B-EVD-2, B-EVD-3. */
export function EvidencePanel({ incident, actions }: { incident: Incident; actions: EvidenceActions }) {
  const { words } = useTab();
  const styles = useStyles();
  return (
    <Section heading={words.incident.evidence}>
      {incident.evidence.length === 0 ? <p className={styles.quiet}>{words.incident.noEvidence}</p> : null}
      {incident.evidence.map((item) => (
        <EvidenceCard key={item.id} item={item} actions={actions} />
      ))}
      {incident.evidence.length > 0 ? <p className={styles.quiet}>{words.incident.verifyMeaning}</p> : null}
    </Section>
  );
}

type Outcome = { intent: 'success' | 'error' | 'warning'; text: string };

async function computeSha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function EvidenceCard({ item, actions }: { item: EvidenceItem; actions: EvidenceActions }) {
  const { words, language } = useTab();
  const styles = useStyles();
  const [isBusy, setBusy] = useState(false);
  const [outcomes, setOutcomes] = useState<Outcome[]>([]);

  const verify = async () => {
    setBusy(true);
    setOutcomes([]);
    try {
      const computed = await computeSha256(await actions.readBytes(item));
      const result: Outcome =
        computed === item.sha256
          ? { intent: 'success', text: words.incident.verified(formatDateTime(new Date().toISOString(), language)) }
          : { intent: 'error', text: words.incident.verifyFailed };
      setOutcomes([result]);
      try {
        await actions.record(item, computed);
      } catch {
        setOutcomes([result, { intent: 'warning', text: words.incident.custodyFailed }]);
      }
    } catch (error) {
      setOutcomes([{ intent: 'error', text: describeProblem(error, words.problem) }]);
    } finally {
      setBusy(false);
    }
  };

  return (
    <div className={styles.item}>
      <FactList
        facts={[
          [words.incident.capturedBy, words.by(item.capturedBy.name, formatDateTime(item.capturedAt, language))],
          [words.incident.evidenceMethod, words.incident.method[item.method]],
          [words.incident.evidenceSize, formatSize(item.size)],
          [
            words.incident.evidenceHash,
            <span key="hash" className={styles.hash}>
              {item.sha256}
            </span>,
          ],
        ]}
      />
      <div className={styles.actions}>
        <Button onClick={verify} disabledFocusable={isBusy} aria-describedby={`file-${item.id}`}>
          {isBusy ? words.incident.verifying : words.incident.verify}
        </Button>
      </div>
      <span id={`file-${item.id}`} className={styles.quiet}>
        {item.fileName}
      </span>
      <div role="status">
        {outcomes.map((outcome) => (
          <MessageBar key={outcome.text} intent={outcome.intent} layout="multiline">
            <MessageBarBody>{outcome.text}</MessageBarBody>
          </MessageBar>
        ))}
      </div>
    </div>
  );
}
