import type { Report } from '../../domain/incident/report.ts';
import type { EvidenceUpload } from '../ports/evidence-upload.ts';
import type { Intake, Submission } from '../ports/intake.ts';
import type { Mailbox } from '../ports/mailbox.ts';
import type { Capture } from '../report-email-capture.ts';
import type { OutboxEntry } from './outbox-entry.ts';
import type { RunnerContext } from './runner-context.ts';

/**
 * What the steps of an e-mail's report need; the same for every step, so that each can be tested with one set of ports.
 * The profile is the address of the mailbox that the mail application is open for.
 */
export interface StepContext extends RunnerContext<OutboxEntry> {
  intake: Intake;
  mailbox: Mailbox;
  evidence: EvidenceUpload;
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
