import { isRemoteError } from '../../application/remote-error.ts';

/** Why a sign-in that the person asked for came to nothing, as far as that person can do something about it. */
export type SignInObstacle =
  | 'administrator'
  | 'blocked'
  | 'closed'
  | 'otherOrganisation'
  | 'account'
  | 'offline'
  | 'failed';

/** Codes of msal and our own words, as the sign-in's `RemoteError` names them for the log. */
const named: [RegExp, SignInObstacle][] = [
  [/popup_window_error|empty_window_error/, 'blocked'],
  [/another organisation/, 'otherOrganisation'],
  [/no_account/, 'account'],
];

export function obstacleOf(error: unknown): SignInObstacle {
  if (!isRemoteError(error)) return 'failed';
  const found = named.find(([pattern]) => pattern.test(error.message));
  if (found) return found[1];
  // The window itself has asked: what is missing now can be given by an administrator alone.
  if (error.code === 'consentRequired') return 'administrator';
  if (error.code === 'signInRequired') return 'closed';
  return error.code === 'offline' ? 'offline' : 'failed';
}
