import { Link, makeStyles, Subtitle2, tokens } from '@fluentui/react-components';
import { telAddress } from '../../shared/tel-address.ts';
import { useTab } from '../tab-context.tsx';
import { useStartWords } from './start-words.ts';

const useStyles = makeStyles({
  panel: {
    display: 'grid',
    gap: tokens.spacingVerticalS,
    padding: `${tokens.spacingVerticalM} ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorPaletteRedBorder2}`,
    borderLeftWidth: '6px',
    backgroundColor: tokens.colorNeutralBackground1,
  },
  numbers: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  emergency: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '40px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderRadius: tokens.borderRadiusMedium,
    border: `1px solid ${tokens.colorTransparentStroke}`,
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    backgroundColor: tokens.colorStatusDangerBackground3,
    color: tokens.colorNeutralForegroundOnBrand,
    textDecorationLine: 'none',
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '2px' },
  },
  number: { display: 'inline-flex', alignItems: 'center', minHeight: '32px' },
});

/** First in reading order, always there, nothing to confirm. BEH-4.1-1 */
export function SafetyPanel() {
  const { settings, language } = useTab();
  const { safety } = useStartWords();
  const styles = useStyles();
  const ringable = settings.contacts.filter(
    ({ role, phone }) => phone !== null && (role === 'security' || role === 'facilities'),
  );
  return (
    <section className={styles.panel} aria-labelledby="safety-heading">
      <Subtitle2 as="h2" id="safety-heading">
        {safety.heading}
      </Subtitle2>
      <div className={styles.numbers}>
        <a className={styles.emergency} href="tel:999">
          {safety.emergency}
        </a>
        {ringable.map(({ role, name, phone }) => (
          <Link key={role} className={styles.number} inline href={telAddress(phone ?? '')}>
            {safety.ring(name[language], phone ?? '')}
          </Link>
        ))}
      </div>
      <p>{safety.first}</p>
    </section>
  );
}
