import { submissionIdFrom } from '../domain/incident/identity.ts';

/** A fresh id for something the person begins on this device: 130 random bits as 26 digits of Crockford's base 32. X-IDEM-1 */
export function newSubmissionId(): string {
  return submissionIdFrom(crypto.getRandomValues(new Uint8Array(17)));
}
