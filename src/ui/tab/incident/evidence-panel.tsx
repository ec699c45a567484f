import { Button, MessageBar, MessageBarBody, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useId, useState } from 'react';
import { attachmentEvidenceId } from '../../../domain/incident/evidence-names.ts';
import type { EvidenceItem, Incident } from '../../../domain/incident/incident.ts';
import { formatDateTime, formatSize } from '../../shared/format-date.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { describeValue, incidentWords } from './describe-value.ts';
import { saveFile } from './save-file.ts';
import { FactList, Section } from './section.tsx';
import { useAction } from './use-action.ts';
import { useTelling } from './use-telling.ts';

const useStyles = makeStyles({
  item: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  name: { overflowWrap: 'anywhere' },
  hash: { fontFamily: tokens.fontFamilyMonospace, overflowWrap: 'anywhere' },
  buttons: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  status: { display: 'grid', gap: tokens.spacingVerticalS, ':empty': { display: 'none' } },
  quiet: { color: tokens.colorNeutralForeground2 },
});

export interface EvidenceActions {
  readBytes: (item: EvidenceItem) => Promise<Uint8Array>;
  /** The bytes to keep elsewhere; that is entered in the custody log. */
  copy: (item: EvidenceItem) => Promise<Uint8Array>;
  /** Writes the outcome into the custody log. */
  record: (item: EvidenceItem, computedSha256: string) => Promise<void>;
}

/** The captured files. Verifying reads the bytes again and computes their hash here. B-EVD-1, B-EVD-2, B-EVD-3. */
export function EvidencePanel({ incident, actions }: { incident: Incident; actions: EvidenceActions }) {
  const { words, language } = useTab();
  const styles = useStyles();
  const { files } = incidentWords(language);
  const awaited = (incident.report.account?.attachments ?? []).filter(
    (claim) => !incident.evidence.some(({ id }) => id === attachmentEvidenceId(claim)),
  );
  return (
    <Section heading={words.incident.evidence}>
      {incident.evidence.length + awaited.length === 0 ? (
        <p className={styles.quiet}>{words.incident.noEvidence}</p>
      ) : null}
      {incident.evidence.map((item) => (
        <EvidenceCard key={item.id} incident={incident} item={item} actions={actions} />
      ))}
      {awaited.map(({ id, name, size }) => (
        <div key={id}>
          <Subtitle2 as="h3" className={styles.name}>
            {name}
          </Subtitle2>
          <p className={styles.quiet}>
            {files.announced} ({formatSize(size)})
          </p>
        </div>
      ))}
      {incident.evidence.length > 0 ? (
        <p className={styles.quiet}>
          {words.incident.verifyMeaning} {files.saveMeaning}
        </p>
      ) : null}
    </Section>
  );
}

interface Outcome {
  isSame: boolean;
  at: string;
  isRecorded: boolean;
}

async function computeSha256(bytes: Uint8Array): Promise<string> {
  const digest = new Uint8Array(await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>));
  return Array.from(digest, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

function EvidenceCard(props: { incident: Incident; item: EvidenceItem; actions: EvidenceActions }) {
  const { incident, item, actions } = props;
  const { words, language } = useTab();
  const styles = useStyles();
  const { files } = incidentWords(language);
  const telling = useTelling(incident);
  const nameId = useId();
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const verifying = useAction(async () => {
    setOutcome(null);
    const computed = await computeSha256(await actions.readBytes(item));
    const result = { isSame: computed === item.sha256, at: new Date().toISOString() };
    // The result stands whether or not the log could be reached; the person is told which.
    const isRecorded = await actions.record(item, computed).then(
      () => true,
      () => false,
    );
    setOutcome({ ...result, isRecorded });
  });

  const saving = useAction(async () => {
    saveFile(await actions.copy(item), `${incident.reference} ${item.fileName}`);
  });

  return (
    <div className={styles.item}>
      <Subtitle2 as="h3" id={nameId} className={styles.name}>
        {item.fileName}
      </Subtitle2>
      <FactList
        facts={[
          [files.type, describeValue('attachmentTypes', item.type, telling)],
          [files.name, item.name === item.fileName ? null : item.name],
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
      <div className={styles.buttons}>
        <Button onClick={verifying.run} disabledFocusable={verifying.isBusy} aria-describedby={nameId}>
          {verifying.isBusy ? words.incident.verifying : words.incident.verify}
        </Button>
        <Button onClick={saving.run} disabledFocusable={saving.isBusy} aria-describedby={nameId}>
          {saving.isBusy ? files.saving : files.save}
        </Button>
      </div>
      <div role="status" className={styles.status}>
        {outcome ? (
          <MessageBar intent={outcome.isSame ? 'success' : 'error'} layout="multiline">
            <MessageBarBody>
              {outcome.isSame
                ? words.incident.verified(formatDateTime(outcome.at, language))
                : words.incident.verifyFailed}
            </MessageBarBody>
          </MessageBar>
        ) : null}
        {outcome && !outcome.isRecorded ? (
          <MessageBar intent="warning" layout="multiline">
            <MessageBarBody>{words.incident.custodyFailed}</MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
      <span role="status">{saving.isDone ? files.saved : ''}</span>
      {verifying.error ? <Problem error={verifying.error} /> : null}
      {saving.error ? <Problem error={saving.error} /> : null}
    </div>
  );
}
