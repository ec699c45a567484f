import { isExcluded } from '../domain/incident/holders.ts';
import type { Incident } from '../domain/incident/incident.ts';
import type { IncidentLink } from '../domain/incident/later-changes.ts';
import { keeperOf } from '../domain/incident/roles-in-record.ts';
import { type MovingActor, type TransitionRefusal, transition } from '../domain/incident/transitions.ts';
import { absorbEdits } from './absorb-edits.ts';
import { noteChanges } from './note-changes.ts';
import { withDeliveries } from './notices.ts';
import type { AuditDraft } from './ports/audit.ts';
import type { IncidentWork, RegisterRow } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError, RemoteError } from './remote-error.ts';
import { tellOfMove } from './tell-of-move.ts';

const collisions = 6;

/** `targetNotOpen`: the main record has ended, or is itself part of another. */
type JoinRefusal = TransitionRefusal | 'targetNotOpen';

/**
 * Joins a record to the main one of the same event, as Security or HR has asked in the row: both texts stay where they are, each
 * names the other, and the reporter of each goes on seeing the own report. Only within one register, and only while both are open.
 * What cannot be joined is put back, with the reason in the trail. BEH-8.14-1, T15.
 */
export async function joinToMain(
  ports: ServicePorts,
  row: RegisterRow,
): Promise<{ incident: Incident; work: IncidentWork }> {
  const { incident, work } = row;
  const wish = work.owesMerge;
  if (wish === null) return { incident, work };
  const actor: MovingActor = { kind: 'person', staff: wish.by, groups: [keeperOf(row.boundary)] };
  const moved = transition(incident, { type: 'merge', into: wish.into, at: wish.at }, actor);
  const main = moved.ok ? await linkMain(ports, row, wish) : null;
  const refusal: JoinRefusal | null = moved.ok ? (typeof main === 'string' ? main : null) : moved.refusal;
  const change = { from: incident.state, to: 'merged', into: wish.into };
  const entry: AuditDraft = {
    id: `merge ${wish.at} ${wish.into}`,
    action: refusal === null ? 'moved' : 'statePutBack',
    actor: wish.by.id,
    at: wish.at,
    detail: refusal === null ? { ...change, event: 'merge' } : { ...change, refusal },
  };
  const settled: IncidentWork = { ...work, owesMerge: null, owedEntries: [...work.owedEntries, entry] };
  if (!moved.ok || main === null || typeof main === 'string') return { incident, work: settled };
  const told = tellOfMove(moved.incident, { event: 'merge', tell: moved.tell, at: wish.at }, ports.organisation());
  return {
    incident: { ...moved.incident, mergedInto: main, deliveries: withDeliveries(incident.deliveries, told) },
    work: { ...settled, owesReceipts: true, owesRedraw: true },
  };
}

/** Enters this record in the main one, once; gives the link to it, or why there is none. */
async function linkMain(
  ports: ServicePorts,
  row: RegisterRow,
  wish: NonNullable<IncidentWork['owesMerge']>,
): Promise<IncidentLink | JoinRefusal> {
  const { submissionId } = row.incident.report;
  const { by, at } = wish;
  for (let round = 0; round < collisions; round += 1) {
    const found = await ports.register.findByReference(row.boundary, wish.into);
    if (!found || found.itemId === row.itemId || isExcluded(found.incident, by.id)) return 'targetMissing';
    // What somebody has just written into its columns must not be lost by our writing.
    const main = absorbEdits(found, ports.organisation());
    const { state, reference, joined, report } = main.incident;
    const link = { submissionId: report.submissionId, reference, itemId: main.itemId, by, at };
    if (joined.some((each) => each.submissionId === submissionId)) return link;
    if (['closed', 'merged', 'withdrawn'].includes(state) || main.work.owesMerge !== null) return 'targetNotOpen';
    const own = { submissionId, reference: row.incident.reference, itemId: row.itemId, by, at };
    const entry: AuditDraft = {
      id: `joined ${submissionId}`,
      action: 'joined',
      actor: by.id,
      at,
      detail: { reference: row.incident.reference },
    };
    try {
      const changed = {
        incident: { ...main.incident, joined: [...joined, own] },
        work: { ...main.work, owedEntries: [...main.work.owedEntries, entry] },
      };
      await ports.register.save(main, {
        ...noteChanges(main, changed, at),
        // Whoever holds it finds what is owed; else it is taken up at once.
        lease: main.lease.state === 'pending' ? main.lease : { state: 'pending', owner: '', until: at },
      });
      return link;
    } catch (error) {
      if (!isRemoteError(error) || error.code !== 'changedMeanwhile') throw error;
    }
  }
  throw new RemoteError('conflict', 'the main incident is being changed by too many at once');
}
