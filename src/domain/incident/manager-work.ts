import type { CalendarDate } from '../calendar/dates.ts';
import type { Staff } from './staff.ts';
import type { TeamMeasure } from './team-measures.ts';
import type { Language, Severity } from './vocabulary.ts';

/** Who did it, and when (UTC). */
export interface Stamp {
  by: Staff;
  at: string;
}

/** The manager asks the reporter for more; one question at a time. T5 */
export interface Question extends Stamp {
  id: string;
  text: string;
  /** `by` is the reporter, or the manager who was told the answer by another way. */
  answer: (Stamp & { text: string }) | null;
}

/** What somebody is asked to do about an incident. BEH-4.3-1 */
export const taskTypes = ['guards', 'policePresence'] as const;
export type TaskType = (typeof taskTypes)[number];

export interface Task extends Stamp {
  id: string;
  type: TaskType;
  /** What the manager says about it; may be empty. */
  note: string;
  /** Null while it is open. */
  done: Stamp | null;
}

/** The customer has been spoken or written to. BEH-5.3-1 */
export interface CustomerContact extends Stamp {
  way: 'spoken' | 'written';
}

/** A meeting with the customer, behind the safety gate: who planned it has said that it is safe, and what makes it so. BEH-5.5-1 */
export interface PlannedMeeting extends Stamp {
  on: CalendarDate;
  measures: string;
}

/** Somebody the manager has chosen to stand in while away, for this incident too. */
export interface Deputy extends Staff {
  language: Language | null;
  /** The last day, London's date. */
  until: CalendarDate;
}

/** Why the manager kept it, or closed it. The trail holds codes only, so the words are here. T8, T13 */
export interface StatedReason extends Stamp {
  about: 'keepLocal' | 'close' | 'raiseSeverity';
  text: string;
}

export const statementRoles = ['victim', 'witness', 'firstAider'] as const;
export type StatementRole = (typeof statementRoles)[number];

/** An account by somebody who was there. Signed by who they are and the time; then only added to. BEH-8.5-1 */
export interface Statement {
  id: string;
  /** A person of the directory, or an outsider by name whose words the manager records by hand. */
  witness: { staff: Holder | null; name: string };
  role: StatementRole;
  asked: Stamp;
  /** Null until it is signed. `sha256` is over the text and who signed it when. */
  signed: (Stamp & { text: string; sha256: string }) | null;
  addenda: (Stamp & { text: string })[];
  /** Why none will come; null while it is awaited or signed. BEH-8.14-2 */
  waived: (Stamp & { reason: string }) | null;
}

/** The team was told that something happened and what to do; nothing of what it was. BEH-8.6-1 */
export interface TeamAlert extends Stamp {
  measures: TeamMeasure[];
  /** How many were told. */
  people: number;
  members: Holder[];
}

/**
 * A clock's event that has been dealt with, so that it is never dealt with again. `skipped`: a reminder that came too late to have a
 * sense, because the service was not running.
 */
export interface ClockNote {
  /** Of the event; unique in its incident for ever. */
  key: string;
  /** UTC. */
  at: string;
  outcome: 'done' | 'skipped';
}

/** What the manager and the clocks add to a record. */
export interface ManagerWork {
  /** People who must find no trace of it: the implicated manager, by every way the report can have meant. C-21 */
  excluded: Staff[];
  deputies: Deputy[];
  /** The line manager whose place a substitute has taken; their own manager is whom it goes up to. */
  standsInFor: Staff | null;
  questions: Question[];
  tasks: Task[];
  customerContacts: CustomerContact[];
  meeting: PlannedMeeting | null;
  statements: Statement[];
  reasons: StatedReason[];
  teamAlert: TeamAlert | null;
  /** The manager's own judgement beside the reporter's. COM-3a-8 */
  marks: { particularlyAbusive: Stamp | null; raisedSeverity: (Stamp & { to: Severity }) | null };
  /** When it was passed on to Security, UTC; null while it was not. Security may have been told before, beside the manager. */
  passedOnAt: string | null;
  clockNotes: ClockNote[];
}

export const noManagerWork: ManagerWork = {
  excluded: [],
  deputies: [],
  standsInFor: null,
  questions: [],
  tasks: [],
  customerContacts: [],
  meeting: null,
  statements: [],
  reasons: [],
  teamAlert: null,
  marks: { particularlyAbusive: null, raisedSeverity: null },
  passedOnAt: null,
  clockNotes: [],
};

/** Somebody who answers for a report as its manager. */
export type Holder = Staff & { language: Language | null };
