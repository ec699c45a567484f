import { makeStyles, Subtitle1, tokens } from '@fluentui/react-components';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import { SupportLines } from '../support-lines.tsx';
import { useTab } from '../tab-context.tsx';
import { useRecordCard } from './record-card.ts';
import { useRecordWords } from './record-context.tsx';
import { VoicemailForAWhile } from './voicemail-for-a-while.tsx';

const useStyles = makeStyles({
  list: { margin: 0, paddingLeft: '1.25rem', display: 'grid', gap: tokens.spacingVerticalXS },
});

/** What happens next, and who is there for the person: private to them. F21, COM-9.1-1, COM-9.2-1, COM-1.4-2 */
export function Afterwards({ draft }: { draft: IncidentDraft }) {
  const isWelfare = draft.kind === 'suicideThreat';
  const isCall = draft.account.call !== null;
  return (
    <>
      {isWelfare ? <Support isFirst /> : null}
      <WhatNext draft={draft} />
      {isWelfare ? null : <Support />}
      {isCall ? <VoicemailForAWhile /> : null}
    </>
  );
}

function WhatNext({ draft }: { draft: IncidentDraft }) {
  const { ports } = useTab();
  const words = useRecordWords().after;
  const card = useRecordCard();
  const styles = useStyles();
  const { notices } = ports.reporting.preview(draft, { hasManager: true, department: null });
  const told = new Set(notices.filter(({ urgency }) => urgency !== 'prompt').map(({ role }) => role));
  const lines = [
    ...(draft.managerImplicated ? [words.managerNot] : []),
    ...(told.has('lineManager') ? [draft.kind === 'suicideThreat' ? words.welfare : words.manager] : []),
    ...(told.has('security') ? [words.security] : []),
    ...(told.has('hrPartner') && draft.kind === 'internal' ? [words.hr] : []),
    words.mine,
  ];
  return (
    <section className={card.card} aria-labelledby="next-heading">
      <Subtitle1 as="h2" id="next-heading">
        {words.heading}
      </Subtitle1>
      <ul className={styles.list}>
        {lines.map((each) => (
          <li key={each}>{each}</li>
        ))}
      </ul>
    </section>
  );
}

function Support({ isFirst = false }: { isFirst?: boolean }) {
  const words = useRecordWords().after;
  const card = useRecordCard();
  return (
    <section className={card.card} aria-labelledby="support-after-heading">
      <Subtitle1 as="h2" id="support-after-heading">
        {isFirst ? words.supportFirst : words.support}
      </Subtitle1>
      <p>{isFirst ? words.supportFirstLead : words.supportLead}</p>
      <SupportLines />
    </section>
  );
}
