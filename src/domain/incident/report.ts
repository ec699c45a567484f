import type { Account } from './account.ts';
import type { Behaviour, Channel, InformationRequestAnswer, Kind, Language } from './vocabulary.ts';

/** A name and address as a message claims them; neither is proved. */
export interface Correspondent {
  name: string;
  address: string;
}

/** What the pane read from the open message. Nothing here is asked of the person. COM-6.1-1. */
export interface ReportedEmail {
  from: Correspondent;
  /** The header's other From or Sender lines, when there are several or they differ. */
  otherSenders: Correspondent[];
  replyTo: Correspondent[];
  /** At most 50 of each are kept; the count is whole. */
  to: Correspondent[];
  cc: Correspondent[];
  recipientCount: number;
  subject: string;
  /** UTC, ISO 8601; null when neither the host nor the headers say. */
  receivedAt: string | null;
  internetMessageId: string;
  conversationId: string;
  /** Immutable id where Graph gave one, otherwise the host's REST id. */
  itemId: string;
  /** Address of the mailbox it lies in. Differs from the reporter's own for a shared mailbox. */
  mailbox: string;
  /** Raw header block, at most 32 000 characters. */
  headerText: string;
  attachmentNames: string[];
}

/**
 * One submission, as the reporter's own client writes it into the Intake list.
 * The service trusts nothing here that it can derive: author, number, state, manager, severity and retention
 * come from SharePoint, the directory and the rules.
 */
export interface Report {
  schema: 1;
  /** 26 characters, Crockford base 32. The same message flagged twice by one person has the same id. X-IDEM-1. */
  submissionId: string;
  channel: Channel;
  kind: Kind;
  behaviours: Behaviour[];
  /** BEH-3.2-2 */
  towardsFamily: boolean;
  /** "Says or implies they know where I live". BEH-7.1-1 */
  homeThreat: boolean;
  violenceThreatened: boolean;
  weaponMentioned: boolean;
  /** Suicide threat only: the person is in danger now, or harm has been done. B-SUI-1 */
  immediateDanger: boolean;
  particularlyAbusive: boolean;
  /** What happened in the reporter's words, at most 4 000 characters; may be empty. */
  facts: string;
  /** When it happened (an e-mail: when it was received), UTC ISO 8601. */
  occurredAt: string;
  manager: {
    /** The manager the reporter saw and kept, or chose instead; null when none is known. Entra object id. */
    chosenId: string | null;
    /** "My manager is involved": hard exclusion everywhere (C-21). */
    implicated: boolean;
  };
  informationRequest: InformationRequestAnswer;
  email: ReportedEmail | null;
  /** Null for what was flagged in Outlook. */
  account: Account | null;
  /** Language the person worked in. */
  language: Language;
  submittedAt: string;
}

/**
 * What a reporter's client adds to its own report later. Rows are only ever added to Intake:
 * the list gives no one the right to change a row.
 */
export interface ForwardedEntry {
  schema: 1;
  submissionId: string;
  /** UTC, ISO 8601: when the mail with the original left for the IT Security mailbox. */
  forwardedAt: string;
  /** SHA-256 of the attached .eml, lower-case hex. */
  sha256: string;
  /** Bytes of the attached .eml. */
  size: number;
  /** Immutable id of the sent message in the reporter's mailbox. */
  sentMessageId: string;
}

/**
 * A later version of an own report: something added, completed or put right. The service keeps every earlier value.
 * BEH-14.1-1, BEH-1.1-1.
 */
export interface AmendmentEntry {
  schema: 1;
  /** 26 characters, Crockford base 32; a repeat is taken once. */
  amendmentId: string;
  submissionId: string;
  /** The whole report as it is now meant, under the same submission id. */
  report: Report;
  /** What the person says about the change; may be empty. */
  note: string;
  /** UTC, ISO 8601. */
  amendedAt: string;
}

/** The reporter takes the report back, before Security has acknowledged it. Kept with its reason. T16. */
export interface WithdrawalEntry {
  schema: 1;
  submissionId: string;
  reason: string;
  /** UTC, ISO 8601. */
  withdrawnAt: string;
}

/** The reporter's answer to what the manager asked. T5 */
export interface AnswerEntry {
  schema: 1;
  submissionId: string;
  /** Which question it answers. */
  questionId: string;
  text: string;
  /** UTC, ISO 8601. */
  answeredAt: string;
}

/** "Did you put a call through to me?" Time and extension, and nothing else. COM-4.1-2. */
export interface SwitchboardQueryEntry {
  schema: 1;
  /** 26 characters, Crockford base 32; the report names it, the switchboard's list names no report. */
  queryId: string;
  /** UTC, ISO 8601. */
  callAt: string;
  extension: string;
}

/** Someone has read a version of a document of the guidance library. BEH-2.1-1. */
export interface GuidanceReadEntry {
  schema: 1;
  documentId: string;
  version: string;
  /** UTC, ISO 8601. */
  readAt: string;
}
