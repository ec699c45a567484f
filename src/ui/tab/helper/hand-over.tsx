import { Button, MessageBar, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { SendRegular } from '@fluentui/react-icons';
import { toForm } from '../../../application/live-record.ts';
import { useTab } from '../tab-context.tsx';
import { useHelperWords, useLive } from './helper-context.tsx';
import { useSending } from './sending-context.ts';

const useStyles = makeStyles({
  parts: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  big: { minHeight: '44px' },
});

/**
 * The way on when it is over: to the form, or off at once as it is. A bomb call leaves by one tap, and the notes about someone
 * in need too; everything else is looked at in the form first, where the person sees who is told what. COM-3e-5, COM-3d-6
 */
export function HandOver({ isAtOnce }: { isAtOnce: boolean }) {
  const { ports, terms, keeper } = useTab();
  const { draft, change, own, procedure, onGo } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const { state, handOver } = useSending();
  const isCalm = procedure.tone === 'calm';
  const isFirst = isAtOnce || isCalm;
  const told = ports.reporting
    .preview(draft, { hasManager: true, department: own.division || null })
    .notices.filter(({ urgency }) => urgency === 'first' || urgency === 'auto')
    .map(({ role }) => terms.roles[role]);
  const toTheForm = () => {
    change(toForm);
    void keeper.flush();
    onGo({ page: 'record', draftId: draft.id });
  };
  const send = (
    <Button
      key="send"
      className={styles.big}
      appearance={isFirst ? 'primary' : 'secondary'}
      icon={<SendRegular />}
      disabled={state === 'sending'}
      onClick={() => handOver(draft)}
    >
      {state === 'sending'
        ? words.form.sending
        : isAtOnce
          ? words.form.sendSecurity
          : isCalm
            ? words.form.sendNotes
            : words.form.sendNow}
    </Button>
  );
  const form = (
    <Button key="form" className={styles.big} appearance={isFirst ? 'secondary' : 'primary'} onClick={toTheForm}>
      {words.form.goOn}
    </Button>
  );
  return (
    <div className={styles.parts}>
      <p>{told.length > 0 ? `${words.form.told} ${told.join(', ')}` : words.form.toldNobody}</p>
      <div className={styles.actions}>{isAtOnce ? send : isCalm ? [send, form] : [form, send]}</div>
      {state === 'failed' || state === 'problem' ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{state === 'failed' ? words.form.failed : words.form.problem}</MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}
