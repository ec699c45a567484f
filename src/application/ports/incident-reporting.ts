import type { OutboxView } from '../outbox/outbox-runner.ts';
import type { IncidentDraft } from '../report-incident-draft.ts';
import type { Preview } from '../report-preview.ts';
import type { DraftShelf } from './draft-shelf.ts';

/**
 * What the tab does with a record: keeps it, shows who would be told, hands it to the outbox, adds to it later.
 * Nothing here waits for a network: every call settles when the device has stored what it was given.
 */
export interface IncidentReporting {
  readonly shelf: DraftShelf;
  /** Who will be told and why, by the rules the service applies. POL-1.1-1 */
  preview(draft: IncidentDraft, known: { hasManager: boolean; department: string | null }): Preview;
  /** Hands the draft and its files to the outbox and clears the shelf; gives the outbox entry's id. X-IDEM-1 */
  submit(draft: IncidentDraft): Promise<string>;
  /** A later version of a report that was sent; the service keeps every earlier value. BEH-14.1-1 */
  amend(draft: IncidentDraft, note: string): Promise<string>;
  /** Takes a report back, with a reason. T16 */
  withdraw(submissionId: string, reason: string): Promise<string>;
  /** "Did you put a call through?" leaves at once, before the report does; gives the query id. COM-4.1-2 */
  askSwitchboard(query: { callAt: string; extension: string }): Promise<string>;
  /** Notes that a version of a guidance document was read. BEH-2.1-1 */
  markRead(document: { documentId: string; version: string }): Promise<void>;
  /** Everything on its way from this device, and every change of it. */
  views(): Promise<OutboxView[]>;
  onChange(listener: (view: OutboxView) => void): () => void;
  /** Tries what failed again, now. */
  hurry(entryId: string): void;
}
