import { isRemoteError } from '../../application/remote-error.ts';
import { usePane } from './pane-context.tsx';

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

/** What to do now, above the button that is there to be pressed again. X-PART-1: nothing fails in silence. */
export function SignInHelp({ obstacle, consentUrl }: { obstacle: SignInObstacle; consentUrl: string | null }) {
  const { words } = usePane();
  return (
    <div className="notice" role="alert">
      <p>{words.signInHelp[obstacle]}</p>
      {obstacle === 'administrator' && consentUrl !== null && (
        <p>
          <a className="address" href={consentUrl} target="_blank" rel="noreferrer">
            {consentUrl}
          </a>
        </p>
      )}
    </div>
  );
}
