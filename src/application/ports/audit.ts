import type { CaveatBoundary } from '../../domain/incident/vocabulary.ts';

/** What the service writes into the trail. The tab has a sentence for each. */
export const auditActions = [
  'registered',
  'dutiesOpened',
  'disclosed',
  'noticesSent',
  'moved',
  'commented',
  'statePutBack',
  'forwardPutBack',
  'columnsPutBack',
  'originalReleased',
  'originalForwarded',
  'evidenceFiled',
  'evidenceRefused',
  'evidenceVerified',
  'evidenceMismatch',
  'amended',
  'joined',
  'switchboardAnswered',
  'evidenceCopied',
  'refused',
  'changed',
  'read',
  'exported',
  'dutyDone',
  'taskOpened',
  'taskDone',
  'customerTold',
  'meetingPlanned',
  'severityRaised',
  'marked',
  'recipientsAdded',
  'dutyBackedUp',
  'reminded',
  'reminderSkipped',
  'escalated',
  'deputised',
  'statementAsked',
  'statementSigned',
  'statementAdded',
  'statementWaived',
  'teamAlerted',
  'questionAnswered',
] as const;
export type AuditAction = (typeof auditActions)[number];

/** An entry before it has its place in the chain. `id` is unique in its incident, so that a repeat finds it. X-AUD-1. */
export interface AuditDraft {
  id: string;
  action: AuditAction;
  /** Directory id, or `system`. */
  actor: string;
  /** UTC, ISO 8601. */
  at: string;
  /** Codes, ids and hashes only: no words of the message. */
  detail: Record<string, string>;
}

/** Last link of an incident's chain; sequence 0 with an empty hash before the first. */
export interface AuditHead {
  sequence: number;
  hash: string;
  /** A mark of the id of every entry up to here, so that what was written is known again however late it is asked for. */
  marks?: readonly string[] | undefined;
}

export interface AuditEntry extends Omit<AuditDraft, 'action'> {
  /** An `AuditAction`, or what another version of the service wrote. */
  action: string;
  submissionId: string;
  sequence: number;
  previousHash: string;
  /** SHA-256, lower-case hex, over the previous hash and everything in the entry. */
  hash: string;
}

/** Where somebody was asked for a statement. */
export interface StatementAsked {
  submissionId: string;
  statementId: string;
  /** UTC, ISO 8601. */
  at: string;
}

/** The append-only trail. The list itself refuses a second link with the same number. */
export interface AuditTrail {
  /** Throws `RemoteError('conflict')` when the sequence number is taken. */
  append(boundary: CaveatBoundary, entry: AuditEntry): Promise<void>;
  /** Every entry of one incident, in any order; of those that cannot be read, the numbers. */
  chain(boundary: CaveatBoundary, submissionId: string): Promise<{ entries: AuditEntry[]; unreadable: number[] }>;
  /** Whose the entries of one page of the whole list are, one id an entry; `cursor` null begins. */
  page(
    boundary: CaveatBoundary,
    cursor: string | null,
  ): Promise<{ submissionIds: string[]; cursor: string; hasMore: boolean }>;
  /** Where this person was asked for a statement, in every boundary, newest first. Leads to a record, and says nothing of it. */
  statementsAskedOf(staffId: string): Promise<StatementAsked[]>;
  /** Null when there is no such link. */
  link(boundary: CaveatBoundary, submissionId: string, sequence: number): Promise<AuditEntry | null>;
}
