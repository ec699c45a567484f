import { channels, forwardStates, incidentStates, kinds, severities } from '../incident/vocabulary.ts';
import type { TrailChange, TrailValue } from './trail-changes.ts';

/** Columns of a row that hold a code; what is none of these is somebody's words. */
const codes: Readonly<Record<string, readonly string[]>> = {
  State: incidentStates,
  Kind: kinds,
  Severity: severities,
  Channel: channels,
  ForwardState: forwardStates,
  WorkState: ['pending', 'done'],
};

/** Columns that hold an id, a number or a time. */
const refs: ReadonlySet<string> = new Set([
  'Title',
  'SubmissionId',
  'Reference',
  'StateMonth',
  'KindMonth',
  'StateKindMonth',
  'ReportedAt',
  'OccurredAt',
  'ReporterDirectoryId',
  'ManagerDirectoryId',
  'AwaitedDirectoryId',
  'DeputyDirectoryId',
  'RetainUntil',
  'NextDueAt',
  'WorkOwner',
  'WorkUntil',
  'AmendedAt',
  'MergedInto',
  'SwitchboardQueryId',
]);

/** An id, a number of a record, a time or a key of a filter; anything else could be words. */
const refPattern =
  /^(?:UB-\d{4}-\d{6,}|[0-9a-f-]{36}|[0-9A-Z]{26,64}|\d{4}-\d{2}-\d{2}T[\d:.]+Z?|[a-zA-Z]+(?: [a-zA-Z]+)? \d{4}-\d{2})$/;

/**
 * What the trail says of a column that somebody has changed by hand: the value of a code or an id, of everything else that it changed and
 * how long it is. X-AUD-1, X-SAFE-1
 */
export function columnChange(change: { column: string; before: string; after: string }): TrailChange {
  const { column } = change;
  return { field: column, before: shown(column, change.before), after: shown(column, change.after) };
}

function shown(column: string, value: string): TrailValue {
  if (value === '') return null;
  const known = Object.hasOwn(codes, column) ? codes[column] : undefined;
  const isSaid = known?.includes(value) || (refs.has(column) && refPattern.test(value));
  return isSaid ? value : { withheld: value.length };
}
