import { MessageBar, MessageBarBody, makeStyles } from '@fluentui/react-components';
import { useEffect, useRef } from 'react';
import { Problem } from '../../problem.tsx';
import type { AskedChange } from './use-change.ts';

const useStyles = makeStyles({ status: { ':empty': { display: 'none' }, ':focus': { outlineStyle: 'none' } } });

/** What came of it, read out: done, refused with a reason, or failed and worth another try. */
export function ChangeOutcome({ change: { said, refused, error } }: { change: AskedChange }) {
  const styles = useStyles();
  const status = useRef<HTMLDivElement>(null);
  useEffect(() => {
    // The button is gone with what it did; the focus must not go with it.
    if (said !== '' && document.activeElement === document.body) status.current?.focus();
  }, [said]);
  return (
    <>
      <div ref={status} role="status" tabIndex={-1} className={styles.status}>
        {said || refused ? (
          <MessageBar intent={said ? 'success' : 'warning'} layout="multiline">
            <MessageBarBody>{said || refused}</MessageBarBody>
          </MessageBar>
        ) : null}
      </div>
      {error ? <Problem error={error} /> : null}
    </>
  );
}
