import type { AttachmentClaim } from '../../domain/incident/account.ts';
import type { AttachmentType } from '../../domain/incident/account-vocabulary.ts';
import type { TabEntry } from '../outbox/incident-entry.ts';
import type { OutboxView } from '../outbox/outbox-runner.ts';
import type { IncidentDraft } from '../report-incident-draft.ts';
import type { Preview } from '../report-preview.ts';
import type { DraftShelf } from './draft-shelf.ts';
import type { TextShelf } from './text-shelf.ts';

/** An entry on its way, or one that this window has seen arrive. */
export type ReportingView = OutboxView<TabEntry>;

/** A file as the person picked or recorded it. */
export interface PickedFile {
  type: AttachmentType;
  name: string;
  /** As the browser says; may be empty. */
  mediaType: string;
  bytes: Uint8Array;
}

/** Why a picked file cannot be evidence. */
export type AttachRefusal = 'empty' | 'tooLarge' | 'tooMany';

/**
 * What the tab does with a record: keeps it, shows who would be told, hands it to the outbox, adds to it later.
 * Nothing here waits for a network: every call settles when the device has stored what it was given.
 */
export interface IncidentReporting {
  readonly shelf: DraftShelf;
  /** Texts that are being written and belong to no draft. */
  readonly texts: TextShelf;
  /** Who will be told and why, by the rules the service applies. POL-1.1-1 */
  preview(draft: IncidentDraft, known: { hasManager: boolean; department: string | null }): Preview;
  /**
   * Takes the hash of a picked file and puts the file beside the draft; gives what the report says of it, for the caller to put
   * into `account.attachments`. `removeFile` of the shelf undoes it. B-EVD-1
   */
  attach(draft: IncidentDraft, picked: PickedFile): Promise<AttachmentClaim | AttachRefusal>;
  /** Hands the draft and its files to the outbox and clears the shelf; gives the outbox entry's id. X-IDEM-1 */
  submit(draft: IncidentDraft): Promise<string>;
  /** A later version of a report that was sent; the service keeps every earlier value. BEH-14.1-1 */
  amend(draft: IncidentDraft, note: string): Promise<string>;
  /** Takes a report back, with a reason. T16 */
  withdraw(submissionId: string, reason: string): Promise<string>;
  /** Answers what the manager asked; pressed twice it is one answer. T5 */
  answer(submissionId: string, questionId: string, text: string): Promise<string>;
  /** "Did you put a call through?" leaves at once, before the report does; gives the query id. COM-4.1-2 */
  askSwitchboard(query: { callAt: string; extension: string }): Promise<string>;
  /** Notes that a version of a guidance document was read. BEH-2.1-1 */
  markRead(document: { documentId: string; version: string }): Promise<void>;
  /** Those of the documents that the signed-in person has read in that version, as far as it can be known now. Never rejects. */
  readDocuments<D extends { documentId: string; version: string }>(documents: readonly D[]): Promise<D[]>;
  /** Everything of this person's on its way from this device, oldest first, and what this window has seen arrive. */
  views(): Promise<ReportingView[]>;
  /** Every change of one of them. */
  onChange(listener: (view: ReportingView) => void): () => void;
  /** False when the device could not store the entry: this window must stay open until it has left. */
  keeps(entryId: string): boolean;
  /** Tries what failed again, now. */
  hurry(entryId: string): void;
  /** Lets go of an entry whose row was taken or refused: what still failed of it (a lost file) stays undone. */
  dismiss(entryId: string): Promise<void>;
}
