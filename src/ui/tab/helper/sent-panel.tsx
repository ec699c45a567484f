import { Button, MessageBar, MessageBarBody, makeStyles, Subtitle1, Title2, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import { dropEmptyNotes } from '../../../application/live-record.ts';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import { showTime } from '../../shared/moments.ts';
import { useTab } from '../tab-context.tsx';
import { FactsPanel } from './facts-panel.tsx';
import { useHelperWords, useLive } from './helper-context.tsx';
import { NotesPanel } from './notes-panel.tsx';
import { SendingStatus } from './sending-status.tsx';
import { SupportLines } from './support-lines.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '60rem',
    marginLeft: 'auto',
    marginRight: 'auto',
    '@media (max-width: 899px)': { paddingBottom: '72px' },
  },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  heading: { ':focus': { outlineStyle: 'none' } },
  start: { justifySelf: 'start' },
});

/**
 * It has left, or will as soon as it can. Support comes first where it was about a life; a bomb call's checklist can be completed
 * as something added. COM-3d-9, COM-3e-5, COM-9.2-1
 */
export function SentPanel({ entryId }: { entryId: string }) {
  const { procedure, onGo } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const top = useRef<HTMLDivElement>(null);
  const isBomb = procedure.kind === 'bombThreat';
  useEffect(() => top.current?.focus(), []);

  const support = (
    <section className={styles.section} aria-labelledby="support-heading">
      <Subtitle1 as="h2" id="support-heading">
        {words.sent.support}
      </Subtitle1>
      <p>{words.sent.supportLead}</p>
      <SupportLines />
    </section>
  );
  return (
    <div className={styles.page}>
      <div ref={top} tabIndex={-1} className={styles.heading}>
        <Title2 as="h1">{isBomb ? words.sent.heading.bombThreat : words.sent.heading.other}</Title2>
      </div>
      <SendingStatus entryId={entryId} />
      {isBomb ? <Addition /> : null}
      {support}
      <Button className={styles.start} onClick={() => onGo({ page: 'mine', submissionId: null })}>
        {words.sent.mine}
      </Button>
    </div>
  );
}

/** Whatever comes back to mind, sent as an addition; the service keeps every earlier value. BEH-14.1-1, COM-3e-6 */
function Addition() {
  const { ports } = useTab();
  const { draft, procedure } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const composer = useRef<HTMLTextAreaElement>(null);
  const [handed, setHanded] = useState<IncidentDraft>(draft);
  const [state, setState] = useState<{ addedAt: string | null; hasFailed: boolean }>({
    addedAt: null,
    hasFailed: false,
  });
  const latest = useRef({ draft, handed });
  latest.current = { draft, handed };

  const add = async () => {
    const { draft: now, handed: before } = latest.current;
    if (now === before) return;
    try {
      await ports.reporting.amend(dropEmptyNotes(now), '');
      setHanded(now);
      setState({ addedAt: new Date().toISOString(), hasFailed: false });
    } catch {
      setState((was) => ({ ...was, hasFailed: true }));
    }
  };
  const leave = useRef(add);
  leave.current = add;
  // Nobody has to remember a button: leaving sends it too.
  useEffect(() => {
    const send = () => void leave.current();
    window.addEventListener('pagehide', send);
    return () => {
      window.removeEventListener('pagehide', send);
      send();
    };
  }, []);
  return (
    <section className={styles.section} aria-labelledby="addition-heading">
      <Subtitle1 as="h2" id="addition-heading">
        {words.sent.add}
      </Subtitle1>
      <p>{words.sent.addHint}</p>
      <FactsPanel
        heading={words.facts.checklist}
        fields={[...procedure.quickFields, ...procedure.laterFields, 'call.number1471']}
      />
      <NotesPanel composer={composer} />
      <Button className={styles.start} appearance="primary" disabled={draft === handed} onClick={add}>
        {words.sent.addSend}
      </Button>
      <div role="status">{state.addedAt ? words.sent.added(showTime(state.addedAt)) : ''}</div>
      {state.hasFailed ? (
        <MessageBar intent="error" layout="multiline" role="alert">
          <MessageBarBody>{words.sent.addFailed}</MessageBarBody>
        </MessageBar>
      ) : null}
    </section>
  );
}
