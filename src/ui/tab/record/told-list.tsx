import { makeStyles, tokens } from '@fluentui/react-components';
import { describeRecipients, type ToldRecipient } from '../../../application/describe-recipients.ts';
import type { Preview } from '../../../application/report-preview.ts';
import type { Role } from '../../../domain/incident/vocabulary.ts';
import { toldCy } from '../../../words/told.cy.ts';
import { toldEn } from '../../../words/told.en.ts';
import { useTab } from '../tab-context.tsx';
import { useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '1.25rem', display: 'grid', gap: tokens.spacingVerticalXXS },
  details: { display: 'grid', gap: tokens.spacingVerticalS },
  summary: {
    minHeight: '24px',
    cursor: 'pointer',
    color: tokens.colorBrandForegroundLink,
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  each: {
    listStyleType: 'none',
    padding: 0,
    paddingTop: tokens.spacingVerticalS,
    display: 'grid',
    gap: tokens.spacingVerticalM,
  },
  quiet: { color: tokens.colorNeutralForeground2 },
  heading: { fontSize: 'inherit', fontWeight: tokens.fontWeightSemibold },
});

/** Whose notice names the person or their need, because the guidance itself has them told. BEH-4.2-1, COM-3d-7 */
const mayKnowMore: ReadonlySet<Role> = new Set(['reception', 'healthEnquiries']);

/** Before anything is sent: who will hear of it, why, and what each will see, by the rules that the service applies. POL-1.1-1 */
export function ToldList({ preview }: { preview: Preview }) {
  const { terms } = useTab();
  const words = useRecordWords().told;
  const styles = useStyles();
  const all = describeRecipients(preview);
  const told = all.filter(({ when }) => when !== 'onDecision');
  const { withheld } = preview.explanation;
  return (
    <>
      <h3 className={styles.heading}>{words.people}</h3>
      {told.length === 0 ? <p>{words.nobody}</p> : null}
      <ul className={styles.list}>
        {told.map(({ role, when }) => (
          <li key={role}>
            {when === 'first'
              ? words.first(terms.roles[role])
              : when === 'byManager'
                ? words.byManager(terms.roles[role])
                : terms.roles[role]}
          </li>
        ))}
      </ul>
      {withheld.length > 0 ? (
        <>
          <h3 className={styles.heading}>{words.not}</h3>
          <ul className={styles.list}>
            {withheld.map(({ role, exclusionId }) => (
              <li key={role}>{words.notTold(terms.roles[role], terms.ruleReasons[exclusionId])}</li>
            ))}
          </ul>
        </>
      ) : null}
      <details>
        <summary className={styles.summary}>{words.details}</summary>
        <ul className={styles.each}>
          {all.map((recipient) => (
            <li key={recipient.role}>
              <Recipient recipient={recipient} />
            </li>
          ))}
        </ul>
      </details>
      {all.some(({ role }) => mayKnowMore.has(role)) ? null : <p className={styles.quiet}>{words.never}</p>}
    </>
  );
}

function Recipient({ recipient }: { recipient: ToldRecipient }) {
  const { terms, language } = useTab();
  const words = useRecordWords().told;
  const told = language === 'cy' ? toldCy : toldEn;
  const styles = useStyles();
  const { role, when, because, facts, opensReport } = recipient;
  const names: Record<string, string> = terms.ruleReasons;
  const reasons = [...new Set(because.flatMap((id) => names[id] ?? []))].join(terms.and);
  const seen = facts.map((fact) => told.facts[fact]).join(', ');
  return (
    <>
      <strong>{terms.roles[role]}</strong>
      <p>{told.when[when]}.</p>
      {reasons ? <p>{words.why(reasons)}</p> : null}
      <p className={styles.quiet}>
        {told.sees} {seen}
        {opensReport ? ` ${told.opensReport}` : ` ${told.nothingElse}`}.
      </p>
    </>
  );
}
