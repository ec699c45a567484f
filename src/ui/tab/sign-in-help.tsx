import { Button, Link, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { adminConsentUrl } from '../../application/admin-consent-url.ts';
import { fillIn } from '../shared/fill-in.ts';
import type { SignInObstacle } from '../shared/sign-in-obstacle.ts';
import { useTab } from './tab-context.tsx';
import { useSignInPress } from './use-sign-in-press.ts';

const useStyles = makeStyles({
  part: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', justifyItems: 'start', gap: tokens.spacingVerticalM },
  said: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  // Long, and without a gap.
  address: { overflowWrap: 'anywhere' },
});

interface SignInHelpProps {
  obstacle: SignInObstacle;
  /** Name of the button that is to be pressed again. */
  button: string;
  /** A report waits for it, and this device keeps that. */
  isKept?: boolean;
}

/** Why a sign-in came to nothing and what to do now, for a message that is shown already. X-PART-1: nothing fails in silence. */
export function SignInHelp({ obstacle, button, isKept = false }: SignInHelpProps) {
  const { words, settings } = useTab();
  const styles = useStyles();
  const consentUrl = adminConsentUrl(settings, window.location.origin);
  return (
    <div className={styles.said}>
      <span>{fillIn(words.signInHelp[obstacle], { button })}</span>
      {obstacle === 'administrator' ? (
        <Link inline className={styles.address} href={consentUrl} target="_blank" rel="noreferrer">
          {consentUrl}
        </Link>
      ) : null}
      {isKept ? <span>{words.signInHelp.kept}</span> : null}
    </div>
  );
}

/** The button for whatever waits until somebody has signed in, and above it why the last press came to nothing. */
export function SignInButton(props: { label: string; isKept: boolean; onSignedIn: () => void }) {
  const { label, isKept, onSignedIn } = props;
  const styles = useStyles();
  const { press, obstacle } = useSignInPress(onSignedIn);
  return (
    <div className={styles.part}>
      {obstacle ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>
            <SignInHelp obstacle={obstacle} button={label} isKept={isKept} />
          </MessageBarBody>
        </MessageBar>
      ) : null}
      <Button appearance="primary" onClick={press}>
        {label}
      </Button>
    </div>
  );
}
