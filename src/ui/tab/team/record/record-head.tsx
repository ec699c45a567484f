import { Badge, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import type { TeamRecord } from '../../../../application/ports/team.ts';
import { formatCalendarDate } from '../../../shared/format-date.ts';
import { bareParts } from '../../bare-parts.ts';
import { SeverityBadge } from '../../severity-badge.tsx';
import { useTab } from '../../tab-context.tsx';
import { AskedLine } from '../asked-line.tsx';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  head: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { ...bareParts, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  reference: typographyStyles.title2,
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Which report it is, where it stands, and what is asked of the reader by when. */
export function RecordHead({ record }: { record: TeamRecord }) {
  const { terms, language } = useTab();
  const words = useTeamRecordWords();
  const styles = useStyles();
  const { reference, severity, state, awaited, dueAt, standsInFor, deputies } = record;
  return (
    <header className={styles.head}>
      <div className={styles.title}>
        <h1 className={styles.reference}>{reference}</h1>
        <SeverityBadge severity={severity} />
        <Badge appearance="tint" color="informative" size="large">
          {terms.states[state]}
        </Badge>
      </div>
      {awaited.length === 0 ? (
        <p className={styles.quiet}>{words.nothingAsked}</p>
      ) : (
        <AskedLine awaited={awaited} dueAt={dueAt} />
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
