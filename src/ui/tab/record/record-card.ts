import { makeStyles, tokens } from '@fluentui/react-components';

/** The box that parts of the record stand in. */
export const useRecordCard = makeStyles({
  card: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalM,
    alignContent: 'start',
    padding: tokens.spacingHorizontalL,
    backgroundColor: tokens.colorNeutralBackground1,
    border: `1px solid ${tokens.colorNeutralStroke2}`,
    borderRadius: tokens.borderRadiusLarge,
    // A list is as wide as its longest answer, which is wider than a phone.
    '& .fui-Select': { minWidth: 0 },
    '& .fui-Select select': { width: '100%', minWidth: 0 },
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
});
