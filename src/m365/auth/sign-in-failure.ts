import { RemoteError, type RemoteErrorCode } from '../../application/remote-error.ts';

/** Fields of msal's AuthError that are used; the classes are not imported, so that nothing loads msal early. */
interface AuthErrorLike {
  name: string;
  errorCode: string;
  subError: string;
  errorMessage: string;
}

const consentCodes = /consent_required|AADSTS(65001|90094|90099|90008)/;
const offlineCodes = new Set([
  'no_network_connectivity',
  'no_network',
  'network_error',
  'get_request_failed',
  'post_request_failed',
]);
const timeoutCodes = new Set(['timed_out', 'monitor_popup_timeout', 'monitor_window_timeout', 'bridge_timeout']);
const personCodes = new Set([
  'user_cancelled',
  'user_canceled',
  'access_denied',
  'no_account_error',
  'no_account_found',
  'popup_window_error',
  'empty_window_error',
  'interaction_in_progress',
  'block_nested_popups',
]);
const transientCodes = new Set(['temporarily_unavailable', 'service_unavailable', 'server_error_retry']);

/**
 * What a failed sign-in means to a use case. Refusals that only a person can mend are `signInRequired`; those that only
 * an administrator can, `consentRequired`; a broker that failed without saying why is `server`.
 */
export function signInFailure(error: unknown): RemoteError {
  if (error instanceof RemoteError) return error;
  const failure = readAuthError(error);
  // The error's text may hold a name; its codes do not.
  const [number] = /AADSTS\d+/.exec(failure.errorMessage) ?? [];
  const what = [failure.errorCode || failure.name, number].filter(Boolean).join(' ');
  return new RemoteError(codeOf(failure), `sign-in: ${what}`, { cause: error });
}

/** True when the host's broker itself failed (facts 7.13-7.16), so that the browser's own sign-in is worth a try. */
export function isBrokerFailure(error: unknown): boolean {
  if (error instanceof RemoteError) return false;
  const failure = readAuthError(error);
  if (codeOf(failure) !== 'server') return false;
  return !transientCodes.has(failure.errorCode);
}

function codeOf(failure: AuthErrorLike): RemoteErrorCode {
  const { errorCode, subError, errorMessage } = failure;
  if (consentCodes.test(`${errorCode} ${subError} ${errorMessage}`)) return 'consentRequired';
  if (offlineCodes.has(errorCode)) return 'offline';
  if (timeoutCodes.has(errorCode)) return 'timeout';
  if (personCodes.has(errorCode) || failure.name === 'InteractionRequiredAuthError') return 'signInRequired';
  return 'server';
}

function readAuthError(error: unknown): AuthErrorLike {
  const fields = (typeof error === 'object' && error !== null ? error : {}) as Record<string, unknown>;
  const text = (name: string) => (typeof fields[name] === 'string' ? fields[name] : '');
  return {
    name: text('name') || 'Error',
    errorCode: text('errorCode'),
    subError: text('subError'),
    errorMessage: text('errorMessage'),
  };
}
