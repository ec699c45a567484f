import { Button, Link, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { AnsweredItem, TeamList } from '../../../application/ports/team.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { bareParts } from '../bare-parts.ts';
import { useAction } from '../incident/use-action.ts';
import { Problem } from '../problem.tsx';
import { SeverityBadge } from '../severity-badge.tsx';
import { useTab } from '../tab-context.tsx';
import { useTeamWords } from './use-team-words.ts';

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    padding: `0 ${tokens.spacingHorizontalL}`,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '& > li + li': { borderTop: `1px solid ${tokens.colorNeutralStroke2}` },
    '@media (max-width: 480px)': { padding: `0 ${tokens.spacingHorizontalM}` },
  },
  row: { ...bareParts, display: 'grid', gap: tokens.spacingVerticalXXS, padding: `${tokens.spacingVerticalM} 0` },
  line: { display: 'flex', flexWrap: 'wrap', columnGap: tokens.spacingHorizontalM, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  more: { justifySelf: 'start' },
});

/** What goes on without this person, newest first, a page at a time. */
export function AnsweredList({ first, onOpen }: { first: TeamList; onOpen: (submissionId: string) => void }) {
  const { ports, words: tabWords } = useTab();
  const words = useTeamWords();
  const styles = useStyles();
  const [later, setLater] = useState<TeamList[]>([]);
  const pages = [first, ...later];
  const next = pages.at(-1)?.next ?? null;
  const more = useAction(async () => {
    const page = await ports.team.list(next ?? 0);
    setLater((before) => [...before, page]);
  });
  const items = new Map(pages.flatMap(({ answered }) => answered).map((item) => [item.submissionId, item]));
  if (items.size === 0) return <p className={styles.quiet}>{words.answeredNone}</p>;
  return (
    <>
      <ul className={styles.list}>
        {[...items.values()].map((item) => (
          <li key={item.submissionId} className={styles.row}>
            <AnsweredRow item={item} onOpen={onOpen} />
          </li>
        ))}
      </ul>
      {more.error ? <Problem error={more.error} onRetry={() => void more.run()} /> : null}
      {next === null ? null : (
        <Button className={styles.more} disabledFocusable={more.isBusy} onClick={() => void more.run()}>
          {more.isBusy ? tabWords.loading : words.more}
        </Button>
      )}
    </>
  );
}

function AnsweredRow({ item, onOpen }: { item: AnsweredItem; onOpen: (submissionId: string) => void }) {
  const { terms, language } = useTab();
  const words = useTeamWords();
  const styles = useStyles();
  const { submissionId, reference, kind, severity, state, reporterName, reportedAt } = item;
  return (
    <>
      <div className={styles.line}>
        <Link as="button" onClick={() => onOpen(submissionId)}>
          {reference}
        </Link>
        <span>{terms.kinds[kind]}</span>
        <SeverityBadge severity={severity} />
        <span className={styles.quiet}>{terms.states[state]}</span>
      </div>
      <span className={styles.quiet}>{words.reportedBy(reporterName, formatDateTime(reportedAt, language))}</span>
    </>
  );
}
