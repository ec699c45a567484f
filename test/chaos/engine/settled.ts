import type { Reported } from './reported.ts';
import { intakeOf, registered, waitingRows } from './tenant-view.ts';
import type { World } from './world.ts';

/** Whether nothing is owed any more for any of the reports. */
export async function isAllSettled({ product }: World, reported: readonly Reported[]): Promise<boolean> {
  if ((await waitingRows(product)).length > 0) return false;
  for (const { report } of reported) {
    const rows = await registered(product, report.submissionId);
    if (rows.length === 0 || rows.some(({ fields }) => fields.WorkState !== 'done')) return false;
    const isTaken = rows.every(({ fields, incident }) => fields.State === incident.state && !fields.NewComment);
    const entries = await intakeOf(product, report.submissionId);
    if (!isTaken || entries.some(({ type, receipts }) => type !== 'forwarded' && receipts.length === 0)) return false;
  }
  return true;
}
