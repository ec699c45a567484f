import { makeStyles, tokens } from '@fluentui/react-components';
import { ChevronRightRegular, PersonWarningRegular } from '@fluentui/react-icons';
import type { Situation } from '../../../domain/incident/account-vocabulary.ts';
import { useStartWords } from './start-words.ts';

type Other = Exclude<Situation, 'call'>;

/** What may be dangerous first, then by how often it happens. */
const others: readonly Other[] = [
  'inPerson',
  'homeThreat',
  'safetyConcern',
  'visitorConcern',
  'voicemail',
  'letter',
  'socialMedia',
  'emailElsewhere',
  'otherElectronic',
];

const useStyles = makeStyles({
  list: {
    listStyleType: 'none',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 17rem), 1fr))',
    gap: tokens.spacingVerticalS,
  },
  press: {
    display: 'flex',
    alignItems: 'center',
    justifyContent: 'space-between',
    gap: tokens.spacingHorizontalS,
    width: '100%',
    minHeight: '44px',
    padding: `${tokens.spacingVerticalXS} ${tokens.spacingHorizontalM}`,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-3px' },
  },
  icon: { flexShrink: 0, color: tokens.colorNeutralForeground2, lineHeight: 0 },
});

/** Everything that is no call, and somebody abusive who stands there now. COM-1.4-1, BEH-4.1-2, BEH-4.2-1, BEH-7.1-1, POL-4.2-1 */
export function OtherSituations({ onBegin }: { onBegin: (situation: Other, isNow: boolean) => void }) {
  const words = useStartWords().others;
  const styles = useStyles();
  return (
    <ul className={styles.list}>
      <li>
        <button type="button" className={styles.press} onClick={() => onBegin('inPerson', true)}>
          {words.inPersonNow}
          <span className={styles.icon} aria-hidden="true">
            <PersonWarningRegular fontSize={20} />
          </span>
        </button>
      </li>
      {others.map((situation) => (
        <li key={situation}>
          <button type="button" className={styles.press} onClick={() => onBegin(situation, false)}>
            {words.situations[situation]}
            <span className={styles.icon} aria-hidden="true">
              <ChevronRightRegular fontSize={16} />
            </span>
          </button>
        </li>
      ))}
    </ul>
  );
}
