import { Button, makeStyles, tokens } from '@fluentui/react-components';
import type { OwnAbsence } from '../../../../application/ports/team.ts';
import { formatCalendarDate, formatDateTime } from '../../../shared/format-date.ts';
import { bareParts } from '../../bare-parts.ts';
import { useTab } from '../../tab-context.tsx';
import { useTeamWords } from '../use-team-words.ts';

const useStyles = makeStyles({
  line: { ...bareParts, display: 'grid', gap: tokens.spacingVerticalXXS },
  quiet: { color: tokens.colorNeutralForeground2 },
  start: { justifySelf: 'start', marginTop: tokens.spacingVerticalXS },
});

/** Who stands in, when and how, who entered it, and the way to end it. */
export function OwnAbsenceLine(props: { absence: OwnAbsence; isBusy: boolean; onEnd: () => void }) {
  const { absence, isBusy, onEnd } = props;
  const { language } = useTab();
  const words = useTeamWords().absences;
  const styles = useStyles();
  const { deputyName, from, until, mode, enteredAt } = absence;
  return (
    <div className={styles.line}>
      <p>{words.line(deputyName, formatCalendarDate(from, language), formatCalendarDate(until, language))}</p>
      <p className={styles.quiet}>{words.modes[mode]}</p>
      <p className={styles.quiet}>{words.entered(formatDateTime(enteredAt, language))}</p>
      <Button
        className={styles.start}
        size="small"
        disabledFocusable={isBusy}
        aria-label={words.endLabel(deputyName)}
        onClick={onEnd}
      >
        {isBusy ? words.ending : words.end}
      </Button>
    </div>
  );
}
