import { makeStyles, tokens } from '@fluentui/react-components';
import type { BoardIncident } from '../../../application/ports/board.ts';
import { commentLimit } from '../../../domain/incident/comment.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { incidentWords } from './describe-value.ts';
import { mayMove } from './may-move.ts';
import { ReasonForm } from './reason-form.tsx';
import { FactList, Section } from './section.tsx';

const useStyles = makeStyles({ quiet: { color: tokens.colorNeutralForeground2 } });

/** Who took it back and why, or the means to do it. The record stays either way. T16 */
export function Withdrawal(props: { opened: BoardIncident; onWithdraw: (reason: string) => Promise<void> }) {
  const { row, incident } = props.opened;
  const { language } = useTab();
  const words = incidentWords(language);
  const styles = useStyles();
  const { withdrawal } = incident;
  const check = (text: string) => {
    if (text === '') return words.withdraw.empty;
    return text.length > commentLimit ? words.withdraw.tooLong : null;
  };
  if (withdrawal) {
    const { by, at, reason } = withdrawal;
    return (
      <Section heading={words.withdrawn.heading}>
        <p>{words.withdrawn.by(by.name, formatDateTime(at, language))}</p>
        <FactList facts={[[words.withdrawn.reason, reason]]} />
        <p className={styles.quiet}>{words.withdrawn.kept}</p>
      </Section>
    );
  }
  if (row.state !== incident.state || !mayMove('withdraw', incident)) return null;
  return (
    <ReasonForm words={{ ...words.withdraw, cancel: words.cancel }} isLong check={check} onDo={props.onWithdraw} />
  );
}
