import { fillIn } from '../shared/fill-in.ts';
import type { SignInObstacle } from '../shared/sign-in-obstacle.ts';
import { usePane } from './pane-context.tsx';

/** What to do now, above the button that is there to be pressed again. X-PART-1: nothing fails in silence. */
export function SignInHelp(props: { obstacle: SignInObstacle; consentUrl: string | null; isKept: boolean }) {
  const { obstacle, consentUrl, isKept } = props;
  const { words } = usePane();
  return (
    <div className="notice" role="alert">
      <p>{fillIn(words.signInHelp[obstacle], { button: words.progress.signIn })}</p>
      {obstacle === 'administrator' && consentUrl !== null && (
        <p>
          <a className="address" href={consentUrl} target="_blank" rel="noreferrer">
            {consentUrl}
          </a>
        </p>
      )}
      {isKept && <p>{words.signInHelp.kept}</p>}
    </div>
  );
}
