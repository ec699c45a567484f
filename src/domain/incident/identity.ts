import { londonDateOf } from '../calendar/london-time.ts';

/** Crockford's base 32: no I, L, O or U, so that nothing is misread. */
const alphabet = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';
const submissionIdLength = 26;

/** What makes two flags of a message the same submission. X-IDEM-1. */
export interface SubmissionParts {
  /** Entra object id. */
  reporterId: string;
  /** Address of the mailbox the message lies in. */
  mailbox: string;
  internetMessageId: string;
  /** UTC, ISO 8601; null when nobody says. */
  receivedAt: string | null;
  subject: string;
}

/**
 * The text whose SHA-256 makes the submission id. A message id alone is the sender's choice, so it does not decide alone.
 * Each part carries its length, so that no two different messages can be written as the same text.
 */
export function submissionKey(parts: SubmissionParts): string {
  return [
    parts.reporterId.toLowerCase(),
    parts.mailbox.toLowerCase(),
    parts.internetMessageId.trim(),
    parts.receivedAt === null ? '' : new Date(parts.receivedAt).toISOString(),
    parts.subject.normalize('NFC'),
  ]
    .map((part) => `${part.length}:${part}`)
    .join('|');
}

/** The first 130 bits of the digest as 26 characters of Crockford base 32. Throws `RangeError` when there are too few bytes. */
export function submissionIdFrom(digest: Uint8Array): string {
  let id = '';
  let bits = 0;
  let held = 0;
  for (const byte of digest) {
    held = (held << 8) | byte;
    bits += 8;
    while (bits >= 5 && id.length < submissionIdLength) {
      bits -= 5;
      id += alphabet[(held >> bits) & 31];
    }
    held &= (1 << bits) - 1;
    if (id.length === submissionIdLength) return id;
  }
  throw new RangeError('A submission id needs a digest of at least 17 bytes.');
}

const submissionIdPattern = new RegExp(`^[${alphabet}]{${submissionIdLength}}$`);

export function isSubmissionId(text: string): boolean {
  return submissionIdPattern.test(text);
}

/**
 * The number people use: `UB-2026-000123`, from the Intake row's id and the year in London in which it was stored.
 * The row id is unique in its list, so this needs no counter. Throws `RangeError` when the row id is no positive integer.
 */
export function referenceFrom(rowId: string, storedAt: string): string {
  if (!/^[1-9]\d*$/.test(rowId)) throw new RangeError('A row id is a positive integer.');
  return `UB-${londonDateOf(storedAt).slice(0, 4)}-${rowId.padStart(6, '0')}`;
}
