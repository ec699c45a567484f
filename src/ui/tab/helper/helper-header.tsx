import { Button, MessageBar, MessageBarBody, makeStyles, Title2, tokens } from '@fluentui/react-components';
import { ArrowLeftRegular, CallEndRegular } from '@fluentui/react-icons';
import { endLive, toForm } from '../../../application/live-record.ts';
import { showTime } from '../../shared/moments.ts';
import type { Keeping } from '../draft-keeper.ts';
import { useTab } from '../tab-context.tsx';
import { startPlace } from '../tab-place.ts';
import { ElapsedTime } from './elapsed-time.tsx';
import { procedureWords, useHelperWords, useLive } from './helper-context.tsx';

const useStyles = makeStyles({
  header: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalS },
  row: {
    display: 'flex',
    flexWrap: 'wrap',
    alignItems: 'center',
    columnGap: tokens.spacingHorizontalL,
    rowGap: tokens.spacingVerticalXS,
    justifyContent: 'space-between',
  },
  side: { display: 'flex', flexWrap: 'wrap', alignItems: 'center', gap: tokens.spacingHorizontalM },
  lead: { fontSize: tokens.fontSizeBase400, lineHeight: tokens.lineHeightBase400 },
  // On a phone the steps need the room; that something is not kept is said there too.
  kept: { color: tokens.colorNeutralForeground2, '@media (max-width: 480px)': { display: 'none' } },
});

/** What is going on, how long it has, that it is kept, and that it is over: the same for every kind. */
export function HelperHeader({ keeping }: { keeping: Keeping }) {
  const { language } = useTab();
  const { draft, change, procedure, facts, onGo } = useLive();
  const { words } = useHelperWords();
  const styles = useStyles();
  const own = procedureWords[language].procedures[procedure.id];
  const { endedAt, situation } = draft.account;
  const end = () => change((before) => endLive(before, new Date().toISOString()));
  const skipToForm = () => {
    change(toForm);
    onGo({ page: 'record', draftId: draft.id });
  };
  return (
    <header className={styles.header}>
      <div className={styles.row}>
        <Button appearance="subtle" icon={<ArrowLeftRegular />} onClick={() => onGo(startPlace)}>
          {words.back}
        </Button>
        <div className={styles.side}>
          <span className={styles.kept} role="status">
            {keeping === 'unsaved' ? '' : words.keeping.kept}
          </span>
          {facts.hasEnded ? null : (
            <Button appearance="subtle" onClick={skipToForm}>
              {words.wasOver}
            </Button>
          )}
        </div>
      </div>
      <div className={styles.row}>
        <Title2 as="h1">{own.title}</Title2>
        <div className={styles.side}>
          <ElapsedTime from={draft.startedAt} to={endedAt} isLarge={procedure.timer} />
          {facts.hasEnded ? (
            <>
              <span>{words.ended(showTime(endedAt ?? draft.startedAt))}</span>
              <Button onClick={() => change((before) => endLive(before, null))}>{words.goesOn}</Button>
            </>
          ) : (
            <Button icon={<CallEndRegular />} onClick={end}>
              {situation === 'call' ? words.endCall : words.endMeeting}
            </Button>
          )}
        </div>
      </div>
      <p className={styles.lead}>{own.lead}</p>
      {keeping === 'unsaved' ? (
        <MessageBar intent="warning" layout="multiline" role="alert">
          <MessageBarBody>{words.keeping.unsaved}</MessageBarBody>
        </MessageBar>
      ) : null}
    </header>
  );
}
