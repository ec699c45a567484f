import { Badge, Button, makeStyles, mergeClasses, Subtitle2, tokens } from '@fluentui/react-components';
import type { WaitingItem } from '../../../application/ports/team.ts';
import { isManagersTurn } from '../../../domain/incident/awaiting.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { bareParts } from '../bare-parts.ts';
import { SeverityBadge } from '../severity-badge.tsx';
import { useTab } from '../tab-context.tsx';
import { useMinute } from '../use-minute.ts';
import { AskedLine } from './asked-line.tsx';
import { useTeamWords } from './use-team-words.ts';

const useStyles = makeStyles({
  card: {
    ...bareParts,
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalS,
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
  over: { borderLeft: `4px solid ${tokens.colorPaletteRedBorder2}` },
  title: { ...bareParts, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, overflowWrap: 'anywhere' },
  start: { justifySelf: 'start' },
});

/** One report that wants something: what, by when, how grave, from whom; nothing of what was reported. */
export function WaitingCard({ item, onOpen }: { item: WaitingItem; onOpen: () => void }) {
  const { terms, language } = useTab();
  const words = useTeamWords();
  const styles = useStyles();
  const now = useMinute();
  const { reference, kind, severity, awaited, dueAt, standsInFor, reporterName, reportedAt } = item;
  const isOver = dueAt !== null && Date.parse(dueAt) <= now.getTime();
  return (
    <article className={mergeClasses(styles.card, isOver && styles.over)} aria-label={reference}>
      <div className={styles.title}>
        <Subtitle2 as="h3">{terms.kinds[kind]}</Subtitle2>
        <SeverityBadge severity={severity} />
        {standsInFor === null ? null : (
          <Badge appearance="outline" color="informative" size="large">
            {words.inPlaceOf(standsInFor)}
          </Badge>
        )}
      </div>
      <AskedLine awaited={awaited} dueAt={dueAt} />
      <p className={styles.quiet}>{words.reportedBy(reporterName, formatDateTime(reportedAt, language))}</p>
      <Button className={styles.start} appearance={isManagersTurn(awaited) ? 'primary' : 'secondary'} onClick={onOpen}>
        {words.open(reference)}
      </Button>
    </article>
  );
}
