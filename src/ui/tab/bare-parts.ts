/**
 * For a box that keeps its parts apart by a gap: what a browser adds around a paragraph, a heading or a list would come on top of that.
 * Spread into a style of `makeStyles`.
 */
export const bareParts = {
  '& > p, & > h1, & > h2, & > h3, & > dl, & > ul, & > ol': { marginTop: 0, marginBottom: 0 },
} as const;
