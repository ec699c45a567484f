import { Button, MessageBar, MessageBarActions, MessageBarBody, Spinner } from '@fluentui/react-components';
import { useEffect, useMemo, useRef, useState } from 'react';
import { assessmentSettings } from '../../../application/assessment-settings.ts';
import { withOwnDetails } from '../../../application/own-details.ts';
import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import { officeHoursAt } from '../../../domain/calendar/office-hours.ts';
import { procedures } from '../../../domain/procedures/all-procedures.ts';
import { helperFactsOf } from '../../../domain/procedures/helper-facts.ts';
import { procedureIdFor } from '../../../domain/procedures/procedure.ts';
import { useTab } from '../tab-context.tsx';
import { startPlace, type TabPlace } from '../tab-place.ts';
import { useDraft } from '../use-draft.ts';
import { useOwnDetails } from '../use-own-details.ts';
import { type Live, LiveProvider, useHelperWords } from './helper-context.tsx';
import { LiveHelper } from './live-helper.tsx';
import { SendingProvider } from './sending-context.ts';
import { SentPanel } from './sent-panel.tsx';
import { useHandOver } from './use-hand-over.ts';
import { useVoicemail } from './use-voicemail.ts';

/**
 * Steps and notes while somebody is on the line or stands there. Words, numbers and rules came with the page: it needs no
 * network, no Graph and no sign-in. COM-3e-7
 */
export function HelperPage({ draftId, onGo }: { draftId: string; onGo: (place: TabPlace) => void }) {
  const { words } = useHelperWords();
  const { draft, change, keeping } = useDraft(draftId);
  const [sent, setSent] = useState<{ draft: IncidentDraft; entryId: string } | null>(null);
  const sending = useHandOver((handedOver, entryId) => {
    window.scrollTo(0, 0);
    setSent({ draft: handedOver, entryId });
  });
  const shown = sent?.draft ?? draft;
  const live = useLiveOf(shown ?? null, onGo, (next) =>
    sent ? setSent((before) => before && { ...before, draft: next(before.draft) }) : change(next),
  );
  useLateDetails(draft !== null && draft !== undefined && sent === null, live?.own ?? null, change);

  if (shown === undefined) return <Spinner />;
  if (!live) {
    return (
      <MessageBar intent="warning" layout="multiline">
        <MessageBarBody>{words.gone}</MessageBarBody>
        <MessageBarActions>
          <Button onClick={() => onGo(startPlace)}>{words.goneAction}</Button>
        </MessageBarActions>
      </MessageBar>
    );
  }
  return (
    <LiveProvider value={live}>
      <SendingProvider value={sending}>
        {sent ? <SentPanel entryId={sent.entryId} /> : <LiveHelper keeping={keeping} />}
      </SendingProvider>
    </LiveProvider>
  );
}

/** What the parts of the helper need; null for a record that has nothing to do live. */
function useLiveOf(draft: IncidentDraft | null, onGo: Live['onGo'], change: Live['change']): Live | null {
  const { settings } = useTab();
  const [own, changeOwn] = useOwnDetails();
  const [hasVoicemail] = useVoicemail();
  const startedAt = draft?.startedAt ?? null;
  const officeHours = useMemo(
    () => (startedAt === null ? 'inHours' : officeHoursAt(startedAt, assessmentSettings(settings, null).hours)),
    [settings, startedAt],
  );
  const id = draft && procedureIdFor(draft.account.situation, draft.kind);
  if (!draft || !id) return null;
  const site = settings.sites.find((each) => each.id === draft.account.place.siteId) ?? null;
  const facts = helperFactsOf(draft, { site, officeHours, hasVoicemail, knownContact: false });
  return { draft, change, procedure: procedures[id], facts, site, own, changeOwn, onGo };
}

/**
 * On a new device the directory may answer while somebody is on the line already: what is still empty is filled in then, once. What the
 * person chose before this page was opened, "not sure" too, stays.
 */
function useLateDetails(isOpen: boolean, own: Live['own'] | null, change: Live['change']): void {
  const known = own && `${own.siteId} ${own.division}`;
  const filledIn = useRef<string | null>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: when the directory has said something new, and at no key typed
  useEffect(() => {
    if (!isOpen || own === null || known === filledIn.current) return;
    const isFirst = filledIn.current === null;
    filledIn.current = known;
    if (!isFirst) change((before) => withOwnDetails(before, own));
  }, [isOpen, known]);
}
