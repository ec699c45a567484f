import { openMandatoryItems } from '../domain/incident/closing.ts';
import { moveForward } from '../domain/incident/forward-states.ts';
import type { Comment, Incident } from '../domain/incident/incident.ts';
import { mayDo } from '../domain/incident/permissions.ts';
import { keeperOf } from '../domain/incident/roles-in-record.ts';
import type { Staff } from '../domain/incident/staff.ts';
import { type TransitionEvent, transitionTable } from '../domain/incident/transition-table.ts';
import { type IncidentEvent, type MovingActor, moversOf, transition } from '../domain/incident/transitions.ts';
import type { IncidentState } from '../domain/incident/vocabulary.ts';
import { noteChanges } from './note-changes.ts';
import { withDeliveries } from './notices.ts';
import type { Organisation } from './organisation.ts';
import type { AuditAction, AuditDraft } from './ports/audit.ts';
import type { RegisterRow } from './ports/register.ts';
import { tellOfMove } from './tell-of-move.ts';
import { withWithdrawal } from './withdraw-incident.ts';

/**
 * Takes what a person wrote into the columns of a row, in the tab or in SharePoint itself, into the incident: a new state, a
 * comment, the release of an original. A change that the rules do not allow is put back, and both are in the audit trail.
 * The row is given back as it was when nobody wrote anything. BEH-8.3-1, C-06, X-AUD-1.
 */
export function absorbEdits(row: RegisterRow, organisation: Organisation): RegisterRow {
  const { columns, incident } = row;
  const isUntouched =
    columns.state === incident.state && columns.forward === incident.forward.state && columns.newComment === '';
  if (isUntouched) return row;
  let edited: RegisterRow = row;
  // The comment first: a move may ask for a reason, and it is the reason.
  edited = absorbComment(edited);
  edited = absorbState(edited, organisation);
  edited = absorbRelease(edited);
  const { state, forward } = edited.incident;
  const mergedInto = edited.incident.mergedInto?.reference ?? '';
  const noted = noteChanges(row, edited, row.modifiedAt);
  return { ...noted, columns: { state, forward: forward.state, newComment: '', mergedInto } };
}

/** Whoever could write the row belongs to the group the register was given to; what they may do is in the table. */
function actorOf(row: RegisterRow): MovingActor {
  if (!row.modifiedBy) return { kind: 'system' };
  return { kind: 'person', staff: row.modifiedBy, groups: [keeperOf(row.boundary)] };
}

function absorbComment(row: RegisterRow): RegisterRow {
  const text = row.columns.newComment.trim();
  if (text === '' || !row.modifiedBy) return row;
  const who = { id: row.modifiedBy.id, groups: [keeperOf(row.boundary)] };
  // Somebody who must find no trace of it may still be in the group that the list was given to.
  if (!mayDo(row.incident, who, 'comment', 'incident', row.modifiedAt)) {
    return withEntry(row, 'refused', { event: 'comment', refusal: 'notYours' });
  }
  const comment: Comment = { by: row.modifiedBy, role: 'security', at: row.modifiedAt, text, via: 'register' };
  const incident: Incident = { ...row.incident, comments: [...row.incident.comments, comment] };
  return withEntry({ ...row, incident }, 'commented', { characters: String(text.length) });
}

function absorbState(row: RegisterRow, organisation: Organisation): RegisterRow {
  const { incident, columns, modifiedAt: at } = row;
  if (columns.state === incident.state) return row;
  if (columns.state === 'merged') return wishToJoin(row);
  const change = { from: incident.state, to: columns.state };
  const actor = actorOf(row);
  const event = eventFor(row, actor, columns.state);
  const moved = event ? transition(incident, event, actor) : null;
  if (!event || !moved?.ok) {
    return withEntry(row, 'statePutBack', { ...change, refusal: moved && !moved.ok ? moved.refusal : 'notYours' });
  }
  const told = tellOfMove(moved.incident, { event: event.type, tell: moved.tell, at }, organisation);
  const by = row.modifiedBy;
  return withEntry(
    {
      ...row,
      incident:
        event.type === 'withdraw' && by
          ? withWithdrawal(moved.incident, { staff: by, reason: event.reason, at }, told)
          : { ...moved.incident, deliveries: withDeliveries(incident.deliveries, told) },
      work: { ...row.work, owesReceipts: true, owesRedraw: true },
    },
    'moved',
    { ...change, event: event.type },
  );
}

/** The main record has to be looked up first: the state stays until then. A number in the comment counts as well. T15 */
function wishToJoin(row: RegisterRow): RegisterRow {
  const { columns, incident, modifiedAt: at, modifiedBy: by } = row;
  const named = /\bUB-\d{4}-\d{6,}\b/i.exec(`${columns.mergedInto} ${columns.newComment}`)?.[0].toUpperCase();
  if (!by || named === undefined) {
    const change = { from: incident.state, to: columns.state };
    return withEntry(row, 'statePutBack', { ...change, refusal: by ? 'targetMissing' : 'notYours' });
  }
  return { ...row, work: { ...row.work, owesMerge: { into: named, by, at } } };
}

function eventFor(row: RegisterRow, actor: MovingActor, to: IncidentState): IncidentEvent | null {
  const movers = moversOf(row.incident, actor, row.modifiedAt);
  const found = transitionTable.find(
    (each) =>
      each.to === to && each.from.includes(row.incident.state) && each.who.some((mover) => movers.includes(mover)),
  );
  return found ? fill(found.event, row) : null;
}

/** The event with what a person can say in a row of a list: the comment is the reason. The rest is refused by its guard. */
function fill(type: TransitionEvent, row: RegisterRow): IncidentEvent | null {
  const at = row.modifiedAt;
  const reason = row.columns.newComment;
  switch (type) {
    case 'acknowledge':
    case 'startReview':
      return { type, at };
    case 'reopen':
    case 'withdraw':
      return { type, at, reason };
    case 'close': {
      const openMandatoryTasks = openMandatoryItems(row.incident).length;
      return { type, at, reason, openMandatoryTasks, mayCloseWithReason: true };
    }
    case 'agreeActions':
      return { type, at, actions: [] };
    case 'startMonitoring':
      return { type, at, actionsInForce: 0 };
    default:
      return null;
  }
}

function absorbRelease(row: RegisterRow): RegisterRow {
  const { incident, columns, modifiedAt: at } = row;
  if (columns.forward === incident.forward.state) return row;
  const change = { from: incident.forward.state, to: columns.forward };
  const actor = actorOf(row);
  const isSecurity = moversOf(incident, actor, at).includes('security');
  const moved =
    columns.forward === 'released' ? moveForward(incident, 'release', { isSecurity, at, sha256: null }) : null;
  if (!moved?.ok) return withEntry(row, 'forwardPutBack', { ...change, refusal: moved ? moved.refusal : 'notYours' });
  return withEntry(
    { ...row, incident: moved.incident, work: { ...row.work, owesForward: true, owesReceipts: true } },
    'originalReleased',
    change,
  );
}

function withEntry(row: RegisterRow, action: AuditAction, detail: Record<string, string>): RegisterRow {
  const actor: Staff | null = row.modifiedBy;
  const at = row.modifiedAt;
  const entry: AuditDraft = { id: `${action} ${at} ${row.etag}`, action, actor: actor?.id ?? 'system', at, detail };
  return { ...row, work: { ...row.work, owedEntries: [...row.work.owedEntries, entry] } };
}
