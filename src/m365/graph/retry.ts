import { RetryHandler, RetryHandlerOptions, type ShouldRetry } from '@microsoft/microsoft-graph-client';
import { parseRetryAfter } from './errors.ts';
import { isOverThreshold } from './threshold-reader.ts';

/** Longer waits are shown to the person (or recorded by the service) instead of being sat out in silence. */
const quietWaitSeconds = 3;
const repeats = 2;

/**
 * The library's own retry, told when it may. Left alone it repeats every POST after 429, 503 and 504. A 429, or a 503
 * that names a time, was refused before anything was done, so any request may be repeated. After a 504, or a bare 503,
 * the write may have happened: those are repeated for reads only, and the caller repeats a write by its own key.
 * A 429 over the list view threshold is a wrong query, and never repeated.
 */
export const mayRepeat: ShouldRetry = (_delay, _attempt, request, options, response) => {
  const wait = parseRetryAfter(response.headers.get('Retry-After'));
  if (wait !== undefined && response.status !== 504) return wait <= quietWaitSeconds;
  if (response.status === 429) return !isOverThreshold(response);
  const method = (typeof request === 'string' ? options?.method : request.method) ?? 'GET';
  return method === 'GET' && wait === undefined;
};

/** `wait` takes milliseconds; a simulation passes its own. */
export function createRetryHandler(wait?: (milliseconds: number) => Promise<void>): RetryHandler {
  const handler = new RetryHandler(new RetryHandlerOptions(1, repeats, mayRepeat));
  // The library has no option for it, and calls the method by this name.
  if (wait) Object.defineProperty(handler, 'sleep', { value: (seconds: number) => wait(seconds * 1000) });
  return handler;
}
