import { openMandatoryItems } from '../domain/incident/closing.ts';
import { moveForward } from '../domain/incident/forward-states.ts';
import type { Comment, Incident } from '../domain/incident/incident.ts';
import { mayDo } from '../domain/incident/permissions.ts';
import { keeperOf } from '../domain/incident/roles-in-record.ts';
import { type TransitionEvent, transitionTable } from '../domain/incident/transition-table.ts';
import { type IncidentEvent, type MovingActor, moversOf, transition } from '../domain/incident/transitions.ts';
import { type ForwardState, forwardStates, type IncidentState, incidentStates } from '../domain/incident/vocabulary.ts';
import { columnChange } from '../domain/trail/column-changes.ts';
import { noteChanges, writeChanges } from './note-changes.ts';
import { withDeliveries } from './notices.ts';
import type { Organisation } from './organisation.ts';
import type { AuditAction, AuditDraft } from './ports/audit.ts';
import type { ColumnChange, RegisterEdit, RegisterRow } from './ports/register.ts';
import { tellOfPutBack } from './put-back.ts';
import { tellOfMove } from './tell-of-move.ts';
import { withWithdrawal } from './withdraw-incident.ts';

/**
 * Takes what people wrote into the columns of a row, in the tab or in SharePoint itself, into the incident, one edit after the other, each
 * by whom it is: a new state, a comment, the release of an original. What the rules do not allow is put back, with an entry in the trail and
 * a notice to whoever wrote it. Every other column follows from the record, and is put back as well; so is all that somebody wrote who does
 * not keep the register. The row is given back as it was when nobody wrote anything. BEH-8.3-1, C-06, X-AUD-1.
 */
export function absorbEdits(row: RegisterRow, organisation: Organisation): RegisterRow {
  return row.edits.reduce<RegisterRow>((present, edit) => absorb(present, edit, organisation), row);
}

function absorb(before: RegisterRow, edit: RegisterEdit, organisation: Organisation): RegisterRow {
  const given: Absorbed = { row: { ...before, edits: [] }, edit, putBack: [] };
  const { row, putBack } = edit.isKeeper ? absorbWritten(given, organisation) : putAllBack(given);
  const told = tellOfPutBack(row.incident, edit, putBack, organisation);
  const deliveries = withDeliveries(row.incident.deliveries, told);
  return noteChanges(before, { ...row, incident: { ...row.incident, deliveries } }, edit.at);
}

/** A row with a part of one edit taken into it; `putBack` names columns. */
interface Absorbed {
  row: RegisterRow;
  edit: RegisterEdit;
  putBack: readonly string[];
}

function absorbWritten(given: Absorbed, organisation: Organisation): Absorbed {
  // The comment first: a move may ask for a reason, and it is the reason.
  let absorbed = absorbComment(given);
  absorbed = absorbState(absorbed, organisation);
  absorbed = absorbRelease(absorbed);
  return putColumnsBack(absorbed);
}

const has = ({ changed }: RegisterEdit, column: string) => changed.some((each) => each.column === column);

function putAllBack({ row, edit }: Absorbed): Absorbed {
  return noteColumns({ row, edit, putBack: [] }, edit.changed, 'notYours');
}

/** Columns that the tab writes together with a state, so that filters find the row at once. */
const withState: ReadonlySet<string> = new Set(['StateMonth', 'StateKindMonth']);

function putColumnsBack(given: Absorbed): Absorbed {
  const { edit } = given;
  const isDealtWith = ({ column }: ColumnChange) => {
    if (column === 'State') return isState(edit.columns.state);
    if (column === 'ForwardState') return isForward(edit.columns.forward);
    if (column === 'MergedInto') return has(edit, 'State') && edit.columns.state === 'merged';
    return column === 'NewComment' || (withState.has(column) && has(edit, 'State'));
  };
  return noteColumns(
    given,
    edit.changed.filter((change) => !isDealtWith(change)),
    'derived',
  );
}

function noteColumns(given: Absorbed, changed: readonly ColumnChange[], refusal: 'notYours' | 'derived'): Absorbed {
  if (changed.length === 0) return given;
  // The parts of one long record are one thing to whoever reads of it.
  const isPart = ({ column }: ColumnChange) => /^Details\d*$/.test(column);
  const changes = changed.filter((each) => !isPart(each)).map(columnChange);
  if (changed.some(isPart)) changes.push({ field: 'Details', before: { withheld: null }, after: { withheld: null } });
  const names = changes.map(({ field }) => field);
  const detail = { columns: names.join(' '), refusal, ...writeChanges(changes) };
  return withPutBack(given, names, 'columnsPutBack', detail);
}

const isState = (text: string): text is IncidentState => (incidentStates as readonly string[]).includes(text);
const isForward = (text: string): text is ForwardState => (forwardStates as readonly string[]).includes(text);

/** They keep the register; what they may do is in the table. */
function actorOf({ boundary }: RegisterRow, { by }: RegisterEdit): MovingActor {
  return { kind: 'person', staff: by, groups: [keeperOf(boundary)] };
}

function absorbComment(given: Absorbed): Absorbed {
  const { row, edit } = given;
  const text = edit.columns.newComment.trim();
  if (text === '' || !has(edit, 'NewComment')) return given;
  const who = { id: edit.by.id, groups: [keeperOf(row.boundary)] };
  // Somebody who must find no trace of it may still be in the group that the list was given to.
  if (!mayDo(row.incident, who, 'comment', 'incident', edit.at)) {
    return withPutBack(given, ['NewComment'], 'refused', { event: 'comment', refusal: 'notYours' });
  }
  const comment: Comment = { by: edit.by, role: 'security', at: edit.at, text, via: 'register' };
  const incident: Incident = { ...row.incident, comments: [...row.incident.comments, comment] };
  return withEntry({ ...given, row: { ...row, incident } }, 'commented', { characters: String(text.length) });
}

function absorbState(given: Absorbed, organisation: Organisation): Absorbed {
  const { row, edit } = given;
  const { incident } = row;
  const { at, by } = edit;
  const { state: to } = edit.columns;
  if (!has(edit, 'State') || !isState(to) || to === incident.state) return given;
  if (to === 'merged') return wishToJoin(given);
  const change = { from: incident.state, to };
  const actor = actorOf(row, edit);
  const event = eventFor(row, edit, actor, to);
  const moved = event ? transition(incident, event, actor) : null;
  if (!event || !moved?.ok) {
    const refusal = moved && !moved.ok ? moved.refusal : 'notYours';
    return withPutBack(given, ['State'], 'statePutBack', { ...change, refusal });
  }
  const told = tellOfMove(moved.incident, { event: event.type, tell: moved.tell, at }, organisation);
  const next: RegisterRow = {
    ...row,
    incident:
      event.type === 'withdraw'
        ? withWithdrawal(moved.incident, { staff: by, reason: event.reason, at }, told)
        : { ...moved.incident, deliveries: withDeliveries(incident.deliveries, told) },
    work: { ...row.work, owesReceipts: true, owesRedraw: true },
  };
  return withEntry({ ...given, row: next }, 'moved', { ...change, event: event.type });
}

/** The main record has to be looked up first: the state stays until then. A number in the comment counts as well. T15 */
function wishToJoin(given: Absorbed): Absorbed {
  const { row, edit } = given;
  const { mergedInto, newComment } = edit.columns;
  const named = /\bUB-\d{4}-\d{6,}\b/i.exec(`${mergedInto} ${newComment}`)?.[0].toUpperCase();
  if (named === undefined) {
    const change = { from: row.incident.state, to: 'merged' };
    return withPutBack(given, ['State'], 'statePutBack', { ...change, refusal: 'targetMissing' });
  }
  const owesMerge = { into: named, by: edit.by, at: edit.at };
  return { ...given, row: { ...row, work: { ...row.work, owesMerge } } };
}

function eventFor(row: RegisterRow, edit: RegisterEdit, actor: MovingActor, to: IncidentState): IncidentEvent | null {
  const movers = moversOf(row.incident, actor, edit.at);
  const found = transitionTable.find(
    (each) =>
      each.to === to && each.from.includes(row.incident.state) && each.who.some((mover) => movers.includes(mover)),
  );
  return found ? fill(found.event, row, edit) : null;
}

/** The event with what a person can say in a row of a list: the comment is the reason. The rest is refused by its guard. */
function fill(type: TransitionEvent, row: RegisterRow, edit: RegisterEdit): IncidentEvent | null {
  const { at } = edit;
  const reason = edit.columns.newComment;
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

function absorbRelease(given: Absorbed): Absorbed {
  const { row, edit } = given;
  const { incident } = row;
  const { at } = edit;
  const { forward: to } = edit.columns;
  if (!has(edit, 'ForwardState') || !isForward(to) || to === incident.forward.state) return given;
  const change = { from: incident.forward.state, to };
  const isSecurity = moversOf(incident, actorOf(row, edit), at).includes('security');
  const moved = to === 'released' ? moveForward(incident, 'release', { isSecurity, at, sha256: null }) : null;
  if (!moved?.ok) {
    const refusal = moved ? moved.refusal : 'notYours';
    return withPutBack(given, ['ForwardState'], 'forwardPutBack', { ...change, refusal });
  }
  const work = { ...row.work, owesForward: true, owesReceipts: true };
  return withEntry({ ...given, row: { ...row, incident: moved.incident, work } }, 'originalReleased', change);
}

function withPutBack(
  given: Absorbed,
  columns: readonly string[],
  action: AuditAction,
  detail: Record<string, string>,
): Absorbed {
  const noted = withEntry(given, action, detail);
  return { ...noted, putBack: [...given.putBack, ...columns] };
}

/** The version makes the id: the same edit found twice is entered once. */
function withEntry(given: Absorbed, action: AuditAction, detail: Record<string, string>): Absorbed {
  const { row, edit } = given;
  const { at, by, version } = edit;
  const entry: AuditDraft = { id: `${action} ${at} v${version}`, action, actor: by.id || 'unknown', at, detail };
  return { ...given, row: { ...row, work: { ...row.work, owedEntries: [...row.work.owedEntries, entry] } } };
}
