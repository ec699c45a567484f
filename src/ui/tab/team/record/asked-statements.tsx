import { Button, MessageBar, MessageBarBody, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { TeamRecord, WitnessChoice } from '../../../../application/ports/team.ts';
import { RemoteError } from '../../../../application/remote-error.ts';
import { isEnded } from '../../../../domain/incident/manager-answer.ts';
import type { StatementRole } from '../../../../domain/incident/manager-work.ts';
import { bareParts } from '../../bare-parts.ts';
import { ReasonForm } from '../../incident/reason-form.tsx';
import { Section } from '../../incident/section.tsx';
import { StatementFacts } from '../../incident/statements.tsx';
import type { TabPlace } from '../../tab-place.ts';
import { AskWitness } from './ask-witness.tsx';
import { ChangeOutcome } from './change-outcome.tsx';
import { useChange } from './use-change.ts';
import { useTeamRecordWords } from './use-record-words.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  statement: { ...bareParts, display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  row: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
  start: { justifySelf: 'start' },
});

type Asked = { witness: WitnessChoice; role: StatementRole };

interface AskedStatementsProps {
  record: TeamRecord;
  /** Resolve to the code of a refusal; null when it was done. */
  onAsk: (asked: Asked) => Promise<string | null>;
  onWaive: (statementId: string, reason: string) => Promise<string | null>;
  onGo: (place: TabPlace) => void;
}

/** Who was there, who has been asked and what they signed. BEH-8.5-1, BEH-8.14-2 */
export function AskedStatements({ record, onAsk, onWaive, onGo }: AskedStatementsProps) {
  const words = useTeamRecordWords().statements;
  const styles = useStyles();
  const asking = useChange(words.refusals, words.refusals.movedOn);
  const [isAskingOther, setAskingOther] = useState(false);
  const { statements, namedWitnesses, report } = record;
  const ask = async (asked: Asked, name: string) => {
    const isOutside = 'name' in asked.witness;
    const isDone = await asking.run(() => onAsk(asked), isOutside ? words.askedOutside(name) : words.asked(name));
    if (isDone) setAskingOther(false);
  };
  const waive = async (statementId: string, reason: string) => {
    const refusal = await onWaive(statementId, reason);
    if (refusal !== null) throw new RemoteError('changedMeanwhile', `waiver: ${refusal}`);
    // The form goes away with the request: what came of it is said where it stays.
    await asking.run(async () => null, words.waive.asked);
  };
  const isOver = isEnded(record);
  if (isOver && statements.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <p className={styles.quiet}>{words.lead}</p>
      {statements.length === 0 ? (
        <p className={styles.quiet}>{words.none}</p>
      ) : (
        <ul className={styles.list}>
          {statements.map((statement) => (
            <li key={statement.id} className={styles.statement}>
              <StatementFacts statement={statement} />
              <OpenStatement
                statement={statement}
                onWaive={(reason) => waive(statement.id, reason)}
                onWrite={() =>
                  onGo({ page: 'statement', submissionId: report.submissionId, statementId: statement.id })
                }
              />
            </li>
          ))}
        </ul>
      )}
      <ChangeOutcome change={asking} />
      {isOver || namedWitnesses.length === 0 ? null : (
        <>
          <Subtitle2 as="h3">{words.named}</Subtitle2>
          <ul className={styles.list}>
            {namedWitnesses.map(({ staffId, name, role }) => (
              <li key={`${staffId} ${name}`} className={styles.row}>
                <Button
                  disabledFocusable={asking.isBusy}
                  onClick={() => void ask({ witness: staffId === null ? { name } : { staffId }, role }, name)}
                >
                  {words.ask(name)}
                </Button>
              </li>
            ))}
          </ul>
        </>
      )}
      {isOver ? null : isAskingOther ? (
        <AskWitness isBusy={asking.isBusy} onAsk={ask} onClose={() => setAskingOther(false)} />
      ) : (
        <Button className={styles.start} onClick={() => setAskingOther(true)}>
          {words.other}
        </Button>
      )}
    </Section>
  );
}

function OpenStatement(props: {
  statement: TeamRecord['statements'][number];
  onWaive: (reason: string) => Promise<void>;
  onWrite: () => void;
}) {
  const { statement, onWaive, onWrite } = props;
  const words = useTeamRecordWords().statements;
  const styles = useStyles();
  const { signed, waived, witness, isUndelivered } = statement;
  return (
    <>
      {isUndelivered && !signed ? (
        <MessageBar intent="warning" layout="multiline">
          <MessageBarBody>{words.undelivered}</MessageBarBody>
        </MessageBar>
      ) : null}
      {witness.staff === null ? (
        <Button className={styles.start} onClick={onWrite}>
          {words.write(witness.name)}
        </Button>
      ) : null}
      {signed || waived ? null : (
        <ReasonForm
          words={words.waive}
          isLong
          check={(text) => (text === '' ? words.refusals.reasonMissing : null)}
          onDo={onWaive}
        />
      )}
    </>
  );
}
