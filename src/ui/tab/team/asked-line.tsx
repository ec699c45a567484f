import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import type { Awaited } from '../../../domain/incident/awaiting.ts';
import { useTab } from '../tab-context.tsx';
import { useMinute } from '../use-minute.ts';
import { describeDue } from './describe-due.ts';
import { useTeamWords } from './use-team-words.ts';

const useStyles = makeStyles({
  asked: { fontWeight: tokens.fontWeightSemibold },
  due: { display: 'flex', gap: tokens.spacingHorizontalXS, alignItems: 'start' },
  icon: { flexShrink: 0 },
  late: { color: tokens.colorPaletteRedForeground1, fontWeight: tokens.fontWeightSemibold },
});

/** What is asked of the reader, and by when (UTC); null where no clock runs. */
export function AskedLine({ awaited, dueAt }: { awaited: readonly Awaited[]; dueAt: string | null }) {
  const { language } = useTab();
  const words = useTeamWords();
  const styles = useStyles();
  const now = useMinute();
  const due = dueAt === null ? null : describeDue(dueAt, now, words.due, language);
  return (
    <>
      <p className={styles.asked}>{awaited.map((each) => words.asks[each]).join('; ')}</p>
      {due ? (
        <p className={mergeClasses(styles.due, due.isOver && styles.late)}>
          <ClockRegular className={styles.icon} fontSize={20} aria-hidden />
          <span>
            {due.text}
            {due.left ? ` (${due.left})` : ''}
          </span>
        </p>
      ) : null}
    </>
  );
}
