import { makeStyles } from '@fluentui/react-components';

/** Columns where there is room for all of them, in order. */
export const wideColumns = ['reference', 'reported', 'kind', 'severity', 'state', 'reporter', 'manager'] as const;

/** Header and rows share these, so that they stand in line whatever is written in them. */
export const useColumnStyles = makeStyles({
  reference: { flexGrow: 1.1 },
  reported: { flexGrow: 1.3 },
  kind: { flexGrow: 1.5 },
  severity: { flexGrow: 0.8 },
  state: { flexGrow: 1.3 },
  reporter: { flexGrow: 1.2 },
  manager: { flexGrow: 1.2 },
});
