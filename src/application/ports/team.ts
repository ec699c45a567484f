import type { AnswerRefusal } from '../../domain/incident/answer-as-manager.ts';
import type { Awaited } from '../../domain/incident/awaiting.ts';
import type { Completeness } from '../../domain/incident/completeness.ts';
import type { EvidenceItem, Incident } from '../../domain/incident/incident.ts';
import type { ManagerAnswer, ManagerVerb } from '../../domain/incident/manager-answer.ts';
import type { Statement, StatementRole, TeamAlert } from '../../domain/incident/manager-work.ts';
import type { AbsenceRefusal } from '../../domain/incident/plan-absence.ts';
import type { StatementRefusal } from '../../domain/incident/statements.ts';
import type { AlertRefusal } from '../../domain/incident/team-alert.ts';
import type { TeamMeasure } from '../../domain/incident/team-measures.ts';
import type { HeldRow } from './register.ts';

/** Whether somebody has the page at all, and how much waits there. */
export interface TeamSummary {
  leadsTeam: boolean;
  /** Managers this person stands in for today; `until` is London's date. */
  standsInFor: { name: string; until: string }[];
  /** Reports that wait for this person's answer. */
  waiting: number;
}

/** A line of "waits for you". Nothing of what was reported is in it. */
export interface WaitingItem extends Omit<HeldRow, 'boundary'> {
  awaited: Awaited[];
  /** UTC; null where no clock runs. */
  dueAt: string | null;
  /** The manager this person stands in for here; null where it is their own. */
  standsInFor: string | null;
}

export type AnsweredItem = Omit<HeldRow, 'boundary'>;

export interface TeamList {
  waiting: WaitingItem[];
  /** Those that go on without this person, newest first, in pages of 25. */
  answered: AnsweredItem[];
  /** Where the next page begins; null on the last. */
  next: number | null;
}

type Kept =
  | 'reference'
  | 'state'
  | 'severity'
  | 'severityReasons'
  | 'policeTask'
  | 'officeHours'
  | 'reportedAt'
  | 'reporter'
  | 'reporterPhone'
  | 'report'
  | 'comments'
  | 'questions'
  | 'tasks'
  | 'customerContacts'
  | 'meeting'
  | 'reasons'
  | 'duties'
  | 'amendments'
  | 'acknowledgement'
  | 'marks';

/** A record as the permission matrix lets whoever answers for it read it. Model 6 */
export interface TeamRecord extends Pick<Incident, Kept> {
  statements: (Statement & { isUndelivered: boolean })[];
  teamAlert: Omit<TeamAlert, 'members'> | null;
  evidence: Pick<EvidenceItem, 'id' | 'type' | 'name' | 'size' | 'capturedAt'>[];
  awaited: Awaited[];
  /** UTC; null where no clock runs. */
  dueAt: string | null;
  /** What this person can do now. */
  verbs: ManagerVerb[];
  completeness: Completeness[];
  namedWitnesses: { staffId: string | null; name: string; role: StatementRole }[];
  mayAlertTeam: boolean;
  /** London's date. */
  lastMeetingDay: string;
  standsInFor: string | null;
  managerName: string | null;
  /** Substitutes whose time is not over. */
  deputies: { name: string; until: string }[];
}

/** What somebody who was there is shown: what they are asked, and what they wrote. Nothing of the record. BEH-8.5-1 */
export interface StatementPage {
  submissionId: string;
  statementId: string;
  reference: string;
  /** UTC. */
  occurredAt: string;
  askedBy: string;
  role: StatementRole;
  /** Whom it is about: the reader, or somebody from outside whose words the manager writes down. */
  witness: { name: string; isYou: boolean };
  signed: { at: string; by: string; text: string; sha256: string } | null;
  addenda: { at: string; text: string }[];
  isWaived: boolean;
}

/** A statement that somebody was asked for, as a line of their own list: nothing of the record, and nothing of what was written. */
export interface OwnStatement extends Omit<StatementPage, 'witness' | 'signed' | 'addenda' | 'isWaived'> {
  /** UTC. */
  askedAt: string;
  /** UTC; null while it is not signed. */
  signedAt: string | null;
  /** Whoever asked can do without it. */
  isWaived: boolean;
}

export interface OwnStatements {
  /** The last that was asked for first, in pages of 20 requests. */
  statements: OwnStatement[];
  /** Where the next page begins; null on the last. */
  next: number | null;
}

export interface OwnAbsence {
  id: string;
  deputyName: string;
  from: string;
  until: string;
  mode: 'both' | 'alone';
  /** UTC: when the manager entered it; nobody else can. */
  enteredAt: string;
}

export interface TeamAbsences {
  own: OwnAbsence[];
  standsIn: { managerName: string; from: string; until: string; mode: 'both' | 'alone' }[];
}

/** What was asked was done, or why not; the words for a reason come from the catalogue. */
export type TeamResult<T, R extends string> = { kind: 'done'; value: T } | { kind: 'refused'; refusal: R };

export type WitnessChoice = { staffId: string } | { name: string };

/**
 * What a manager, or a substitute, reads and does, through the service: SharePoint cannot give one person one row (facts 1.6). Throws
 * `RemoteError('notFound')` alike for what is not there and for what is not theirs.
 */
export interface Team {
  summary(): Promise<TeamSummary>;
  list(after?: number): Promise<TeamList>;
  /** Leaves an entry in the trail, once an hour. */
  record(submissionId: string): Promise<TeamRecord>;
  /** Submission id of the record with this number; null when this person has none. */
  find(reference: string): Promise<string | null>;
  answer(submissionId: string, answer: ManagerAnswer): Promise<TeamResult<TeamRecord, AnswerRefusal>>;
  askForStatement(
    submissionId: string,
    asked: { witness: WitnessChoice; role: StatementRole },
  ): Promise<TeamResult<TeamRecord, StatementRefusal>>;
  waiveStatement(
    submissionId: string,
    statementId: string,
    reason: string,
  ): Promise<TeamResult<TeamRecord, StatementRefusal>>;
  /** What was asked of the person themselves. */
  ownStatements(after?: number): Promise<OwnStatements>;
  statement(submissionId: string, statementId: string): Promise<StatementPage>;
  signStatement(
    submissionId: string,
    statementId: string,
    text: string,
  ): Promise<TeamResult<StatementPage, StatementRefusal>>;
  addToStatement(
    submissionId: string,
    statementId: string,
    text: string,
  ): Promise<TeamResult<StatementPage, StatementRefusal>>;
  /** How many would be told. */
  alertPreview(submissionId: string): Promise<{ people: number; sender: string }>;
  alert(submissionId: string, measures: readonly TeamMeasure[]): Promise<TeamResult<TeamRecord, AlertRefusal>>;
  absences(): Promise<TeamAbsences>;
  enterAbsence(
    id: string,
    wanted: { deputyId: string; from: string; until: string; mode: 'both' | 'alone' },
  ): Promise<TeamResult<TeamAbsences, AbsenceRefusal | 'noTeam'>>;
  endAbsence(id: string): Promise<TeamAbsences>;
}
