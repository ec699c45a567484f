import { Badge, makeStyles, mergeClasses, tokens, typographyStyles } from '@fluentui/react-components';
import { ClockRegular } from '@fluentui/react-icons';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import { formatCalendarDate } from '../../../shared/format-date.ts';
import { SeverityBadge } from '../../severity-badge.tsx';
import { useTab } from '../../tab-context.tsx';
import { useMinute } from '../../use-minute.ts';
import { describeDue } from '../describe-due.ts';
import { useTeamWords } from '../use-team-words.ts';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  head: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  reference: typographyStyles.title2,
  due: {
    display: 'flex',
    gap: tokens.spacingHorizontalS,
    alignItems: 'start',
    fontWeight: tokens.fontWeightSemibold,
  },
  icon: { flexShrink: 0 },
  late: { color: tokens.colorPaletteRedForeground1 },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Which report it is, where it stands, and what is asked of the reader by when. */
export function RecordHead({ record }: { record: TeamRecord }) {
  const { terms, language } = useTab();
  const words = useTeamRecordWords();
  const list = useTeamWords();
  const styles = useStyles();
  const now = useMinute();
  const { reference, severity, state, awaited, dueAt, standsInFor, deputies } = record;
  const due = dueAt === null ? null : describeDue(dueAt, now, list.due, language);
  const asked = awaited.map((each) => list.asks[each]).join('; ');
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1 className={styles.reference}>{reference}</h1>
        <SeverityBadge severity={severity} />
        <Badge appearance="tint" color="informative" size="large">
          {terms.states[state]}
        </Badge>
      </div>
      {asked === '' ? (
        <p className={styles.quiet}>{words.nothingAsked}</p>
      ) : (
        <p className={mergeClasses(styles.due, due?.isOver && styles.late)}>
          <ClockRegular className={styles.icon} fontSize={20} aria-hidden />
          <span>
            {[asked, due?.text].filter(Boolean).join(', ')}
            {due?.left ? ` (${due.left})` : ''}
          </span>
        </p>
      )}
      {standsInFor === null ? null : <p>{words.inPlaceOf(standsInFor)}</p>}
      {deputies.map(({ name, until }) => (
        <p key={name} className={styles.quiet}>
          {words.alsoAsked(name, formatCalendarDate(until, language))}
        </p>
      ))}
    </header>
  );
}
