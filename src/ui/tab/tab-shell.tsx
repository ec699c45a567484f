import { Button, MessageBar, MessageBarActions, MessageBarBody, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useRef, useState } from 'react';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { afterwards } from './after-first-frame.ts';
import { EmergencyLink } from './emergency-link.tsx';
import { isSameTrouble, Problem } from './problem.tsx';
import { createListMemory, type ListMemory, rememberRow } from './security-list/list-memory.ts';
import { StartPage } from './start/start-page.tsx';
import { useTab } from './tab-context.tsx';
import { TabHeader } from './tab-header.tsx';
import {
  absences,
  configuration,
  guidance,
  helper,
  incident,
  myReports,
  print,
  record,
  securityList,
  statement,
  switchboard,
  team,
  teamRecord,
} from './tab-pages.ts';
import { startPlace, type TabPlace, writePlace } from './tab-place.ts';
import type { AnswerDrafts } from './team/record/answer-draft.ts';
import { usePhone } from './use-narrow.ts';
import { usePlace } from './use-place.ts';
import { useRemote } from './use-remote.ts';
import { isForManagers, useTeamSummary } from './use-team-summary.ts';

const useStyles = makeStyles({
  skip: {
    position: 'absolute',
    left: '-999px',
    ':focus': { left: tokens.spacingHorizontalM, top: tokens.spacingVerticalM, zIndex: 2 },
  },
  main: {
    display: 'grid',
    gridTemplateColumns: 'minmax(0, 1fr)',
    gap: tokens.spacingVerticalL,
    padding: `${tokens.spacingVerticalXL} ${tokens.spacingHorizontalXL}`,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
    ':focus': { outlineStyle: 'none' },
  },
  demo: {
    padding: `0 ${tokens.spacingHorizontalXL} ${tokens.spacingVerticalL}`,
    color: tokens.colorNeutralForeground2,
    '@media (max-width: 480px)': { padding: tokens.spacingHorizontalM },
  },
});

/** Navigation and the page it leads to. SharePoint decides who may read what; this only does not offer it (architecture, 4). */
export function TabShell(props: { linked: string | null | undefined; onLanguage: (language: Language) => void }) {
  const { words, ports, settings } = useTab();
  const styles = useStyles();
  const isPhone = usePhone();
  const [place, go] = usePlace(props.linked);
  const boundaries = useRemote(
    afterwards(() => ports.board.boundaries()),
    'boundaries',
  );
  const keeper = useRemote(
    afterwards(() => ports.configuration.isKeeper()),
    'keeper',
  );
  const mayAnswer = useRemote(
    afterwards(() => ports.switchboard.mayAnswer()),
    'switchboard',
  );
  const summary = useTeamSummary();
  const memories = useRef({ default: createListMemory(), hr: createListMemory() });
  const drafts = useRef(new Map<string, string>());
  const answers = useRef<AnswerDrafts>(new Map());
  const main = useRef<HTMLElement>(null);
  const isFirst = useRef(true);
  const [pageTrouble, setPageTrouble] = useState<unknown>(null);

  // Fetched as soon as the first screen is there, so that a call finds its steps without waiting, and without a network.
  useEffect(() => helper.preload(), []);

  // A new place takes the focus, so that it is read out.
  useEffect(() => {
    // Back in the list, the row that was opened takes it.
    const isReturning = place.page === 'list' && memories.current[place.boundary].opened !== null;
    if (!isFirst.current && !isReturning) {
      window.scrollTo(0, 0);
      main.current?.focus({ preventScroll: true });
    }
    isFirst.current = false;
  }, [place]);

  const memoryOf = (boundary: 'default' | 'hr'): ListMemory => memories.current[boundary];
  const isClosed = 'boundary' in place && boundaries.value !== null && !boundaries.value.includes(place.boundary);
  // A count that could not be read again is an old count, and no alarm.
  const summaryError = summary.value === null ? summary.error : null;
  const listsError = boundaries.error ?? mayAnswer.error ?? summaryError;
  const retryLists = () => {
    if (boundaries.error) boundaries.reload();
    if (mayAnswer.error) mayAnswer.reload();
    if (summaryError) summary.reload();
  };
  // One trouble is told once, by the page that somebody is at; what was not answered then says so by itself.
  const showsListsError = listsError && !isSameTrouble(pageTrouble, listsError);
  const hasTeam = summary.value !== null && isForManagers(summary.value);
  const isNotTheirs =
    (place.page === 'switchboard' && mayAnswer.value === false) ||
    (isTeamList(place) && summary.value !== null && !hasTeam);
  // Not before it is known whose page it is: for anybody else it asks for no list. Where that cannot be found out, the service says.
  const mayListTeam = hasTeam || summaryError !== null;
  return (
    <>
      {isPhone ? (
        <aside aria-label={words.emergency}>
          <EmergencyLink />
        </aside>
      ) : null}
      <Button className={styles.skip} onClick={() => main.current?.focus()}>
        {words.skipToContent}
      </Button>
      <TabHeader
        place={place}
        lists={boundaries.value ?? []}
        waiting={hasTeam ? (summary.value?.waiting ?? 0) : null}
        hasSwitchboard={mayAnswer.value === true}
        keepsConfiguration={keeper.value === true}
        onGo={go}
        onLanguage={props.onLanguage}
      />
      <main ref={main} tabIndex={-1} className={styles.main}>
        {isClosed || isNotTheirs ? <NotOpen onBack={() => go(startPlace)} /> : null}
        {place.page === 'start' ? <StartPage onGo={go} /> : null}
        {place.page === 'helper' ? <helper.Page key={place.draftId} draftId={place.draftId} onGo={go} /> : null}
        {place.page === 'record' ? <record.Page key={place.draftId} draftId={place.draftId} onGo={go} /> : null}
        {place.page === 'print' ? <print.Page key={place.id} of={place.of} id={place.id} onGo={go} /> : null}
        {place.page === 'mine' ? (
          <myReports.Page wanted={place.submissionId} onGo={go} onTrouble={setPageTrouble} />
        ) : null}
        {place.page === 'team' && place.submissionId === null && mayListTeam ? (
          <team.Page summary={summary.value} onCounted={summary.reload} onGo={go} />
        ) : null}
        {place.page === 'team' && place.submissionId !== null ? (
          <teamRecord.Page
            key={place.submissionId}
            submissionId={place.submissionId}
            drafts={answers.current}
            onAnswered={summary.reload}
            onGo={go}
          />
        ) : null}
        {place.page === 'absences' && mayListTeam ? <absences.Page onChanged={summary.reload} onGo={go} /> : null}
        {place.page === 'statement' ? (
          <statement.Page
            key={writePlace(place)}
            submissionId={place.submissionId}
            statementId={place.statementId}
            onGo={go}
          />
        ) : null}
        {place.page === 'configuration' ? <configuration.Page /> : null}
        {place.page === 'guidance' ? <guidance.Page documentId={place.documentId} onGo={go} /> : null}
        {place.page === 'switchboard' && !isNotTheirs ? <switchboard.Page /> : null}
        {place.page === 'list' && !isClosed ? (
          <securityList.Page
            key={place.boundary}
            boundary={place.boundary}
            memory={memoryOf(place.boundary)}
            onOpen={(row) => go({ page: 'incident', boundary: place.boundary, itemId: row.itemId })}
          />
        ) : null}
        {place.page === 'incident' && !isClosed ? (
          <incident.Page
            key={place.itemId}
            boundary={place.boundary}
            itemId={place.itemId}
            drafts={drafts.current}
            onRead={(row) => rememberRow(memoryOf(place.boundary), row)}
            onBack={() => go({ page: 'list', boundary: place.boundary })}
            onOpen={(itemId) => go({ page: 'incident', boundary: place.boundary, itemId })}
            onPrint={() => go({ page: 'print', of: place.boundary, id: place.itemId })}
          />
        ) : null}
        {showsListsError && (place.page === 'start' || place.page === 'mine') ? (
          <ListsUnknown error={listsError} onRetry={retryLists} />
        ) : null}
      </main>
      {settings.demoNotice ? (
        <footer className={styles.demo}>
          {words.demo}: {settings.demoNotice}
        </footer>
      ) : null}
    </>
  );
}

/** One record is opened by whoever answers for it, and the service says who that is. */
function isTeamList(place: TabPlace): boolean {
  return (place.page === 'team' && place.submissionId === null) || place.page === 'absences';
}

/** A reporter can go on without it; whoever works with a list must know that it is not gone. */
function ListsUnknown({ error, onRetry }: { error: unknown; onRetry: () => void }) {
  const { words } = useTab();
  return <Problem error={error} onRetry={onRetry} lead={words.listsUnknown} />;
}

function NotOpen({ onBack }: { onBack: () => void }) {
  const { words } = useTab();
  return (
    <MessageBar intent="warning" layout="multiline" role="alert">
      <MessageBarBody>{words.notOpen}</MessageBarBody>
      <MessageBarActions>
        <Button size="small" onClick={onBack}>
          {words.nav.mine}
        </Button>
      </MessageBarActions>
    </MessageBar>
  );
}
