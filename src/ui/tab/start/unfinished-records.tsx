import { Button, MessageBar, MessageBarBody, makeStyles, tokens, typographyStyles } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import { formatDateTime } from '../../shared/format-date.ts';
import { useTab } from '../tab-context.tsx';
import { panelParts } from './panel-parts.ts';
import { useStartWords } from './start-words.ts';

const useStyles = makeStyles({
  ...panelParts,
  heading: { ...typographyStyles.subtitle2, ':focus': { outlineStyle: 'none' } },
  actions: { display: 'flex', flexWrap: 'wrap', gap: tokens.spacingHorizontalS },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/** What was begun on this device and told to nobody yet. Shows nothing of what was written. COM-3e-7, X-OFF-1 */
export function UnfinishedRecords({ onContinue }: { onContinue: (draft: IncidentDraft) => void }) {
  const { keeper } = useTab();
  const words = useStartWords().unfinished;
  const styles = useStyles();
  const [drafts, setDrafts] = useState<IncidentDraft[]>([]);
  const heading = useRef<HTMLHeadingElement>(null);

  useEffect(() => {
    let isCurrent = true;
    keeper.unfinished(new Date()).then((found) => {
      if (isCurrent) setDrafts(found);
    });
    return () => {
      isCurrent = false;
    };
  }, [keeper]);

  if (drafts.length === 0) return null;
  const drop = (id: string) => {
    setDrafts((before) => before.filter((draft) => draft.id !== id));
    heading.current?.focus();
  };
  return (
    <section className={styles.panel} aria-labelledby="unfinished-heading">
      <h2 className={styles.heading} id="unfinished-heading" ref={heading} tabIndex={-1}>
        {words.heading}
      </h2>
      <p className={styles.quiet}>{words.lead}</p>
      <ul className={styles.list}>
        {drafts.map((draft) => (
          <li key={draft.id}>
            <UnfinishedRecord draft={draft} onContinue={() => onContinue(draft)} onDiscarded={() => drop(draft.id)} />
          </li>
        ))}
      </ul>
    </section>
  );
}

function UnfinishedRecord(props: { draft: IncidentDraft; onContinue: () => void; onDiscarded: () => void }) {
  const { draft, onContinue, onDiscarded } = props;
  const { keeper, language } = useTab();
  const words = useStartWords();
  const styles = useStyles();
  const [isAsking, setAsking] = useState(false);
  const [hasFailed, setFailed] = useState(false);
  const keep = useRef<HTMLButtonElement>(null);
  const what = nameOf(draft, words);
  const { unfinished } = words;

  useEffect(() => {
    if (isAsking) keep.current?.focus();
  }, [isAsking]);

  const discard = () => {
    keeper.discard(draft.id).then(onDiscarded, () => setFailed(true));
  };
  return (
    <div className={styles.row}>
      <span>{isAsking ? unfinished.confirm : unfinished.began(what, formatDateTime(draft.startedAt, language))}</span>
      {isAsking ? (
        <div className={styles.actions}>
          <Button ref={keep} onClick={() => setAsking(false)}>
            {unfinished.confirmNo}
          </Button>
          <Button onClick={discard}>{unfinished.confirmYes}</Button>
        </div>
      ) : (
        <div className={styles.actions}>
          <Button appearance="primary" aria-label={unfinished.goOnWith(what)} onClick={onContinue}>
            {unfinished.goOn}
          </Button>
          <Button appearance="subtle" aria-label={unfinished.discardWhat(what)} onClick={() => setAsking(true)}>
            {unfinished.discard}
          </Button>
        </div>
      )}
      {hasFailed ? (
        <MessageBar intent="error" role="alert">
          <MessageBarBody>{unfinished.failed}</MessageBarBody>
        </MessageBar>
      ) : null}
    </div>
  );
}

function nameOf(draft: IncidentDraft, words: ReturnType<typeof useStartWords>): string {
  const what = nameOfEvent(draft, words);
  return draft.amending ? words.unfinished.addition(what) : what;
}

function nameOfEvent({ kind, account }: IncidentDraft, { calls, others }: ReturnType<typeof useStartWords>): string {
  if (account.situation !== 'call') return others.situations[account.situation];
  return kind === 'persistent' || kind === 'none' ? calls.heading : calls.kinds[kind].name;
}
