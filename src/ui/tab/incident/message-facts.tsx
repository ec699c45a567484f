import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { Incident } from '../../../domain/incident/incident.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { FactList, Section } from './section.tsx';

const useStyles = makeStyles({
  button: { justifySelf: 'start' },
  headers: {
    padding: tokens.spacingHorizontalM,
    whiteSpace: 'pre-wrap',
    overflowWrap: 'anywhere',
    fontFamily: tokens.fontFamilyMonospace,
    backgroundColor: tokens.colorNeutralBackground3,
    borderRadius: tokens.borderRadiusMedium,
  },
});

/** What is known of the reported e-mail: as text, with nothing in it that could be followed. X-SAFE-3. */
export function MessageFacts({ incident }: { incident: Pick<Incident, 'report'> }) {
  const { words, language } = useTab();
  const styles = useStyles();
  const [hasHeaders, setHeaders] = useState(false);
  const email = incident.report.email;
  if (!email) return null;
  const senders = [email.from, ...email.otherSenders].map(({ name, address }) =>
    name ? `${name} <${address}>` : address,
  );
  return (
    <Section heading={words.incident.message}>
      <FactList
        facts={[
          [words.incident.sender, senders.join('; ')],
          [words.incident.subject, email.subject || words.noSubject],
          [words.incident.received, email.receivedAt ? formatDateTime(email.receivedAt, language) : words.notKnown],
          [words.incident.recipients, String(email.recipientCount)],
          [words.incident.attachments, email.attachmentNames.join('; ') || words.none],
          [words.incident.messageId, email.internetMessageId],
        ]}
      />
      {email.headerText ? (
        <>
          <Button className={styles.button} aria-expanded={hasHeaders} onClick={() => setHeaders(!hasHeaders)}>
            {hasHeaders ? words.incident.hideHeaders : words.incident.showHeaders}
          </Button>
          {hasHeaders ? <pre className={styles.headers}>{email.headerText}</pre> : null}
        </>
      ) : null}
    </Section>
  );
}
