import { submissionIdFrom, submissionKey } from '../domain/incident/identity.ts';
import type { ReportedEmail } from '../domain/incident/report.ts';

/** SHA-256, lower-case hex. WebCrypto works beside the main thread: 26 MB make no long task. */
export async function sha256Hex(bytes: Uint8Array): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', bytes as Uint8Array<ArrayBuffer>);
  return Array.from(new Uint8Array(digest), (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** The submission id: the same message flagged twice by one person is one submission (X-IDEM-1). */
export function submissionIdOf(reporterId: string, email: ReportedEmail): Promise<string> {
  return digestToId(submissionKey({ reporterId, ...email }));
}

/**
 * Key of the outbox entry: with the mail application's own mailbox in the reporter's place, because it is needed before anyone is
 * signed in. Two people who report one message of a shared mailbox on one device have two reports.
 */
export function outboxIdOf(email: ReportedEmail, profile: string | null): Promise<string> {
  return digestToId(submissionKey({ reporterId: `outbox ${profile ?? ''}`, ...email }));
}

/** Key of an entry whose message is not known yet. */
export function unattachedOutboxId(): string {
  return `unattached-${crypto.randomUUID()}`;
}

/** The id made of a text: the same text, the same id, on every device. */
export async function digestToId(text: string): Promise<string> {
  const digest = await crypto.subtle.digest('SHA-256', new TextEncoder().encode(text));
  return submissionIdFrom(new Uint8Array(digest));
}
