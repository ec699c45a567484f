import { mayDo } from '../domain/incident/permissions.ts';
import { keeperOf } from '../domain/incident/roles-in-record.ts';
import type { Entity, Right } from '../domain/permissions/vocabulary.ts';
import type { IncidentDesk } from './incident-desk.ts';
import { noteAttempt } from './note-refusal.ts';
import type { RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';

export interface Wish {
  /** Directory id out of a checked token. */
  staffId: string;
  submissionId: string;
  right: Right;
  entity: Entity;
  /** What the trail calls the attempt. */
  event: string;
}

/**
 * Whether a person may do something with a record, by the one table. The directory is asked for the group that keeps the register only
 * when nothing in the record itself lets the person. A refusal is logged, and entered into the trail where there is a record; whoever
 * was refused is to be told the same as when there is none (`row` null). BEH-15.1-1, X-AUD-1; model 6.
 */
export async function isAllowed(
  ports: ServicePorts,
  desk: IncidentDesk,
  row: RegisterRow | null,
  wish: Wish,
): Promise<boolean> {
  const { staffId, submissionId, right, entity, event } = wish;
  const at = ports.clock.now().toISOString();
  if (row) {
    const may = (...groups: ReturnType<typeof keeperOf>[]) =>
      mayDo(row.incident, { id: staffId, groups }, right, entity, at);
    if (may()) return true;
    const keeper = keeperOf(row.boundary);
    if (may(keeper) && (await ports.readers.mayRead(staffId, row.boundary))) return true;
    noteAttempt(desk, submissionId, { actorId: staffId, at, event, refusal: 'notYours' });
  }
  ports.log.warn('accessRefused', { event, entity, right, reason: row ? 'notYours' : 'unknown' });
  return false;
}
