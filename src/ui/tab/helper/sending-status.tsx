import { Button, MessageBar, MessageBarActions, MessageBarBody } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import { needsPerson } from '../../../application/outbox/step-outcome.ts';
import type { StepProgress } from '../../../application/outbox/step-progress.ts';
import { showTime } from '../../shared/moments.ts';
import { SignInHelp } from '../sign-in-help.tsx';
import { useTab } from '../tab-context.tsx';
import { useSignInPress } from '../use-sign-in-press.ts';
import { useHelperWords, useLive } from './helper-context.tsx';

/** Where the record is on its way: kept here, leaving, or arrived. X-PART-1 */
export function SendingStatus({ entryId }: { entryId: string }) {
  const { ports } = useTab();
  const { procedure } = useLive();
  const { words } = useHelperWords();
  const [progress, setProgress] = useState<StepProgress | null>(null);

  useEffect(() => {
    let isCurrent = true;
    const take = (view: { entry: { id: string; steps: { recorded: StepProgress } } }) => {
      if (isCurrent && view.entry.id === entryId) setProgress(view.entry.steps.recorded);
    };
    const stop = ports.reporting.onChange(take);
    ports.reporting.views().then(
      (views) => views.forEach(take),
      // What this device cannot show now shows itself as it changes; no sign-in is asked for.
      () => undefined,
    );
    return () => {
      isCurrent = false;
      stop();
    };
  }, [ports, entryId]);

  const isDone = progress?.state === 'done';
  const needsSignIn = progress !== null && needsPerson(progress);
  const { press, obstacle } = useSignInPress(() => ports.reporting.hurry(entryId));
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
        {needsSignIn && obstacle ? (
          <SignInHelp obstacle={obstacle} button={words.sent.signIn} isKept={ports.reporting.keeps(entryId)} />
        ) : null}
      </MessageBarBody>
      {needsSignIn ? (
        <MessageBarActions>
          <Button onClick={press}>{words.sent.signIn}</Button>
        </MessageBarActions>
      ) : null}
    </MessageBar>
  );
}
