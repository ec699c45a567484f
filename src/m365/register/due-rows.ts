import * as v from 'valibot';
import type { DueRow } from '../../application/ports/register.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { severities } from '../../domain/incident/vocabulary.ts';
import { type ListItem, type ListItems, textField } from '../lists/list-items.ts';

/** The record itself is read when its turn comes. */
export const dueColumns = ['SubmissionId', 'Severity', 'NextDueAt'];

const shortestSpan = 1000;

/**
 * Rows that are due at the time (UTC), where there are too many for one query at least `wanted` of the earliest: SharePoint refuses a query
 * that more than 5 000 rows answer, and the time is then brought nearer by halves, until enough are found and no more (facts 1.4, decision
 * 0065). Fewer only where more are due within one second. Rows that nobody can deal with so hide none that come after them.
 */
export async function earliestDue(list: ListItems, at: string, wanted: number): Promise<DueRow[]> {
  const whole = await foundUpTo(list, Date.parse(at));
  if (whole !== null) return read(whole);
  // From the beginning of time: whatever stands in a column, by a service that slept or by somebody's hand, is found.
  let answered = 0;
  let refused = Date.parse(at);
  let found: ListItem[] = [];
  while (found.length < wanted && refused - answered > shortestSpan) {
    const middle = Math.floor((answered + refused) / 2 / 1000) * 1000;
    const items = await foundUpTo(list, middle);
    if (items === null) refused = middle;
    else {
      answered = middle;
      found = items;
    }
  }
  if (found.length === 0) throw new RangeError('too many rows are due at one moment');
  return read(found);
}

function read(items: readonly ListItem[]): DueRow[] {
  return items.flatMap((item) => readDue(item) ?? []);
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
