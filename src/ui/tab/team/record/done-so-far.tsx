import { makeStyles, tokens } from '@fluentui/react-components';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import { cardActionsCy } from '../../../../words/card-actions.cy.ts';
import { cardActionsEn } from '../../../../words/card-actions.en.ts';
import { Section } from '../../incident/section.tsx';
import { useTab } from '../../tab-context.tsx';
import { doneLines } from './done-lines.ts';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
  text: { whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' },
});

/** The course of the record since it was reported, oldest first. */
export function DoneSoFar({ record }: { record: TeamRecord }) {
  const { words: tabWords, terms, language } = useTab();
  const { done: words } = useTeamRecordWords();
  const styles = useStyles();
  const lines = doneLines(record, {
    words,
    contacts: (language === 'cy' ? cardActionsCy : cardActionsEn).done,
    commentBy: tabWords.incident.commentBy,
    roles: terms.roles,
    language,
  });
  return (
    <Section heading={words.heading}>
      {lines.length === 0 ? <p className={styles.quiet}>{words.none}</p> : null}
      <ol className={styles.list}>
        {lines.map(({ at, heading, text }) => (
          <li key={`${at} ${heading}`}>
            <p className={styles.quiet}>{heading}</p>
            {text === '' ? null : <p className={styles.text}>{text}</p>}
          </li>
        ))}
      </ol>
    </Section>
  );
}
