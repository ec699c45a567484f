import { makeStyles, Subtitle1, Title2, tokens } from '@fluentui/react-components';
import type { Situation } from '../../../domain/incident/account-vocabulary.ts';
import type { Kind } from '../../../domain/incident/vocabulary.ts';
import { useTab } from '../tab-context.tsx';
import type { TabPlace } from '../tab-place.ts';
import { useOwnDetails } from '../use-own-details.ts';
import { beginRecord, placeOfDraft } from './begin-record.ts';
import { CallTiles } from './call-tiles.tsx';
import { OtherSituations } from './other-situations.tsx';
import { QuestionsWaiting } from './questions-waiting.tsx';
import { SafetyPanel } from './safety-panel.tsx';
import { useStartWords } from './start-words.ts';
import { UnfinishedRecords } from './unfinished-records.tsx';

const useStyles = makeStyles({
  page: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    width: '100%',
    maxWidth: '64rem',
    marginLeft: 'auto',
    marginRight: 'auto',
  },
  section: { display: 'grid', gridTemplateColumns: 'minmax(0, 1fr)', gap: tokens.spacingVerticalM },
  quiet: { color: tokens.colorNeutralForeground2 },
});

/**
 * What the tab opens on: safety, what was left unfinished, and one tap to the right procedure or form. Needs nothing from
 * outside. COM-3.3-1, BEH-4.1-1
 */
export function StartPage({ onGo }: { onGo: (place: TabPlace) => void }) {
  const { keeper, language } = useTab();
  const words = useStartWords();
  const styles = useStyles();
  const [own] = useOwnDetails();

  const begin = (situation: Situation, kind: Kind, isNow: boolean) => {
    const draft = beginRecord({ situation, kind, isNow, language, own });
    keeper.begin(draft);
    onGo(placeOfDraft(draft));
  };
  return (
    <div className={styles.page}>
      <Title2 as="h1">{words.heading}</Title2>
      <SafetyPanel />
      <QuestionsWaiting onGo={onGo} />
      <UnfinishedRecords onContinue={(draft) => onGo(placeOfDraft(draft))} />
      <section className={styles.section} aria-labelledby="calls-heading">
        <Subtitle1 as="h2" id="calls-heading">
          {words.calls.heading}
        </Subtitle1>
        <p className={styles.quiet}>{words.calls.lead}</p>
        <CallTiles onBegin={(kind, isNow) => begin('call', kind, isNow)} />
      </section>
      <section className={styles.section} aria-labelledby="others-heading">
        <Subtitle1 as="h2" id="others-heading">
          {words.others.heading}
        </Subtitle1>
        <OtherSituations onBegin={(situation, isNow) => begin(situation, isNow ? 'abusive' : 'none', isNow)} />
        <p className={styles.quiet}>{words.others.lead}</p>
      </section>
    </div>
  );
}
