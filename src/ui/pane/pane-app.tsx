import { useCallback, useEffect, useState, useSyncExternalStore } from 'react';
import { adminConsentUrl } from '../../application/admin-consent-url.ts';
import type { ClientSettings } from '../../application/client-settings.ts';
import type { MailHostEnvironment } from '../../application/ports/mail-host.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import type { PaneWords } from '../../words/pane.en.ts';
import { storesNothing } from './draft-shelf.ts';
import { languageOfTag, rememberedLanguage, rememberLanguage } from './language-choice.ts';
import { PaneBody } from './pane-body.tsx';
import type { PaneConnection } from './pane-connection.ts';
import { PaneProvider } from './pane-context.tsx';
import { SafetyPanel } from './safety-panel.tsx';
import { useConnection } from './use-connection.ts';
import { useHost } from './use-host.ts';

export interface PaneAppProps {
  language: Language;
  words: PaneWords;
  loadWords(language: Language): Promise<PaneWords>;
  /** Null where the page was opened without its settings. */
  settings: ClientSettings | null;
  connect(): Promise<PaneConnection>;
}

const noSubscription = () => () => undefined;

/** The whole pane. What it shows at first is in the page as built; everything else joins as it arrives. */
export function PaneApp(props: PaneAppProps) {
  const { language, words, setLanguage } = useLanguage(props);
  // The page as built knows no settings: they join after hydration, so that both agree on the first picture.
  const settings = useSyncExternalStore(
    noSubscription,
    () => props.settings,
    () => null,
  );
  const isVolatile = useSyncExternalStore(noSubscription, storesNothing, () => false);
  const connection = useConnection(props.connect);
  const host = useHost(connection);
  useTheme(host.environment);
  useDisplayLanguage(host.environment, setLanguage);
  const other: Language = language === 'en' ? 'cy' : 'en';
  return (
    <PaneProvider value={{ words, language, contacts: settings?.contacts ?? [], storesNothing: isVolatile }}>
      <div className="pane">
        <header>
          <h1>{words.title}</h1>
          <button
            type="button"
            className="link"
            lang={words.languageSwitchLang}
            onClick={() => {
              rememberLanguage(other);
              setLanguage(other);
            }}
          >
            {words.languageSwitch}
          </button>
        </header>
        <main>
          <SafetyPanel />
          <PaneBody
            connection={connection}
            host={host}
            consentUrl={settings && adminConsentUrl(settings, window.location.origin)}
          />
        </main>
        {settings?.demoNotice && (
          <footer className="demo">
            {words.demo}: {settings.demoNotice}
          </footer>
        )}
      </div>
    </PaneProvider>
  );
}

function useLanguage({ language, words, loadWords }: PaneAppProps) {
  const [shown, setShown] = useState({ language, words });
  const setLanguage = useCallback(
    (wanted: Language) => {
      loadWords(wanted).then(
        (loaded) => setShown({ language: wanted, words: loaded }),
        () => undefined, // Without network the language stays; the switch is there to be pressed again.
      );
    },
    [loadWords],
  );
  useEffect(() => {
    document.documentElement.lang = shown.language;
    document.title = shown.words.title;
  }, [shown]);
  useEffect(() => {
    const remembered = rememberedLanguage();
    if (remembered !== null && remembered !== language) setLanguage(remembered);
  }, [language, setLanguage]);
  return { ...shown, setLanguage };
}

/** Follows the mail application's language until the person has chosen one. B-CY-1. */
function useDisplayLanguage(environment: MailHostEnvironment | null, setLanguage: (language: Language) => void): void {
  const tag = environment?.displayLanguage;
  useEffect(() => {
    if (tag === undefined || rememberedLanguage() !== null) return;
    const wanted = languageOfTag(tag);
    if (document.documentElement.lang !== wanted) setLanguage(wanted);
  }, [tag, setLanguage]);
}

/** Until the host says, the style sheet follows the system's setting. */
function useTheme(environment: MailHostEnvironment | null): void {
  const theme = environment?.theme;
  useEffect(() => {
    if (theme !== undefined) document.documentElement.dataset.theme = theme;
  }, [theme]);
}
