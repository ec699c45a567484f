import { useEffect, useMemo, useState } from 'react';
import { useConsentDialog } from '../shared/consent-dialog.tsx';
import type { HostSession } from '../shared/host-session.ts';
import { createNestedAppAuthBroker } from '../shared/nested-app-auth.ts';
import { StandInBar } from '../shared/stand-in-bar.tsx';
import { clients, clientWithout } from './clients.ts';
import { FolderList, type Place } from './folder-list.tsx';
import { useHostProfile } from './host-profile.ts';
import { HostSwitches } from './host-switches.tsx';
import type { HostedPane, Mailbox } from './mail-client.ts';
import { MessageList } from './message-list.tsx';
import { ReadingPane } from './reading-pane.tsx';
import { TaskPane } from './task-pane.tsx';
import { useFolders, useMessages, useOpenMail } from './use-mailbox.ts';

interface OutlookHostProps {
  session: HostSession;
  /** The own mailbox first. */
  mailboxes: Mailbox[];
  panes: HostedPane[];
}

/** A message and an open pane can be asked for in the address bar: `?message=<Graph id>&pane=open`. */
const asked = new URLSearchParams(window.location.search);

/** Outlook: folders, messages, the open one, and the app's pane beside it. */
export function OutlookHost({ session, mailboxes, panes }: OutlookHostProps) {
  const [profile, changeProfile] = useHostProfile();
  const [folders, reloadFolders] = useFolders(session.persona.key, mailboxes);
  const [chosen, setChosen] = useState<Place | null>(null);
  const [selected, setSelected] = useState<string[]>(() => asked.getAll('message'));
  const [openPane, setOpenPane] = useState<HostedPane | null>(() =>
    asked.get('pane') === 'open' ? (panes[0] ?? null) : null,
  );
  const [isPinned, setPinned] = useState(false);
  const { askConsent, dialog } = useConsentDialog();

  const own = mailboxes[0];
  const place = useMemo<Place | null>(() => {
    const first = own && folders.get(own.id);
    if (chosen || !own || !Array.isArray(first)) return chosen;
    const inbox = first.find((folder) => folder.displayName === 'Inbox') ?? first[0];
    return inbox ? { mailbox: own, folderId: inbox.id } : null;
  }, [chosen, folders, own]);
  const mailbox = place?.mailbox ?? own;
  if (!mailbox) throw new Error('Nobody is without a mailbox here.');

  const list = useMessages(session.persona.key, mailbox, place?.folderId ?? null);
  const onlyOne = selected.length === 1 ? (selected[0] ?? null) : null;
  const open = useOpenMail(session.persona.key, mailbox, onlyOne);
  const { client, markRead } = list;
  useEffect(() => {
    const message = open.mail?.message;
    if (!message || message.isRead || open.mail?.mailbox.right === 'read') return;
    void client.markRead(message.id).then((answer) => answer.ok && markRead(message.id));
  }, [open.mail, client, markRead]);

  const { bridge } = clientWithout(profile.client, profile.without);
  const broker = useMemo(
    () => createNestedAppAuthBroker({ persona: session.persona.key, askConsent, fails: bridge === 'fails' }),
    [session.persona.key, askConsent, bridge],
  );
  // Outlook closes a pane that is not pinned when another message is opened.
  const select = (ids: string[]) => {
    setSelected(ids);
    if (!isPinned) setOpenPane(null);
  };
  const goTo = (next: Place) => {
    setChosen(next);
    select([]);
  };
  const canOpenPane = open.mail !== null || isPinned;

  return (
    <div className="outlook" data-full-screen={clients[profile.client].isFullScreen || undefined}>
      <StandInBar product="Outlook" session={session} />
      <section className="ribbon" aria-label="Ribbon">
        {panes.map((pane) => (
          <button
            key={pane.clientId}
            type="button"
            className="primary"
            disabled={!canOpenPane}
            aria-pressed={openPane?.clientId === pane.clientId}
            onClick={() => setOpenPane(pane)}
          >
            {pane.label}
          </button>
        ))}
        {panes.length === 0 && <p>No app has been deployed to this Outlook yet.</p>}
        <HostSwitches profile={profile} onChange={changeProfile} />
      </section>
      <div className="outlook-body">
        <FolderList mailboxes={mailboxes} folders={folders} place={place} onOpen={goTo} />
        <MessageList
          messages={list.messages}
          failure={list.failure}
          selected={selected}
          onSelect={select}
          onRefresh={() => {
            reloadFolders();
            void list.refresh();
          }}
          onMore={list.more && (() => void list.more?.())}
        />
        <main>
          {open.mail && <ReadingPane mail={open.mail} />}
          {open.failure !== null && (
            <p role="alert" className="error">
              {open.failure}
            </p>
          )}
          {selected.length === 0 && <p className="quiet">Select a message to read it.</p>}
          {selected.length > 1 && <p className="quiet">{selected.length} messages are selected.</p>}
        </main>
        {openPane && (
          <TaskPane
            key={[openPane.clientId, profile.client, profile.locale, ...profile.without].join(' ')}
            session={session}
            profile={profile}
            pane={openPane}
            mail={open.mail}
            isLoading={onlyOne !== null && open.mail === null && open.failure === null}
            client={client}
            isPinned={isPinned}
            onPin={setPinned}
            onClose={() => {
              setOpenPane(null);
              setPinned(false);
            }}
            answerNestedAppAuth={broker}
          />
        )}
      </div>
      {dialog}
    </div>
  );
}
