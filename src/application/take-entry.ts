import type { Incident } from '../domain/incident/incident.ts';
import type { EntryType } from './entry-types.ts';
import type { IntakeRow } from './ports/service-intake.ts';
import type { ServicePorts } from './ports/service-ports.ts';

/** What became of a row. `waiting`: what it is about has not come yet. `taken`: a new incident was entered. */
export type Taken = 'taken' | 'known' | 'refused' | 'waiting';

/**
 * Takes one row of a type of its own. A repeat changes nothing. Whatever it answers in the row is what its author sees; a row that
 * is answered is never looked at again.
 */
export type EntryTaker = (row: IntakeRow) => Promise<Taken>;

/** Who takes which row. The report itself, and the note that its original left, are taken together by `TakeSubmissions`. */
export type EntryTakers = Partial<Record<Exclude<EntryType, 'report' | 'forwarded'>, EntryTaker>>;

/**
 * Tells the author in the row itself that it was taken, or why not. `incident` only for who may know of it: its number and state
 * are shown with it.
 */
export async function answerEntry(
  ports: Pick<ServicePorts, 'clock' | 'intake' | 'log'>,
  row: Pick<IntakeRow, 'rowId' | 'entryType'>,
  outcome: { incident: Incident | null; refusal: string | null },
): Promise<void> {
  const { incident, refusal } = outcome;
  if (refusal !== null) ports.log.warn('entryRefused', { rowId: row.rowId, entryType: row.entryType, refusal });
  const at = ports.clock.now().toISOString();
  await ports.intake.answer(row.rowId, {
    reference: incident?.reference ?? null,
    state: incident?.state ?? 'submitted',
    receipts: [{ step: 'recorded', state: refusal === null ? 'done' : 'failed', at, reason: refusal }],
    acknowledgedAt: incident?.acknowledgement?.at ?? null,
  });
}
