import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { AddRegular, ArrowUndoRegular, PrintRegular } from '@fluentui/react-icons';
import { useRef, useState } from 'react';
import { beginAmendment } from '../../../application/draft-from-report.ts';
import type { Submission } from '../../../application/ports/intake.ts';
import type { IncidentState } from '../../../domain/incident/vocabulary.ts';
import { useRecordWords } from '../record/record-context.tsx';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { WithdrawReport } from './withdraw-report.tsx';

const useStyles = makeStyles({
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
});

/** Before Security has acknowledged it; after that it is theirs. T16 */
const withdrawable: ReadonlySet<IncidentState> = new Set([
  'submitted',
  'managerReview',
  'infoRequested',
  'localOnly',
  'hrRoute',
  'withSecurity',
]);
/** Nothing is added to what has ended elsewhere. */
const ended: ReadonlySet<IncidentState> = new Set(['withdrawn', 'merged']);

/** What the reporter can still do with a report. An e-mail reported in Outlook has no form here: it can be taken back. BEH-14.1-1 */
export function ReportActions(props: { submission: Submission; isGoing: boolean; onGo: (place: TabPlace) => void }) {
  const { submission, isGoing, onGo } = props;
  const { keeper } = useTab();
  const words = useRecordWords().mine;
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  const withdraw = useRef<HTMLButtonElement>(null);
  const { report, state, acknowledgedAt, withdrawal } = submission;
  const { submissionId } = report;
  const isOwnForm = report.account !== null;
  const mayWithdraw = withdrawable.has(state) && acknowledgedAt === null && withdrawal === null && !isGoing;
  const mayAdd = isOwnForm && !ended.has(state) && withdrawal === null && !isGoing;

  const add = async () => {
    // What was begun before is gone on with.
    const begun = await keeper.open(submissionId);
    if (!begun) keeper.put(beginAmendment(report));
    onGo({ page: 'record', draftId: submissionId });
  };
  const close = () => {
    setAsking(false);
    setTimeout(() => withdraw.current?.focus());
  };
  if (isAsking) return <WithdrawReport submissionId={submissionId} onClose={close} />;
  return (
    <div className={styles.actions}>
      {mayAdd ? (
        <Button size="small" icon={<AddRegular />} onClick={() => void add()}>
          {words.add}
        </Button>
      ) : null}
      {isOwnForm ? (
        <Button
          size="small"
          icon={<PrintRegular />}
          onClick={() => onGo({ page: 'print', of: 'mine', id: submissionId })}
        >
          {words.print}
        </Button>
      ) : null}
      {mayWithdraw ? (
        <Button
          ref={withdraw}
          size="small"
          appearance="subtle"
          icon={<ArrowUndoRegular />}
          onClick={() => setAsking(true)}
        >
          {words.withdraw}
        </Button>
      ) : null}
    </div>
  );
}
