import { MessageBar, MessageBarBody, makeStyles, Title2, tokens } from '@fluentui/react-components';
import type { StatementPage } from '../../../application/ports/team.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { bareParts } from '../bare-parts.ts';
import { useTab } from '../tab-context.tsx';
import { useStatementWords } from './use-statement-words.ts';

const useStyles = makeStyles({
  part: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  hints: { paddingLeft: tokens.spacingHorizontalXXL, display: 'grid', gap: tokens.spacingVerticalXS },
});

/** Who asks, about what, and why: a day, a number and a name, and nothing of the report. BEH-8.5-1, X-SAFE-1 */
export function StatementRequest({ page }: { page: StatementPage }) {
  const { language } = useTab();
  const words = useStatementWords();
  const styles = useStyles();
  const { witness, role, reference, occurredAt, askedBy, signed, isWaived } = page;
  return (
    <div className={styles.part}>
      <Title2 as="h1">{witness.isYou ? words.heading : words.headingFor(witness.name)}</Title2>
      <p className={styles.quiet}>{words.about(formatDateTime(occurredAt, language), reference)}</p>
      {signed ? null : (
        <>
          <p>
            {witness.isYou ? `${words.asked(askedBy)} ${words.because[role]}` : words.becauseOutsider(witness.name)}
          </p>
          <p>{words.why}</p>
          {witness.isYou ? <p>{words.choice}</p> : null}
          {isWaived ? (
            <MessageBar intent="info" layout="multiline">
              <MessageBarBody>{words.waived}</MessageBarBody>
            </MessageBar>
          ) : null}
        </>
      )}
    </div>
  );
}

/** What belongs into it: another thing for a first aider than for somebody who only saw it. */
export function StatementHints({ page: { witness, role } }: { page: StatementPage }) {
  const words = useStatementWords();
  const styles = useStyles();
  return (
    <div className={styles.part}>
      <h2 className={styles.heading}>{words.how}</h2>
      <ul className={styles.hints}>
        {(witness.isYou ? words.hints[role] : words.hintsOutsider).map((hint) => (
          <li key={hint}>{hint}</li>
        ))}
      </ul>
    </div>
  );
}
