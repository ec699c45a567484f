import { checkComment } from './comment.ts';
import { openQuestion } from './holders.ts';
import type { Comment, Incident } from './incident.ts';
import { type Keeper, keeperOf, rolesIn } from './roles-in-record.ts';
import type { Staff } from './staff.ts';
import { type Mover, type TransitionEvent, type TransitionRow, transitionTable } from './transition-table.ts';
import type { IncidentState, Role } from './vocabulary.ts';

/**
 * Who wants to move it. `groups` are the ones the caller has proved by token or directory; whether a person is the
 * reporter or the manager is found in the incident itself.
 */
export type MovingActor = { kind: 'system' } | { kind: 'person'; staff: Staff; groups: readonly Keeper[] };

/** What happens, with what its guard asks for. `at` is UTC, from the caller's clock. */
export type IncidentEvent = { at: string } & (
  | { type: 'route'; firstState: Extract<IncidentState, 'managerReview' | 'hrRoute' | 'withSecurity'> }
  | { type: 'askReporter' | 'answerManager'; text: string }
  | { type: 'forwardToSecurity'; comment: string; via: Comment['via'] }
  | { type: 'forwardOverdue'; isLimitPassed: boolean }
  | { type: 'keepLocal' | 'reopen' | 'withdraw'; reason: string }
  | { type: 'acknowledge' | 'startReview' }
  | { type: 'agreeActions'; actions: readonly { hasDecider: boolean; date: string | null }[] }
  | { type: 'startMonitoring'; actionsInForce: number }
  | { type: 'close'; openMandatoryTasks: number; reason: string; mayCloseWithReason: boolean }
  | { type: 'merge'; into: string }
);

export type TransitionRefusal =
  | 'notYours'
  | 'alreadyDone'
  | 'movedOn'
  | 'commentMissing'
  | 'commentTooLong'
  | 'reasonMissing'
  | 'securityMustKnow'
  | 'limitNotPassed'
  | 'notMandatory'
  | 'actionsIncomplete'
  | 'nothingInForce'
  | 'tasksOpen'
  | 'targetMissing';

/** Who hears of a step. Always without the words of the message (X-SAFE-1). */
export type HeardBy = Extract<Role, 'lineManager' | 'reporter' | 'security' | 'hrPartner'>;

export type TransitionResult =
  | { ok: true; incident: Incident; row: TransitionRow; tell: HeardBy[] }
  | { ok: false; refusal: TransitionRefusal };

const tellAfter: Record<TransitionEvent, HeardBy[]> = {
  route: [],
  askReporter: ['reporter'],
  answerManager: ['lineManager'],
  forwardToSecurity: ['security', 'reporter'],
  forwardOverdue: ['security', 'lineManager'],
  keepLocal: ['reporter'],
  acknowledge: ['lineManager', 'reporter'],
  startReview: ['reporter'],
  agreeActions: ['lineManager', 'reporter'],
  startMonitoring: ['reporter'],
  close: ['lineManager', 'reporter'],
  reopen: ['lineManager', 'reporter'],
  merge: ['lineManager', 'reporter'],
  withdraw: ['lineManager', 'security', 'reporter'],
};

/** Who a person is for the state machine at this moment (UTC): a substitute moves it as the manager does, a keeper only the own register. */
export function moversOf(incident: Incident, actor: MovingActor, at: string): Mover[] {
  if (actor.kind === 'system') return ['system'];
  const roles = rolesIn(incident, { id: actor.staff.id, groups: actor.groups }, at) ?? [];
  const keeper = keeperOf(incident.boundary);
  return roles.flatMap((role): Mover[] => {
    if (role === 'reporter' || role === 'lineManager' || role === keeper) return [role];
    return role === 'managerAlternate' ? ['lineManager'] : [];
  });
}

/** Security hears of it in any case: by a rule that is automatic, or a duty of the manager that the system backs up. T4, T8. */
export function mustSecurityKnow(incident: Incident): boolean {
  return incident.routing.some((notice) => notice.role === 'security' && notice.urgency !== 'prompt');
}

const isBlank = (text: string) => text.trim() === '';

/** What a row asks for beyond state and person; null when it is met. */
function guardRefusal(incident: Incident, row: TransitionRow, event: IncidentEvent): TransitionRefusal | null {
  switch (event.type) {
    case 'askReporter':
    case 'answerManager': {
      const checked = checkComment(event.text);
      return checked.ok ? null : checked.refusal;
    }
    case 'forwardToSecurity': {
      const checked = checkComment(event.comment);
      return checked.ok ? null : checked.refusal;
    }
    case 'forwardOverdue':
      if (!event.isLimitPassed && incident.state !== 'localOnly') return 'limitNotPassed';
      return mustSecurityKnow(incident) ? null : 'notMandatory';
    case 'keepLocal':
      if (mustSecurityKnow(incident)) return 'securityMustKnow';
      return isBlank(event.reason) ? 'reasonMissing' : null;
    case 'acknowledge':
      return row.id === 'T9b' && !mustSecurityKnow(incident) ? 'notYours' : null;
    case 'agreeActions': {
      const isComplete = event.actions.length > 0 && event.actions.every((each) => each.hasDecider && each.date);
      return isComplete ? null : 'actionsIncomplete';
    }
    case 'startMonitoring':
      return event.actionsInForce > 0 ? null : 'nothingInForce';
    case 'close':
      if (event.openMandatoryTasks === 0) return null;
      return event.mayCloseWithReason && !isBlank(event.reason) ? null : 'tasksOpen';
    case 'merge':
      return isBlank(event.into) || event.into === incident.reference ? 'targetMissing' : null;
    case 'reopen':
    case 'withdraw':
      return isBlank(event.reason) ? 'reasonMissing' : null;
    default:
      return null;
  }
}

/** Pressing the same button twice is not an error of the person's, so it has an answer of its own. */
function isRepeat(incident: Incident, event: IncidentEvent, actor: MovingActor): boolean {
  if (event.type === 'forwardToSecurity') {
    return (
      incident.state !== 'managerReview' &&
      actor.kind === 'person' &&
      incident.comments.some((comment) => comment.role === 'lineManager' && comment.by.id === actor.staff.id)
    );
  }
  if (event.type === 'askReporter') return incident.state === 'infoRequested';
  if (event.type === 'keepLocal') return incident.state === 'localOnly';
  if (event.type === 'close') return incident.state === 'closed';
  return event.type === 'acknowledge' && incident.state === 'acknowledged';
}

function apply(given: Incident, row: TransitionRow, event: IncidentEvent, actor: MovingActor): Incident {
  const incident = row.to === 'withSecurity' ? { ...given, passedOnAt: event.at } : given;
  const state = event.type === 'route' ? event.firstState : row.to === 'byRouting' ? incident.state : row.to;
  if (actor.kind === 'person' && event.type === 'forwardToSecurity') {
    const checked = checkComment(event.comment);
    const text = checked.ok ? checked.text : '';
    const comment: Comment = { by: actor.staff, role: 'lineManager', at: event.at, text, via: event.via };
    return { ...incident, state, comments: [...incident.comments, comment] };
  }
  if (actor.kind === 'person' && event.type === 'askReporter') {
    const { at, text } = event;
    const question = { id: `q${incident.questions.length + 1}`, by: actor.staff, at, text: text.trim(), answer: null };
    return { ...incident, state, questions: [...incident.questions, question] };
  }
  if (actor.kind === 'person' && event.type === 'answerManager') {
    const asked = openQuestion(incident);
    const answer = { by: actor.staff, at: event.at, text: event.text.trim() };
    const questions = incident.questions.map((each) => (each === asked ? { ...each, answer } : each));
    return { ...incident, state, questions };
  }
  if (
    actor.kind === 'person' &&
    (event.type === 'keepLocal' || (event.type === 'close' && event.reason.trim() !== ''))
  ) {
    const reason = { about: event.type, by: actor.staff, at: event.at, text: event.reason.trim() };
    return { ...incident, state, reasons: [...incident.reasons, reason] };
  }
  if (actor.kind === 'person' && event.type === 'acknowledge') {
    return { ...incident, state, acknowledgement: { by: actor.staff, at: event.at } };
  }
  return { ...incident, state };
}

/**
 * Moves an incident, or says why not. The given incident is never changed; a refusal has no effect at all.
 * Questions, answers and reasons are kept in the incident; the trail has codes only.
 * Order of the checks: person, state, then what the move asks for, so that a stranger learns nothing of the state.
 * BEH-8.2-1, BEH-8.3-1, C-21; model 3, T2 to T16.
 */
export function transition(incident: Incident, event: IncidentEvent, actor: MovingActor): TransitionResult {
  const movers = moversOf(incident, actor, event.at);
  const rows = transitionTable.filter((row) => row.event === event.type);
  const mine = rows.filter((row) => row.who.some((each) => movers.includes(each)));
  if (mine.length === 0) return { ok: false, refusal: 'notYours' };
  const row = mine.find((each) => each.from.includes(incident.state));
  if (!row) return { ok: false, refusal: isRepeat(incident, event, actor) ? 'alreadyDone' : 'movedOn' };
  const refusal = guardRefusal(incident, row, event);
  if (refusal !== null) return { ok: false, refusal };
  return { ok: true, incident: apply(incident, row, event, actor), row, tell: [...tellAfter[event.type]] };
}

/** Moves a person could make at this moment (UTC) by state and role; guards may still ask for something. For showing buttons. */
export function openMoves(incident: Incident, actor: MovingActor, at: string): TransitionEvent[] {
  const movers = moversOf(incident, actor, at);
  const rows = transitionTable.filter(
    (row) => row.from.includes(incident.state) && row.who.some((each) => movers.includes(each)),
  );
  const usable = rows.filter((row) => row.id !== 'T9b' || mustSecurityKnow(incident));
  return [...new Set(usable.map((row) => row.event))];
}
