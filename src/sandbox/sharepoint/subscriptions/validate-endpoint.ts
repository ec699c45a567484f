import { randomUUID } from 'node:crypto';
import { GraphFailure } from '../../http.ts';

/** An endpoint that wants notifications has ten seconds to give back the token. */
const answerWithinMs = 10_000;

function failed(why: string): GraphFailure {
  return new GraphFailure(400, 'ValidationError', `Subscription validation request failed. ${why}`);
}

/**
 * The handshake: POST with `validationToken` must answer 200, text/plain, the token itself.
 * https://learn.microsoft.com/graph/change-notifications-delivery-webhooks#notificationurl-validation
 */
export async function validateEndpoint(address: string): Promise<void> {
  const token = `Validation: Testing client application reachability for subscription Request-Id: ${randomUUID()}`;
  const url = new URL(address);
  url.searchParams.set('validationToken', token);
  let response: Response;
  let text: string;
  try {
    response = await fetch(url, {
      method: 'POST',
      headers: { 'content-type': 'text/plain; charset=utf-8' },
      redirect: 'manual',
      signal: AbortSignal.timeout(answerWithinMs),
    });
    text = await response.text();
  } catch (error) {
    const isLate = error instanceof Error && error.name === 'TimeoutError';
    throw failed(
      isLate ? 'The request timed out after ten seconds.' : 'The notification endpoint could not be reached.',
    );
  }
  if (response.status !== 200)
    throw failed(`Must respond with 200 OK to this request. HTTP status code was '${response.status}'.`);
  if (!response.headers.get('content-type')?.toLowerCase().startsWith('text/plain')) {
    throw failed('The answer must be of type text/plain.');
  }
  if (text !== token) throw failed('Response body did not match the validation token.');
}
