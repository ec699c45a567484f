import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import {
  ChatWarningRegular,
  EyeOffRegular,
  HeartRegular,
  IncognitoRegular,
  PeopleRegular,
  WarningRegular,
} from '@fluentui/react-icons';
import type { ComponentType } from 'react';
import type { CallKind } from '../../../words/start.en.ts';
import { useStartWords } from './start-words.ts';

/** In the order of the organisation's own guidance. */
const kinds: readonly [CallKind, ComponentType<{ fontSize: number }>][] = [
  ['abusive', ChatWarningRegular],
  ['sexualMalicious', EyeOffRegular],
  ['hoax', IncognitoRegular],
  ['suicideThreat', HeartRegular],
  ['bombThreat', WarningRegular],
  ['internal', PeopleRegular],
];

const focus = {
  outlineStyle: 'solid',
  outlineWidth: '2px',
  outlineColor: tokens.colorStrokeFocus2,
  outlineOffset: '-3px',
} as const;

const useStyles = makeStyles({
  tiles: {
    listStyleType: 'none',
    padding: 0,
    display: 'grid',
    gridTemplateColumns: 'repeat(auto-fill, minmax(min(100%, 17rem), 1fr))',
    gap: tokens.spacingHorizontalM,
  },
  tile: {
    display: 'grid',
    gridTemplateRows: '1fr auto',
    overflow: 'hidden',
    borderRadius: tokens.borderRadiusLarge,
    border: `1px solid ${tokens.colorNeutralStroke1}`,
    backgroundColor: tokens.colorNeutralBackground1,
    // On a phone the two taps stand side by side, so that six kinds fit on the screen.
    '@media (max-width: 640px)': { gridTemplateRows: 'auto', gridTemplateColumns: '1fr auto' },
  },
  press: {
    border: 'none',
    margin: 0,
    font: 'inherit',
    textAlign: 'start',
    cursor: 'pointer',
    color: tokens.colorNeutralForeground1,
    backgroundColor: 'transparent',
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':active': { backgroundColor: tokens.colorNeutralBackground1Pressed },
    ':focus-visible': focus,
  },
  now: {
    display: 'grid',
    gridTemplateColumns: 'auto 1fr',
    columnGap: tokens.spacingHorizontalM,
    alignItems: 'start',
    alignContent: 'start',
    padding: tokens.spacingHorizontalL,
    '@media (max-width: 640px)': { padding: tokens.spacingHorizontalM },
  },
  icon: { gridRowStart: 1, gridRowEnd: 4, color: tokens.colorBrandForeground1, lineHeight: 0 },
  name: {
    fontSize: tokens.fontSizeBase400,
    fontWeight: tokens.fontWeightSemibold,
    lineHeight: tokens.lineHeightBase400,
  },
  hint: { color: tokens.colorNeutralForeground2, '@media (max-width: 480px)': { display: 'none' } },
  live: {
    marginTop: tokens.spacingVerticalS,
    fontWeight: tokens.fontWeightSemibold,
    color: tokens.colorBrandForeground1,
    '@media (max-width: 640px)': { marginTop: tokens.spacingVerticalXS },
  },
  over: {
    minHeight: '40px',
    padding: `0 ${tokens.spacingHorizontalL}`,
    borderTop: `1px solid ${tokens.colorNeutralStroke2}`,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 640px)': {
      borderTop: 'none',
      borderLeft: `1px solid ${tokens.colorNeutralStroke2}`,
      padding: `0 ${tokens.spacingHorizontalM}`,
      width: '5.5rem',
    },
  },
});

/** Six kinds of call, one tap each: large while it goes on, small when it is over. COM-3.3-1 */
export function CallTiles({ onBegin }: { onBegin: (kind: CallKind, isNow: boolean) => void }) {
  const { calls } = useStartWords();
  const styles = useStyles();
  return (
    <ul className={styles.tiles}>
      {kinds.map(([kind, Icon]) => (
        <li key={kind} className={styles.tile}>
          <button type="button" className={mergeClasses(styles.press, styles.now)} onClick={() => onBegin(kind, true)}>
            <span className={styles.icon} aria-hidden="true">
              <Icon fontSize={28} />
            </span>
            <span className={styles.name}>{calls.kinds[kind].name} </span>
            <span className={styles.hint}>{calls.kinds[kind].hint} </span>
            <span className={styles.live}>{calls.now}</span>
          </button>
          <button
            type="button"
            className={mergeClasses(styles.press, styles.over)}
            aria-label={calls.overOf(calls.kinds[kind].name)}
            onClick={() => onBegin(kind, false)}
          >
            {calls.over}
          </button>
        </li>
      ))}
    </ul>
  );
}
