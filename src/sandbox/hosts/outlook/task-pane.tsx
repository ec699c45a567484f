import { useEffect, useLayoutEffect, useRef } from 'react';
import type { HostSession } from '../shared/host-session.ts';
import { clients, clientWithout } from './clients.ts';
import type { HostProfile } from './host-profile.ts';
import type { HostedPane, MailClient } from './mail-client.ts';
import { createOfficeHost } from './office-host.ts';
import { type PaneSurroundings, paneHandlers } from './pane-handlers.ts';
import { type OpenMail, toWireItem } from './wire-item.ts';

interface TaskPaneProps {
  session: HostSession;
  profile: HostProfile;
  pane: HostedPane;
  mail: OpenMail | null;
  /** The next message is on its way: nothing is said about it until it is there. */
  isLoading: boolean;
  client: MailClient;
  isPinned: boolean;
  onPin(pinned: boolean): void;
  onClose(): void;
  answerNestedAppAuth(request: string, origin: string): Promise<string | null>;
}

/** Microsoft's own names for the platforms in `_host_Info`. */
const platformNames = { OfficeOnline: 'Web', PC: 'Win32', Mac: 'Mac', iOS: 'iOS' } as const;

function paneAddress(pane: HostedPane, { client, locale }: HostProfile): string {
  const url = new URL(pane.url);
  // What Outlook puts there; pages read the host's language off it before Office.js has answered.
  url.searchParams.set('_host_Info', `Outlook$${platformNames[clients[client].platform]}$16.01$${locale}$$$$0`);
  return url.href;
}

/** The app's page beside the mail. Give it a new key to load it again. */
export function TaskPane(props: TaskPaneProps) {
  const { profile, pane, mail, isLoading, isPinned } = props;
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<ReturnType<typeof createOfficeHost> | null>(null);
  const latest = useRef(props);
  latest.current = props;
  const origin = new URL(pane.url).origin;
  const answers = !profile.without.includes('office');

  // Before the browser paints: the page must not speak before somebody listens.
  useLayoutEffect(() => {
    const surroundings = (): PaneSurroundings => {
      const { session, client, onClose, answerNestedAppAuth } = latest.current;
      return {
        session,
        client,
        profile: latest.current.profile,
        mail: latest.current.mail,
        close: onClose,
        answerNestedAppAuth: (request) => answerNestedAppAuth(request, origin),
      };
    };
    const created = createOfficeHost({
      frame: () => frame.current?.contentWindow ?? null,
      origin,
      answers,
      handlers: paneHandlers(surroundings),
    });
    host.current = created;
    const listen = (event: MessageEvent) => void created.receive(event);
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [origin, answers]);

  const openId = mail?.message.id ?? null;
  const shownId = useRef(openId);
  useEffect(() => {
    if (isLoading || shownId.current === openId) return;
    shownId.current = openId;
    const open = latest.current.mail;
    host.current?.announce({ kind: 'office.event', event: 'itemChanged', item: open && toWireItem(open) });
  }, [openId, isLoading]);
  useEffect(() => {
    host.current?.announce({ kind: 'office.event', event: 'themeChanged', theme: profile.theme });
  }, [profile.theme]);

  return (
    <aside className="task-pane" aria-label={pane.label}>
      <div className="task-pane-bar">
        <h2>{pane.name}</h2>
        {clientWithout(profile.client, profile.without).isPinnable && (
          <button type="button" aria-pressed={isPinned} onClick={() => props.onPin(!isPinned)}>
            {isPinned ? 'Unpin' : 'Pin'}
          </button>
        )}
        <button type="button" onClick={props.onClose} aria-label="Close the pane">
          ✕
        </button>
      </div>
      <iframe
        ref={frame}
        title={pane.label}
        src={paneAddress(pane, profile)}
        allow="clipboard-write"
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads"
      />
    </aside>
  );
}
