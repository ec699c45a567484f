/**
 * The pane runs on Preact, a fifth of React's size, under React's own names: it is small, uses no component library, and must
 * answer the first key on a slow machine (decision 0073). The tab keeps React, which Fluent is made for.
 */
export const preactInstead = [
  { find: /^react-dom\/server$/, replacement: 'preact-render-to-string' },
  { find: /^react-dom\/client$/, replacement: 'preact/compat/client' },
  { find: /^react(-dom)?$/, replacement: 'preact/compat' },
  { find: /^react\/jsx-(dev-)?runtime$/, replacement: 'preact/jsx-runtime' },
];
