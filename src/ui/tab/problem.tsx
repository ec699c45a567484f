import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { isRemoteError } from '../../application/remote-error.ts';
import type { tabEn } from '../../words/tab.en.ts';
import { useTab } from './tab-context.tsx';

/** The sentence for a failure, in the person's language. */
export function describeProblem(error: unknown, words: (typeof tabEn)['problem']): string {
  if (!isRemoteError(error)) return words.other;
  switch (error.code) {
    case 'throttled':
      return words.throttled(error.retryAfterSeconds ?? 10);
    case 'offline':
    case 'timeout':
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

const needsPerson = new Set(['signInRequired', 'consentRequired']);

/** What went wrong and the way on: try again, or sign in first where that is what is missing. */
export function Problem({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { words, ports } = useTab();
  const asksSignIn = isRemoteError(error) && needsPerson.has(error.code);
  const signIn = () => {
    // A refusal here leaves the same message standing: the next try will say it again.
    ports.signIn.interactively().then(onRetry, onRetry);
  };
  return (
    <MessageBar intent="error" layout="multiline" role="alert">
      <MessageBarBody>{describeProblem(error, words.problem)}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={asksSignIn ? signIn : onRetry}>
          {asksSignIn ? words.problem.signIn : words.tryAgain}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
