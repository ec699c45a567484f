import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { ForwardState } from '../../../domain/incident/vocabulary.ts';
import { Problem } from '../problem.tsx';
import { useTab } from '../tab-context.tsx';
import { useAction } from './use-action.ts';

const useStyles = makeStyles({
  box: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalM, alignItems: 'center' },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** Lets an original that is held back go to IT Security, after a question: it cannot be called back. C-06. */
export function ReleaseForward({ state, onRelease }: { state: ForwardState; onRelease: () => Promise<void> }) {
  const { words } = useTab();
  const styles = useStyles();
  const [isAsked, setAsked] = useState(false);
  const releasing = useAction(onRelease);
  if (state !== 'suppressed') {
    if (!releasing.isDone) return null;
    return (
      <MessageBar intent="success" layout="multiline">
        <MessageBarBody>{state === 'sent' ? words.incident.releasedDone : words.incident.released}</MessageBarBody>
      </MessageBar>
    );
  }
  const confirm = () => {
    setAsked(false);
    void releasing.run();
  };
  return (
    <div className={styles.box}>
      <p id="release-hint" className={styles.quiet}>
        {words.incident.releaseHint}
      </p>
      <div className={styles.actions}>
        {isAsked ? (
          <>
            <span id="release-question">{words.incident.releaseConfirm}</span>
            <Button autoFocus onClick={() => setAsked(false)}>
              {words.incident.cancel}
            </Button>
            <Button aria-describedby="release-question" onClick={confirm}>
              {words.incident.releaseYes}
            </Button>
          </>
        ) : (
          <Button aria-describedby="release-hint" disabledFocusable={releasing.isBusy} onClick={() => setAsked(true)}>
            {releasing.isBusy ? words.incident.releasing : words.incident.release}
          </Button>
        )}
      </div>
      {releasing.error ? <Problem error={releasing.error} /> : null}
    </div>
  );
}
