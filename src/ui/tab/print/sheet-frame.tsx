import type { printEn } from '../../../words/print.en.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { useSheetStyles } from './print-styles.ts';
import type { PrintedRecord } from './use-printed-record.ts';

interface SheetHeadProps {
  heading: string;
  otherHeading: string | null;
  record: PrintedRecord;
  words: typeof printEn;
}

export function SheetHead({ heading, otherHeading, record, words }: SheetHeadProps) {
  const { settings, language } = useTab();
  const styles = useSheetStyles();
  return (
    <div className={styles.head}>
      <div>
        <h2 className={styles.title}>{heading}</h2>
        {otherHeading && otherHeading !== heading ? <p className={styles.otherTitle}>{otherHeading}</p> : null}
        <p>{words.confidential}</p>
      </div>
      <div className={styles.reference}>
        <p>{settings.organisationName[language]}</p>
        <p>{record.receivedAt === null ? words.draft : `${words.reference}: ${record.reference ?? words.none}`}</p>
      </div>
    </div>
  );
}

/** In place of ink: who signed in, when SharePoint took it, and what the content's fingerprint is. ANX-16 */
export function SheetFoot({
  record,
  words,
  other,
}: {
  record: PrintedRecord;
  words: typeof printEn;
  other: typeof printEn;
}) {
  const { language } = useTab();
  const styles = useSheetStyles();
  const lines = [
    ['signed', words.signedBy(record.reporter || words.none)],
    ['signedAt', record.receivedAt === null ? words.draft : formatDateTime(record.receivedAt, language)],
    ['hash', record.sha256],
  ] as const;
  return (
    <div className={styles.foot}>
      {lines.map(([label, value]) => (
        <p key={label} className={styles.value}>
          <strong>{words.labels[label]}</strong>
          <span className={styles.other}> / {other.labels[label]}</span>: {value}
        </p>
      ))}
    </div>
  );
}
