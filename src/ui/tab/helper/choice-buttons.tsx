import { makeStyles, mergeClasses, tokens } from '@fluentui/react-components';
import { CheckmarkRegular } from '@fluentui/react-icons';
import { keepFocus } from './keep-focus.ts';

const useStyles = makeStyles({
  group: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalXS },
  choice: {
    display: 'inline-flex',
    alignItems: 'center',
    gap: tokens.spacingHorizontalXS,
    minHeight: '32px',
    padding: `0 ${tokens.spacingHorizontalM}`,
    font: 'inherit',
    cursor: 'pointer',
    borderRadius: tokens.borderRadiusCircular,
    border: `1px solid ${tokens.colorNeutralStrokeAccessible}`,
    color: tokens.colorNeutralForeground1,
    backgroundColor: tokens.colorNeutralBackground1,
    ':hover': { backgroundColor: tokens.colorNeutralBackground1Hover },
    ':focus-visible': { outline: `2px solid ${tokens.colorStrokeFocus2}`, outlineOffset: '1px' },
  },
  chosen: {
    color: tokens.colorNeutralForegroundOnBrand,
    backgroundColor: tokens.colorBrandBackground,
    border: `1px solid ${tokens.colorBrandStroke1}`,
    fontWeight: tokens.fontWeightSemibold,
    ':hover': { backgroundColor: tokens.colorBrandBackgroundHover },
  },
});

/** Answers one tap each; a second tap takes the answer back, because nothing has to be answered. COM-3d-8 */
export function ChoiceButtons<T extends string>(props: {
  /** Id of the question; a single mark needs none, its own name says it. */
  labelledBy?: string;
  options: readonly T[];
  nameOf: (option: T) => string;
  chosen: readonly T[];
  onToggle: (option: T) => void;
}) {
  const { labelledBy, options, nameOf, chosen, onToggle } = props;
  const styles = useStyles();
  return (
    <div className={styles.group} {...(labelledBy ? { role: 'group', 'aria-labelledby': labelledBy } : {})}>
      {options.map((option) => {
        const isChosen = chosen.includes(option);
        return (
          <button
            key={option}
            type="button"
            aria-pressed={isChosen}
            className={mergeClasses(styles.choice, isChosen && styles.chosen)}
            onMouseDown={keepFocus}
            onClick={() => onToggle(option)}
          >
            {isChosen ? <CheckmarkRegular aria-hidden="true" /> : null}
            {nameOf(option)}
          </button>
        );
      })}
    </div>
  );
}
