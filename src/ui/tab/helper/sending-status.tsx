import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { showTime } from '../../shared/moments.ts';
import { useTab } from '../tab-context.tsx';
import { useHelperWords, useLive } from './helper-context.tsx';

interface Progress {
  state: string;
  at: string | null;
  reason: string | null;
}

/** Where the record is on its way: kept here, leaving, or arrived. X-PART-1 */
export function SendingStatus({ entryId }: { entryId: string }) {
  const { signIn } = useTab();
  const { ports } = useTab();
  const { procedure } = useLive();
  const { words } = useHelperWords();
  const [progress, setProgress] = useState<Progress | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const take = (view: { entry: { id: string; steps: { recorded: Progress } } }) => {
      if (isCurrent && view.entry.id === entryId) setProgress(view.entry.steps.recorded);
    };
    const stop = ports.reporting.onChange(take);
    ports.reporting.views().then(
      (views) => views.forEach(take),
      () => undefined,
    );
    return () => {
      isCurrent = false;
      stop();
    };
  }, [ports, entryId]);

  const isDone = progress?.state === 'done';
  const needsSignIn = progress?.reason === 'signInRequired' || progress?.reason === 'consentRequired';
  const isWaiting = !isDone && ((progress?.reason ?? null) !== null || !navigator.onLine);
  const sentence = () => {
    if (isDone) return words.sent.arrived(showTime(progress?.at ?? new Date().toISOString()));
    if (needsSignIn) return words.sent.needsSignIn;
    return isWaiting ? words.sent.waiting : words.sent.onItsWay;
  };
  return (
    <MessageBar intent={isDone ? 'success' : needsSignIn ? 'warning' : 'info'} layout="multiline" role="status">
      <MessageBarBody>
        {sentence()} {isWaiting && procedure.tone === 'urgent' ? words.sent.ringToo : ''}
      </MessageBarBody>
      {needsSignIn ? (
        <MessageBarActions>
          <Button
            onClick={() =>
              void signIn().then(
                () => ports.reporting.hurry(entryId),
                () => undefined,
              )
            }
          >
            {words.sent.signIn}
          </Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}
