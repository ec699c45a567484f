import { Badge, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import type { Incident } from '../../../domain/incident/incident.ts';
import type { Statement } from '../../../domain/incident/manager-work.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { bareParts } from '../bare-parts.ts';
import { useTab } from '../tab-context.tsx';
import { CoveredText } from './covered-text.tsx';
import { FactList, Section } from './section.tsx';
import { useWorkWords } from './use-work-words.ts';

const useStyles = makeStyles({
  list: { padding: 0, listStyleType: 'none', display: 'grid', gap: tokens.spacingVerticalL },
  statement: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  title: { ...bareParts, display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2, margin: 0 },
});

/** Who was asked for a statement, and what came of it. The words are covered until asked for. BEH-8.5-1, BEH-8.14-2 */
export function Statements({ incident: { statements } }: { incident: Incident }) {
  const words = useWorkWords().statements;
  const styles = useStyles();
  if (statements.length === 0) return null;
  return (
    <Section heading={words.heading}>
      <ul className={styles.list}>
        {statements.map((statement) => (
          <li key={statement.id} className={styles.statement}>
            <StatementFacts statement={statement} />
          </li>
        ))}
      </ul>
    </Section>
  );
}

/** Who was asked, when, and what came of it. */
export function StatementFacts({ statement }: { statement: Statement }) {
  const { language } = useTab();
  const words = useWorkWords().statements;
  const styles = useStyles();
  const { witness, role, asked, signed, addenda, waived } = statement;
  const state = signed ? 'signed' : waived ? 'waived' : 'awaited';
  const colors = { signed: 'success', waived: 'informative', awaited: 'warning' } as const;
  const when = (at: string) => formatDateTime(at, language);
  return (
    <>
      <div className={styles.title}>
        <Subtitle2 as="h3">{`${witness.name} (${words.roles[role]})`}</Subtitle2>
        <Badge appearance="tint" color={colors[state]}>
          {words[state]}
        </Badge>
      </div>
      <p className={styles.quiet}>{words.asked(asked.by.name, when(asked.at))}</p>
      {waived ? (
        <>
          <p className={styles.quiet}>{words.waivedBy(waived.by.name, when(waived.at))}</p>
          <FactList facts={[[words.reason, waived.reason]]} />
        </>
      ) : null}
      {signed ? (
        <>
          <p className={styles.quiet}>{words.signedBy(signed.by.name, when(signed.at))}</p>
          <CoveredText name={words.text(witness.name)} text={signed.text} />
        </>
      ) : null}
      {addenda.map(({ by, at, text }) => (
        <CoveredText key={`${at} ${by.id}`} name={words.added(by.name, when(at))} text={text} />
      ))}
    </>
  );
}
