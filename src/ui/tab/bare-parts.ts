import { tokens } from '@fluentui/react-components';

/**
 * For a box that keeps its parts apart by a gap: what a browser adds around a paragraph, a heading or a list would come on top of that.
 * Spread into a style of `makeStyles`.
 */
export const bareParts = {
  '& > p, & > h1, & > h2, & > h3, & > dl, & > ul, & > ol': { marginTop: 0, marginBottom: 0 },
} as const;

/** The same for what a search consists of: its box, what was found, and the people. */
export const bareSearch = {
  ...bareParts,
  display: 'grid',
  gridTemplateColumns: 'minmax(0, 1fr)',
  gap: tokens.spacingVerticalXS,
} as const;
