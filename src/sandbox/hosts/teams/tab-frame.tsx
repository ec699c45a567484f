import { useEffect, useLayoutEffect, useRef, useState } from 'react';
import type { HostSession } from '../shared/host-session.ts';
import type { Place, Theme } from './place.ts';
import { hostRuntime, hostSdkVersion, tabContext } from './tab-context.ts';
import { createTabHost, type TabHost, type TabHostActions } from './tab-host.ts';
import type { HostedApp } from './teams-client.ts';

/** Features that this Teams lacks, from the address bar it was opened with. */
const lacking = new URLSearchParams(window.location.search).get('without')?.split(',') ?? [];

export interface TabFrameProps {
  session: HostSession;
  app: HostedApp;
  place: Extract<Place, { view: 'app' }>;
  theme: Theme;
  locale: string;
  /** What does not depend on this one tab. */
  actions: Pick<
    TabHostActions,
    'openLink' | 'openChat' | 'navigateToApp' | 'navigateBack' | 'shareLink' | 'returnFocus' | 'answerNestedAppAuth'
  > & { goTo(place: Place): void };
}

/** One tab of an app in its frame. Give it a new key to load it again. */
export function TabFrame({ session, app, place, theme, locale, actions }: TabFrameProps) {
  const frame = useRef<HTMLIFrameElement>(null);
  const host = useRef<TabHost | null>(null);
  const [failure, setFailure] = useState<string | null>(null);
  const [isLoading, setIsLoading] = useState(true);
  const tab = app.tabs.find(({ entityId }) => entityId === place.entityId);
  const latest = useRef({ theme, actions });
  latest.current = { theme, actions };

  const url = tab?.url ?? 'about:blank';
  const { subPageId } = place;
  // Before the browser paints: the tab must not speak before somebody listens.
  useLayoutEffect(() => {
    if (!tab) return;
    const pageHere = (entityId: string) => app.tabs.some((candidate) => candidate.entityId === entityId);
    const go = (entityId: string, sub: string | undefined) =>
      latest.current.actions.goTo({ view: 'app', clientId: app.clientId, entityId, subPageId: sub ?? null });
    const created = createTabHost({
      frame: () => frame.current?.contentWindow ?? null,
      origin: new URL(tab.url).origin,
      sdkVersion: hostSdkVersion,
      runtime: hostRuntime(lacking),
      actions: {
        context: () =>
          tabContext({ session, app, entityId: tab.entityId, subPageId, theme: latest.current.theme, locale }),
        config: () => ({ contentUrl: tab.url, entityId: tab.entityId, suggestedDisplayName: tab.name }),
        openLink: (link) => latest.current.actions.openLink(link),
        openChat: (address, message) => latest.current.actions.openChat(address, message),
        navigateToApp: (params) => latest.current.actions.navigateToApp(params),
        navigateWithinApp: ({ pageId, subPageId: sub }) => {
          if (pageHere(pageId)) go(pageId, sub);
          return pageHere(pageId);
        },
        navigateToDefaultPage: () => go(app.tabs[0]?.entityId ?? tab.entityId, undefined),
        navigateBack: () => latest.current.actions.navigateBack(),
        shareLink: (sub, label) => latest.current.actions.shareLink(sub, label),
        returnFocus: () => latest.current.actions.returnFocus(),
        answerNestedAppAuth: (json, origin) => latest.current.actions.answerNestedAppAuth(json, origin),
        loaded: () => setIsLoading(false),
        succeeded: () => setIsLoading(false),
        failed: setFailure,
      },
    });
    host.current = created;
    const listen = (event: MessageEvent) => void created.receive(event);
    window.addEventListener('message', listen);
    return () => window.removeEventListener('message', listen);
  }, [app, tab, session, subPageId, locale]);

  useEffect(() => host.current?.announce('themeChange', theme), [theme]);

  if (!tab) return <p role="alert">This app has no such page.</p>;
  return (
    <div className="tab-frame">
      {failure !== null && (
        <p role="alert" className="error">
          The app says that it cannot start: {failure}
        </p>
      )}
      <iframe
        ref={frame}
        title={`${app.name}: ${tab.name}`}
        src={url}
        aria-busy={isLoading}
        allow="clipboard-write"
        sandbox="allow-scripts allow-same-origin allow-forms allow-popups allow-popups-to-escape-sandbox allow-downloads allow-modals"
        onLoad={() => setIsLoading(false)}
      />
    </div>
  );
}
