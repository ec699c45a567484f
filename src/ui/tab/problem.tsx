import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { isRemoteError } from '../../application/remote-error.ts';
import type { tabEn } from '../../words/tab.en.ts';
import { SignInHelp } from './sign-in-help.tsx';
import { useTab } from './tab-context.tsx';
import { useSignInPress } from './use-sign-in-press.ts';

/** The sentence for a failure, in the person's language. */
export function describeProblem(error: unknown, words: (typeof tabEn)['problem']): string {
  if (!isRemoteError(error)) return words.other;
  switch (error.code) {
    case 'throttled':
      return words.throttled(error.retryAfterSeconds ?? 10);
    case 'offline':
    case 'timeout':
    case 'server':
    case 'signInRequired':
    case 'consentRequired':
    case 'forbidden':
    case 'notFound':
    case 'changedMeanwhile':
      return words[error.code];
    default:
      return words.other;
  }
}

/** True where only a sign-in of the person clears it. */
export function needsSignIn(error: unknown): boolean {
  return isRemoteError(error) && (error.code === 'signInRequired' || error.code === 'consentRequired');
}

/** True where one thing clears both, a sign-in or the network: said once, it is said for both. */
export function isSameTrouble(one: unknown, other: unknown): boolean {
  const isOffline = (error: unknown) => isRemoteError(error) && error.code === 'offline';
  return (needsSignIn(one) && needsSignIn(other)) || (isOffline(one) && isOffline(other));
}

/**
 * What went wrong and the way on: sign in where that is what is missing, and why that came to nothing; else try again. Without `onRetry`
 * the button that was pressed is still there, and pressing it again is the way on. `lead` says first what could not be done.
 */
export function Problem({ error, onRetry, lead }: { error: unknown; onRetry?: () => void; lead?: string }) {
  const { words } = useTab();
  const asksSignIn = needsSignIn(error);
  const { press, obstacle } = useSignInPress(onRetry);
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>
        {lead ? `${lead} ` : ''}
        {asksSignIn && obstacle ? (
          <SignInHelp obstacle={obstacle} button={words.problem.signIn} />
        ) : (
          describeProblem(error, words.problem)
        )}
      </MessageBarBody>
      {asksSignIn || onRetry ? (
        <MessageBarActions>
          <Button size={asksSignIn ? 'medium' : 'small'} onClick={asksSignIn ? press : onRetry}>
            {asksSignIn ? words.problem.signIn : words.tryAgain}
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}
