import { makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import type { StatementPage } from '../../../application/ports/team.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { useStatementWords } from './use-statement-words.ts';

const useStyles = makeStyles({
  part: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    padding: tokens.spacingHorizontalL,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusMedium,
    backgroundColor: tokens.colorNeutralBackground1,
  },
  heading: {
    fontSize: tokens.fontSizeBase400,
    lineHeight: tokens.lineHeightBase400,
    ':focus': { outlineStyle: 'none' },
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  said: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
  added: {
    listStyleType: 'none',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
  },
  proof: { overflowWrap: 'anywhere', fontFamily: tokens.fontFamilyMonospace },
});

/** A statement as it was signed, with what was added to it. `isNew`: it has just been signed here. BEH-8.5-1, B-EVD-3 */
export function SignedStatement({ page, isNew }: { page: StatementPage; isNew: boolean }) {
  const { language } = useTab();
  const words = useStatementWords();
  const styles = useStyles();
  const heading = useRef<HTMLHeadingElement>(null);
  useEffect(() => {
    if (isNew) heading.current?.focus();
  }, [isNew]);
  const { signed, addenda } = page;
  if (!signed) return null;
  return (
    <section className={styles.part} aria-labelledby="signed-heading">
      <h2 className={styles.heading} id="signed-heading" ref={heading} tabIndex={-1}>
        {words.signed(signed.by, formatDateTime(signed.at, language))}
      </h2>
      {isNew ? <p>{words.thanks}</p> : null}
      <p className={styles.said}>{signed.text}</p>
      {addenda.length > 0 ? (
        <>
          <h3 className={styles.heading}>{words.addedLater}</h3>
          <ul className={styles.added}>
            {addenda.map(({ at, text }) => (
              <li key={at}>
                <p className={styles.quiet}>{formatDateTime(at, language)}</p>
                <p className={styles.said}>{text}</p>
              </li>
            ))}
          </ul>
        </>
      ) : null}
      <details>
        <summary>{words.proof}</summary>
        <p className={styles.quiet}>{words.proofWhat}</p>
        <p className={styles.proof}>{signed.sha256}</p>
      </details>
    </section>
  );
}
