import { Button, makeStyles, tokens } from '@fluentui/react-components';
import { useState } from 'react';
import { isExtension } from '../../../domain/incident/switchboard-question.ts';
import { showTime } from '../../shared/moments.ts';
import { useTab } from '../tab-context.tsx';
import { inCall } from './draft-spots.ts';
import { useForm, useRecordWords } from './record-context.tsx';

const useStyles = makeStyles({
  box: {
    display: 'grid',
    justifyItems: 'start',
    gap: tokens.spacingVerticalXS,
    paddingLeft: tokens.spacingHorizontalM,
    borderLeft: `3px solid ${tokens.colorBrandStroke1}`,
  },
});

/** One tap asks the switchboard whether they put it through: time and extension, and nothing else. COM-4.1-2, ANX-14 */
export function SwitchboardQuestion() {
  const { ports } = useTab();
  const { draft, change } = useForm();
  const words = useRecordWords().switchboard;
  const styles = useStyles();
  const [state, setState] = useState<'idle' | 'asking' | 'failed'>('idle');
  const { call } = draft.account;
  const extension = call?.extension.trim() ?? '';

  const ask = () => {
    if (state === 'asking') return;
    setState('asking');
    ports.reporting.askSwitchboard({ callAt: draft.occurredAt, extension }).then(
      (queryId) => {
        setState('idle');
        change((before) => inCall('switchboardQueryId').set(before, queryId));
      },
      () => setState('failed'),
    );
  };
  const isAsked = call?.switchboardQueryId != null;
  const canAsk = isExtension(extension) && !Number.isNaN(Date.parse(draft.occurredAt));
  return (
    <div className={styles.box}>
      {isAsked ? null : <p>{canAsk ? words.what(extension, showTime(draft.occurredAt)) : words.needsExtension}</p>}
      {isAsked || !canAsk ? null : (
        <Button onClick={ask} disabledFocusable={state === 'asking'}>
          {state === 'asking' ? words.asking : words.ask}
        </Button>
      )}
      <p role="status">{isAsked ? words.asked : state === 'failed' ? words.failed : ''}</p>
    </div>
  );
}
