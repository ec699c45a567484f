import { referenceFrom } from '../../domain/incident/identity.ts';
import type { Submission } from '../ports/intake.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** How long the device that reported first is left to send the original, before this one does it. */
const patienceMilliseconds = 60_000;

/**
 * Where the report lies in Intake. Intake holds it once for each device that pressed "Report" and the lowest row counts,
 * so the row may be another device's; nothing but the moment of the press tells the two apart (X-IDEM-1).
 */
export function placeInIntake(
  entry: OutboxEntry,
  row: Pick<Submission, 'rowId' | 'recordedAt' | 'report' | 'reference'>,
  now: Date,
): Pick<OutboxEntry, 'rowId' | 'recordedAt' | 'reference' | 'otherSeenAt'> {
  const isOther = row.report.submittedAt !== entry.report?.submittedAt;
  return {
    rowId: row.rowId,
    recordedAt: row.recordedAt,
    reference: row.reference ?? referenceFrom(row.rowId, row.recordedAt),
    otherSeenAt: isOther ? (entry.otherSeenAt ?? now.toISOString()) : null,
  };
}

/** True while the original is for the other device to send. A clock that was put back makes nobody wait longer. */
export function isForOtherDevice({ otherSeenAt }: OutboxEntry, now: Date): boolean {
  return otherSeenAt !== null && Math.abs(now.getTime() - Date.parse(otherSeenAt)) < patienceMilliseconds;
}
