import * as v from 'valibot';
import type { DueRow } from '../../application/ports/register.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { severities } from '../../domain/incident/vocabulary.ts';
import { type ListItem, type ListItems, textField } from '../lists/list-items.ts';

/** The record itself is read when its turn comes. */
export const dueColumns = ['SubmissionId', 'Severity', 'NextDueAt'];

const day = 86_400_000;
/** Records are kept for two years; what is older than this is found by the first query that is not refused. */
const longestAgo = 3 * 366 * day;
const shortestSpan = 1000;

/**
 * Rows that are due at the time (UTC), where there are too many for one query the earliest of them: SharePoint refuses a query that more
 * than 5 000 rows answer, and the time is then brought nearer to the earliest by halves (facts 1.4, decision 0065).
 */
export async function earliestDue(list: ListItems, at: string): Promise<DueRow[]> {
  const end = Date.parse(at);
  let none = end - longestAgo;
  let until = end;
  for (;;) {
    const items = await foundUpTo(list, until);
    if (items !== null && (items.length > 0 || until === end)) return items.flatMap((item) => readDue(item) ?? []);
    if (items === null) until = between(none, until);
    else {
      none = until;
      until = between(none, end);
    }
  }
}

/** Whole seconds, as SharePoint keeps them. Throws when thousands are due in the same second: no narrower query is left. */
function between(none: number, until: number): number {
  if (until - none <= shortestSpan) throw new RangeError('too many rows are due at one moment');
  return Math.floor((none + until) / 2 / 1000) * 1000;
}

/** Null when too many rows answer. */
async function foundUpTo(list: ListItems, until: number): Promise<ListItem[] | null> {
  try {
    return await list.upTo('NextDueAt', new Date(until).toISOString());
  } catch (error) {
    if (isRemoteError(error) && error.code === 'invalid' && error.status === 429) return null;
    throw error;
  }
}

function readDue(item: ListItem): DueRow | null {
  const severity = v.safeParse(v.picklist(severities), textField(item, 'Severity'));
  const submissionId = textField(item, 'SubmissionId');
  const dueAt = textField(item, 'NextDueAt');
  if (submissionId === '' || Number.isNaN(Date.parse(dueAt))) return null;
  // A value that somebody has put into the column by hand decides nothing but the order.
  return { submissionId, severity: severity.success ? severity.output : 'standard', dueAt };
}

/** Critical ones first, then by when they are due. */
export function inOrder(rows: readonly DueRow[]): DueRow[] {
  const rank = ({ severity }: DueRow) => (severity === 'critical' ? 0 : 1);
  return [...rows].sort((one, other) => rank(one) - rank(other) || Date.parse(one.dueAt) - Date.parse(other.dueAt));
}
