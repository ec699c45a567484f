import type { Delivery } from '../domain/incident/incident.ts';
import { isRemoteError, type RemoteError } from './remote-error.ts';

const firstWaitSeconds = 2;
const longestWaitSeconds = 15 * 60;
/** A card that does not get through gives way to a mail after about a minute; a mail is tried for some four hours. */
const attemptsAllowed: Record<Delivery['channel'], number> = { card: 5, mail: 25 };

/** Seconds to wait after so many failed attempts; never less than the other side asked for. */
export function waitSeconds(attempts: number, retryAfterSeconds = 0): number {
  const growing = Math.min(longestWaitSeconds, firstWaitSeconds * 2 ** Math.max(0, attempts - 1));
  return Math.max(growing, retryAfterSeconds);
}

/**
 * A mailbox that is closed to us, gone or full (a notice by itself is never too large) is about all mails alike, and an administrator mends
 * it, however late; a person's chat is not. X-PART-1
 */
function isMailboxShut({ code }: RemoteError, { channel }: Delivery): boolean {
  return channel === 'mail' && (code === 'forbidden' || code === 'notFound' || code === 'tooLarge');
}

/** Another attempt may get through: no answer or a poor one, or somebody else's write at the same moment. */
function mayPass(error: RemoteError): boolean {
  return error.isRepeatable || error.code === 'conflict' || error.code === 'changedMeanwhile';
}

/** The delivery after an attempt that failed, and when it is due again (UTC; null when it was the last). */
export function afterFailure(
  delivery: Delivery,
  error: unknown,
  now: Date,
): { delivery: Delivery; retryAt: string | null } {
  if (!isRemoteError(error)) throw error;
  const attempts = delivery.attempts + 1;
  const isTired = attempts >= attemptsAllowed[delivery.channel];
  const isLast = !isMailboxShut(error, delivery) && (!mayPass(error) || isTired);
  const failed: Delivery = {
    ...delivery,
    attempts,
    at: now.toISOString(),
    failure: error.code,
    state: isLast ? 'gaveUp' : 'failed',
  };
  if (isLast) return { delivery: failed, retryAt: null };
  const wait = waitSeconds(attempts, error.retryAfterSeconds);
  return { delivery: failed, retryAt: new Date(now.getTime() + wait * 1000).toISOString() };
}
