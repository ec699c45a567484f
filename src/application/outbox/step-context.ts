import type { Report } from '../../domain/incident/report.ts';
import type { Clock } from '../ports/clock.ts';
import type { EvidenceUpload } from '../ports/evidence-upload.ts';
import type { Intake, Submission } from '../ports/intake.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { Outbox } from '../ports/outbox.ts';
import type { Capture } from '../report-email-capture.ts';
import type { OutboxEntry } from './outbox-entry.ts';

/** What the steps of a report need; the same for every step, so that each can be tested with one set of ports. */
export interface StepContext {
  outbox: Outbox;
  intake: Intake;
  mailbox: Mailbox;
  evidence: EvidenceUpload;
  clock: Clock;
  /** Entra object id of whoever is signed in. */
  personId(): Promise<string>;
  /** Address of the mailbox the mail application is open for; null while it has not said. */
  profile(): string | null;
  /** My report of the same message that Intake holds already, as far as it was looked for when the message was opened. */
  findEarlier(report: Report): Promise<Submission | null>;
  /** The directory's manager of that person; null when it names none or does not answer soon. */
  managerId(): Promise<string | null>;
  /** Fresh bytes of the entry's message; asked only when the outbox holds none. */
  capture(entry: OutboxEntry): Promise<Capture>;
  /** Headers and immutable id that were still on their way when the person pressed "Report". */
  completeEmail(email: NonNullable<OutboxEntry['email']>): Promise<NonNullable<OutboxEntry['email']>>;
  /** The mail that carries the original. Words are given from outside: a use case speaks no language. */
  forwardMail(entry: OutboxEntry): { to: string; subject: string; text: string; fileName: string };
}
