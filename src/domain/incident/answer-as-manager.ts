import { isWorkingDay } from '../calendar/bank-holidays.ts';
import { londonDateOf } from '../calendar/london-time.ts';
import { addWorkingDays } from '../calendar/working-time.ts';
import type { DeadlineSettings } from '../deadlines/deadline-settings.ts';
import { openMandatoryItems } from './closing.ts';
import { type CommentRefusal, checkComment, commentLimit } from './comment.ts';
import { holderOf } from './holders.ts';
import type { Comment, Incident } from './incident.ts';
import { dutyRoles, isDoneAlready, type ManagerAnswer, openVerbs, taskTypeOf } from './manager-answer.ts';
import type { Stamp } from './manager-work.ts';
import { keeperOf } from './roles-in-record.ts';
import { severityAfterChange, severityRank } from './severity.ts';
import type { Staff } from './staff.ts';
import type { TransitionEvent } from './transition-table.ts';
import { type HeardBy, type IncidentEvent, type TransitionRefusal, transition } from './transitions.ts';
import type { Role } from './vocabulary.ts';

export type AnswerRefusal =
  | TransitionRefusal
  | CommentRefusal
  | 'notOffered'
  | 'notHigher'
  | 'safetyNotConfirmed'
  | 'measuresMissing'
  | 'dateNotUsable'
  | 'dateTooLate';

/** What is told beyond a move of the record. */
export const answerNotices = [
  'managerCommented',
  'guardsAsked',
  'policeAsked',
  'customerSpoken',
  'customerWritten',
  'severityRaised',
] as const;
export type AnswerNotice = (typeof answerNotices)[number];

export interface Answered {
  ok: true;
  incident: Incident;
  /** Null where the record stays in its state. */
  event: TransitionEvent | null;
  tell: readonly HeardBy[];
  /** Codes for the trail; no words. */
  detail: Record<string, string>;
  notice: { name: AnswerNotice; to: HeardBy } | null;
  /** Roles the manager has told now: their notice leaves in the manager's name. COM-3c-1 */
  dutiesDone: readonly Role[];
  /** Others may have to be told of it now. */
  isGraver: boolean;
}

export type AnswerResult = Answered | { ok: false; refusal: AnswerRefusal };

export interface AnswerContext {
  /** Who acts, as a token says; never as a card does. */
  actorId: string;
  /** UTC. */
  at: string;
  via: Extract<Comment['via'], 'card' | 'tab'>;
  deadlines: Pick<DeadlineSettings, 'meetingWorkingDays' | 'extraHolidays'>;
}

const refuse = (refusal: AnswerRefusal): AnswerResult => ({ ok: false, refusal });

function stays(incident: Incident, more: Partial<Omit<Answered, 'ok' | 'incident'>>): Answered {
  return {
    ok: true,
    incident,
    event: null,
    tell: [],
    detail: {},
    notice: null,
    dutiesDone: [],
    isGraver: false,
    ...more,
  };
}

/**
 * What a manager's answer makes of the record, or why it is not taken; a refusal changes nothing. Order of the checks: person, whether it
 * has been done, whether it is offered now, then what it asks for, so that a stranger learns nothing. BEH-8.2-1, BEH-5.5-1, C-20, C-21.
 */
export function answerAsManager(incident: Incident, answer: ManagerAnswer, context: AnswerContext): AnswerResult {
  const { actorId, at } = context;
  const holder = holderOf(incident, actorId, at);
  if (!holder) return refuse('notYours');
  const staff: Staff = { id: holder.id, name: holder.name, address: holder.address };
  if (isReplay(incident, answer, actorId)) return refuse('alreadyDone');
  const moved = moveOf(answer, incident, context);
  if (moved) return move(incident, moved, staff);
  if (isDoneAlready(incident, answer.verb)) return refuse('alreadyDone');
  if (!openVerbs(incident).includes(answer.verb)) {
    return refuse(answer.verb === 'comment' && incident.state === 'managerReview' ? 'notOffered' : 'movedOn');
  }
  return apply(incident, answer, { by: staff, at }, context);
}

/**
 * The very words this person said last, come again: a call that was repeated, also after the record has moved on and back. What cannot
 * be done twice is found by what stands in the record; words can.
 */
function isReplay({ comments, questions }: Incident, answer: ManagerAnswer, actorId: string): boolean {
  if (answer.verb !== 'comment' && answer.verb !== 'askReporter' && answer.verb !== 'noteAnswer') return false;
  const answered = questions.flatMap(({ answer: given }) => given ?? []);
  const last = { comment: comments.at(-1), askReporter: questions.at(-1), noteAnswer: answered.at(-1) }[answer.verb];
  return last?.by.id === actorId && last.text === answer.text.trim();
}

/** The answers that are moves of the state machine; its table and guards decide. */
function moveOf(answer: ManagerAnswer, incident: Incident, { at, via }: AnswerContext): IncidentEvent | null {
  switch (answer.verb) {
    case 'forwardToSecurity':
      return { type: 'forwardToSecurity', comment: answer.text, via, at };
    case 'askReporter':
      return { type: 'askReporter', text: answer.text, at };
    case 'noteAnswer':
      return { type: 'answerManager', text: answer.text, at };
    case 'keepLocal':
      return { type: 'keepLocal', reason: answer.reason, at };
    case 'closeLocal': {
      const openMandatoryTasks = openMandatoryItems(incident).length;
      return { type: 'close', reason: answer.reason, openMandatoryTasks, mayCloseWithReason: true, at };
    }
    default:
      return null;
  }
}

function move(incident: Incident, event: IncidentEvent, staff: Staff): AnswerResult {
  const text = event.type === 'keepLocal' || event.type === 'close' ? event.reason : '';
  if (text.trim().length > commentLimit) return refuse('commentTooLong');
  const moved = transition(incident, event, { kind: 'person', staff, groups: [] });
  if (!moved.ok) return moved;
  return stays(moved.incident, { event: event.type, tell: moved.tell.filter((role) => role !== 'lineManager') });
}

function apply(incident: Incident, answer: ManagerAnswer, stamp: Stamp, context: AnswerContext): AnswerResult {
  switch (answer.verb) {
    case 'comment': {
      const checked = checkComment(answer.text);
      if (!checked.ok) return refuse(checked.refusal);
      const comment: Comment = { ...stamp, role: 'lineManager', text: checked.text, via: context.via };
      const keeper = keeperOf(incident.boundary);
      const notice = isTold(incident, keeper) ? ({ name: 'managerCommented', to: keeper } as const) : null;
      return stays({ ...incident, comments: [...incident.comments, comment] }, { notice });
    }
    case 'tellHr':
    case 'tellDesks':
      return endDuties(incident, answer.verb, stamp);
    case 'requestGuards':
    case 'requestPolice': {
      const note = answer.note.trim();
      if (note.length > commentLimit) return refuse('commentTooLong');
      const type = taskTypeOf(answer.verb);
      const task = { id: `t${incident.tasks.length + 1}`, type, ...stamp, note, done: null };
      const name = answer.verb === 'requestGuards' ? 'guardsAsked' : 'policeAsked';
      return stays(
        { ...incident, tasks: [...incident.tasks, task] },
        { notice: { name, to: 'security' }, detail: { task: task.id, type } },
      );
    }
    case 'customerSpoken':
    case 'customerWritten': {
      const way = answer.verb === 'customerSpoken' ? 'spoken' : 'written';
      const contacts = [...incident.customerContacts, { ...stamp, way } as const];
      return stays(
        { ...incident, customerContacts: contacts },
        { notice: { name: answer.verb, to: 'reporter' }, detail: { way } },
      );
    }
    case 'planMeeting':
      return planMeeting(incident, answer, stamp, context);
    case 'raiseSeverity':
      return raise(incident, answer, stamp);
    case 'markAbusive': {
      const graver = severityAfterChange(
        { severity: incident.severity, reasons: incident.severityReasons },
        { severity: 'serious', reasons: ['particularlyAbusive'] },
      );
      const marks = { ...incident.marks, particularlyAbusive: stamp };
      const marked = { ...incident, marks, severity: graver.severity, severityReasons: graver.reasons };
      return stays(marked, { detail: { mark: 'particularlyAbusive' }, ...graverFrom(incident, marked) });
    }
    default:
      return refuse('notOffered');
  }
}

function endDuties(incident: Incident, verb: 'tellHr' | 'tellDesks', { by, at }: Stamp): AnswerResult {
  const done = incident.duties.filter(({ role, state }) => state === 'open' && dutyRoles[verb].includes(role));
  const roles = done.map(({ role }) => role);
  const duties = incident.duties.map((duty) =>
    done.includes(duty) ? { ...duty, state: 'done' as const, ended: { by: by.id, at } } : duty,
  );
  return stays({ ...incident, duties }, { dutiesDone: roles, detail: { told: roles.join(' ') } });
}

/** Last day on which a meeting may be held, London's date. BEH-5.2-2, C-25 */
export function lastMeetingDay(incident: Incident, deadlines: AnswerContext['deadlines']): string {
  const day = londonDateOf(incident.report.occurredAt);
  return addWorkingDays(day, deadlines.meetingWorkingDays, deadlines.extraHolidays);
}

/** Behind the safety gate: without it only the letter is left. BEH-5.5-1 */
function planMeeting(
  incident: Incident,
  { on, isSafe, measures }: Extract<ManagerAnswer, { verb: 'planMeeting' }>,
  stamp: Stamp,
  { at, deadlines }: AnswerContext,
): AnswerResult {
  if (!isSafe) return refuse('safetyNotConfirmed');
  if (measures.trim() === '') return refuse('measuresMissing');
  if (measures.trim().length > commentLimit) return refuse('commentTooLong');
  const isDate =
    /^\d{4}-\d{2}-\d{2}$/.test(on) && !Number.isNaN(Date.parse(on)) && new Date(on).toISOString().startsWith(on);
  if (!isDate || on < londonDateOf(at) || !isWorkingDay(on, deadlines.extraHolidays)) return refuse('dateNotUsable');
  if (on > lastMeetingDay(incident, deadlines)) return refuse('dateTooLate');
  return stays({ ...incident, meeting: { ...stamp, on, measures: measures.trim() } }, { detail: { on } });
}

/** Raised by whoever works on it, and never lowered by a manager. Model 1.5 */
function raise(
  incident: Incident,
  { to, reason }: Extract<ManagerAnswer, { verb: 'raiseSeverity' }>,
  stamp: Stamp,
): AnswerResult {
  if (severityRank(to) <= severityRank(incident.severity)) return refuse('notHigher');
  if (reason.trim() === '') return refuse('reasonMissing');
  if (reason.trim().length > commentLimit) return refuse('commentTooLong');
  const graver: Incident = {
    ...incident,
    severity: to,
    severityReasons: [...new Set([...incident.severityReasons, 'raisedByPerson' as const])],
    marks: { ...incident.marks, raisedSeverity: { ...stamp, to } },
    reasons: [...incident.reasons, { ...stamp, about: 'raiseSeverity', text: reason.trim() }],
  };
  return stays(graver, { detail: { from: incident.severity, to }, ...graverFrom(incident, graver) });
}

/** Security hears of a change in gravity where it has been told of the record already; who has not is told of the record itself. */
function graverFrom(before: Incident, after: Incident): Pick<Answered, 'isGraver' | 'notice'> {
  const notice =
    isTold(before, 'security') && before.severity !== after.severity
      ? ({ name: 'severityRaised', to: 'security' } as const)
      : null;
  return { isGraver: true, notice };
}

function isTold({ deliveries }: Incident, role: HeardBy): boolean {
  return deliveries.some((each) => each.role === role);
}
