import { isRemoteError, RemoteError, type RemoteErrorCode } from '../remote-error.ts';
import type { StepProgress, StepReason } from './step-progress.ts';

const firstDelaySeconds = 2;
const longestDelaySeconds = 120;
/** Times of another machine (a receipt's) may be a little ahead of this one's. */
const clockSlackMilliseconds = 60_000;

/** Codes that only the person can clear; trying again by itself would not help. */
const personNeeded: ReadonlySet<StepReason> = new Set<RemoteErrorCode>(['signInRequired', 'consentRequired']);

/** Codes after which the same request would be refused for ever; the person may still press "Try now". */
const refused: ReadonlySet<StepReason> = new Set<StepReason>([
  'forbidden',
  'tooLarge',
  'invalid',
  'unsupported',
  'gone',
]);

/** Nothing went wrong, but it is too early: the step goes on waiting, and is tried again as after a failure. */
export class NotYet extends RemoteError {
  constructor(message: string, details: { retryAfterSeconds?: number; cause?: unknown } = {}) {
    super('notFound', message, details);
  }
}

export function reasonOf(error: unknown): StepReason {
  return isRemoteError(error) ? error.code : 'unexpected';
}

/** True for a failure that waits for the person to sign in or consent. */
export function needsPerson(step: StepProgress): boolean {
  return step.state === 'failed' && step.reason !== null && personNeeded.has(step.reason);
}

/**
 * The step after a failed attempt. Waits as long as the other side asked (`Retry-After`), otherwise twice as long
 * after each attempt, from 2 to 120 seconds, with a part left to chance so that a building full of panes does not return at once.
 * @param chance from 0 up to 1.
 */
export function failedStep(step: StepProgress, error: unknown, now: Date, chance: number): StepProgress {
  const reason = reasonOf(error);
  const at = now.toISOString();
  if (personNeeded.has(reason) || refused.has(reason)) return { ...step, state: 'failed', at, reason, retryAt: null };
  const asked = isRemoteError(error) ? error.retryAfterSeconds : undefined;
  const doubled = Math.min(longestDelaySeconds, firstDelaySeconds * 2 ** Math.max(0, step.attempts - 1));
  const seconds = asked ?? doubled * (0.75 + chance / 2);
  const retryAt = new Date(now.getTime() + seconds * 1000).toISOString();
  if (error instanceof NotYet) return { ...step, state: 'waiting', at, reason: null, retryAt };
  return { ...step, state: 'failed', at, reason, retryAt };
}

export function startedStep(step: StepProgress, now: Date): StepProgress {
  return { state: 'working', attempts: step.attempts + 1, at: now.toISOString(), reason: null, retryAt: null };
}

export function doneStep(step: StepProgress, at: string): StepProgress {
  return { ...step, state: 'done', at, reason: null, retryAt: null };
}

/** True when the step may be attempted now: never tried, interrupted, or its time has come. */
export function isDue(step: StepProgress, now: Date): boolean {
  if (step.state === 'waiting' || step.state === 'working') return step.retryAt === null || hasCome(step, now);
  return step.state === 'failed' && hasCome(step, now);
}

/** A clock that was put back must not make a report wait until it has caught up: then what is written down counts no more. */
function hasCome({ at, retryAt }: StepProgress, now: Date): boolean {
  if (retryAt === null) return false;
  return (
    Date.parse(retryAt) <= now.getTime() || (at !== null && Date.parse(at) > now.getTime() + clockSlackMilliseconds)
  );
}
