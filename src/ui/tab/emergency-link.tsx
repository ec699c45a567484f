import { makeStyles, tokens } from '@fluentui/react-components';
import { useTab } from './tab-context.tsx';

const useStyles = makeStyles({
  link: {
    display: 'inline-flex',
    alignItems: 'center',
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    color: tokens.colorPaletteRedForeground1,
    fontWeight: tokens.fontWeightSemibold,
    textDecorationLine: 'none',
    ':hover': { textDecorationLine: 'underline' },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '-2px' },
    '@media (max-width: 480px)': {
      display: 'flex',
      justifyContent: 'center',
      minHeight: '40px',
      backgroundColor: tokens.colorStatusDangerBackground3,
      color: tokens.colorNeutralForegroundOnBrand,
    },
  },
});

/** On every page, in the same place. On a phone it is the first control of all. BEH-5.9-2, B-A11Y-3 */
export function EmergencyLink() {
  const { words } = useTab();
  const styles = useStyles();
  return (
    <a className={styles.link} href="tel:999">
      {words.emergency}
    </a>
  );
}
