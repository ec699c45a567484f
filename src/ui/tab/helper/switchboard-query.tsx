import { Button, Field, Input, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import type { CallRecord } from '../../../domain/incident/account.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import { isExtension } from '../../../domain/incident/switchboard-question.ts';
import { useTab } from '../tab-context.tsx';
import { useHelperWords, useLive } from './helper-context.tsx';

const useStyles = makeStyles({ parts: { display: 'grid', gap: tokens.spacingVerticalS, justifyItems: 'start' } });

/** "Did you put a call through?" One tap, time and extension only. COM-4.1-2 */
export function SwitchboardQuery({ onAsked }: { onAsked: () => void }) {
  const { ports } = useTab();
  const { draft, change, own, changeOwn } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const call = draft.account.call;
  /** Stays open while it is typed. */
  const [isAsked] = useState(() => (call?.extension || own.extension) === '');
  if (!call) return null;
  if (call.switchboardQueryId !== null) return <p role="status">{words.switchboard.asked}</p>;
  const extension = call.extension || own.extension;

  const put = (part: Partial<CallRecord>) =>
    change((before) => ({
      ...before,
      account: { ...before.account, call: before.account.call && { ...before.account.call, ...part } },
    }));
  const ask = async () => {
    setState('asking');
    try {
      const id = await ports.reporting.askSwitchboard({ callAt: draft.occurredAt, extension: extension.trim() });
      put({ switchboardQueryId: id });
      onAsked();
    } catch {
      setState('failed');
    }
  };
  return (
    <div className={styles.parts}>
      {isAsked ? (
        <Field label={words.switchboard.extension}>
          <Input
            value={extension}
            maxLength={accountLimits.line}
            onChange={(_, data) => {
              changeOwn({ extension: data.value });
              put({ extension: data.value });
            }}
          />
        </Field>
      ) : null}
      <Button disabled={state === 'asking' || !isExtension(extension.trim())} onClick={ask}>
        {state === 'asking' ? words.switchboard.asking : words.switchboard.ask}
      </Button>
      {state === 'failed' ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{words.switchboard.failed}</MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}
