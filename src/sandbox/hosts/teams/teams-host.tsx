import { AlertRegular, AppsRegular, ChatRegular } from '@fluentui/react-icons';
import { type ReactNode, useMemo, useRef, useState } from 'react';
import { useConsentDialog } from '../shared/consent-dialog.tsx';
import type { HostSession } from '../shared/host-session.ts';
import { createNestedAppAuthBroker } from '../shared/nested-app-auth.ts';
import { StandInBar } from '../shared/stand-in-bar.tsx';
import { ActivityPage } from './activity-page.tsx';
import { ChatPage } from './chat-page.tsx';
import { type Locale, locales, useHostSettings } from './host-settings.ts';
import { chatWith, defaultPlace, findApp, placeOfLink, type Theme, themes } from './place.ts';
import { TabFrame, type TabFrameProps } from './tab-frame.tsx';
import type { HostedApp } from './teams-client.ts';
import { usePlace } from './use-place.ts';

const themeNames: Record<Theme, string> = { default: 'Light', dark: 'Dark', contrast: 'High contrast' };
const localeNames: Record<Locale, string> = { 'en-GB': 'English', 'cy-GB': 'Cymraeg' };

/** Addresses that may be opened outside Teams. */
function opensOutside(link: string): boolean {
  return /^(https?:|mailto:|tel:)/i.test(link);
}

export function TeamsHost({ session, apps: allApps }: { session: HostSession; apps: HostedApp[] }) {
  const persona = session.persona.key;
  const apps = useMemo(() => allApps.filter(({ state }) => state !== 'notInstalled'), [allApps]);
  const { place, visit, goTo } = usePlace(apps);
  const { theme, setTheme, locale, setLocale } = useHostSettings();
  const { askConsent, dialog } = useConsentDialog();
  const [notice, setNotice] = useState('');
  const rail = useRef<HTMLElement>(null);

  const openLink = (link: string): boolean => {
    const target = placeOfLink(link, apps, window.location.origin);
    if (target) goTo(target);
    else if (opensOutside(link)) window.open(link, '_blank', 'noopener');
    else return false;
    return true;
  };
  const app = place.view === 'app' ? findApp(apps, place.clientId) : undefined;
  const answerNestedAppAuth = useMemo(() => createNestedAppAuthBroker({ persona, askConsent }), [persona, askConsent]);
  const actions: TabFrameProps['actions'] = {
    goTo,
    openLink,
    openChat: (address, message) => goTo(chatWith(address, message)),
    navigateToApp: ({ appId, pageId, subPageId }) => {
      const target = findApp(apps, appId);
      if (!target?.tabs.some(({ entityId }) => entityId === pageId)) return false;
      goTo({ view: 'app', clientId: target.clientId, entityId: pageId, subPageId: subPageId ?? null });
      return true;
    },
    navigateBack: () => window.history.back(),
    shareLink: (subPageId, label) => {
      const link = new URL(window.location.href);
      link.searchParams.set('sub', subPageId);
      setNotice(`Link to "${label}": ${link.href}`);
    },
    returnFocus: () => rail.current?.querySelector('button')?.focus(),
    answerNestedAppAuth,
  };

  return (
    <div className="teams">
      <StandInBar product="Microsoft Teams" session={session} />
      <section className="settings" aria-label="Settings">
        <label>
          Theme{' '}
          <select value={theme} onChange={(event) => setTheme(event.target.value as Theme)}>
            {themes.map((name) => (
              <option key={name} value={name}>
                {themeNames[name]}
              </option>
            ))}
          </select>
        </label>
        <label>
          Language{' '}
          <select value={locale} onChange={(event) => setLocale(event.target.value as Locale)}>
            {locales.map((name) => (
              <option key={name} value={name}>
                {localeNames[name]}
              </option>
            ))}
          </select>
        </label>
        <output>{notice}</output>
      </section>
      <div className="teams-body">
        <nav ref={rail} className="rail" aria-label="Teams">
          <RailButton
            name="Activity"
            icon={<AlertRegular />}
            isHere={place.view === 'activity'}
            go={() => goTo({ view: 'activity' })}
          />
          <RailButton
            name="Chat"
            icon={<ChatRegular />}
            isHere={place.view === 'chat'}
            go={() => goTo({ view: 'chat' })}
          />
          {apps
            .filter(({ tabs }) => tabs.length > 0)
            .map((entry) => (
              <RailButton
                key={entry.clientId}
                name={entry.name}
                icon={<AppsRegular />}
                isHere={entry === app}
                go={() => goTo(defaultPlace(entry))}
              />
            ))}
        </nav>
        <main>
          {place.view === 'activity' && <ActivityPage persona={persona} onOpenLink={openLink} />}
          {place.view === 'chat' && (
            <ChatPage
              key={`${place.with ?? ''} ${visit}`}
              persona={persona}
              personName={session.persona.displayName}
              wanted={place.with ? { address: place.with, message: place.message ?? '' } : null}
              theme={theme}
              onOpenLink={openLink}
            />
          )}
          {place.view === 'app' && app && (
            <>
              <nav className="tabs" aria-label={app.name}>
                {app.tabs.map(({ entityId, name }) => (
                  <button
                    key={entityId}
                    type="button"
                    aria-current={entityId === place.entityId ? 'page' : undefined}
                    onClick={() => goTo({ view: 'app', clientId: app.clientId, entityId, subPageId: null })}
                  >
                    {name}
                  </button>
                ))}
              </nav>
              <TabFrame
                key={`${visit} ${locale}`}
                session={session}
                app={app}
                place={place}
                theme={theme}
                locale={locale}
                actions={actions}
              />
            </>
          )}
          {apps.length === 0 && <p>No app is installed for you.</p>}
        </main>
      </div>
      {dialog}
    </div>
  );
}

function RailButton({ name, icon, isHere, go }: { name: string; icon: ReactNode; isHere: boolean; go(): void }) {
  return (
    <button type="button" aria-current={isHere ? 'page' : undefined} onClick={go}>
      {icon}
      {name}
    </button>
  );
}
