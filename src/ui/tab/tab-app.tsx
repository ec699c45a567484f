import { FluentProvider, makeStaticStyles, makeStyles, tokens } from '@fluentui/react-components';
import { useEffect, useState } from 'react';
import type { ClientSettings } from '../../application/client-settings.ts';
import type { TabPorts } from '../../application/ports/tab-ports.ts';
import type { Language } from '../../domain/incident/vocabulary.ts';
import { languageFromTag, rememberedLanguage, rememberLanguage } from '../shared/language.ts';
import { firstTheme, rememberTheme, type ThemeName, themeFor } from '../shared/theme.ts';
import { TabContextProvider } from './tab-context.tsx';
import { TabShell } from './tab-shell.tsx';

/** Space between things is the business of whatever holds them. */
const useResets = makeStaticStyles({ 'h1, h2, h3, p, ul, ol, dl, dd, pre': { margin: 0 } });

const useStyles = makeStyles({
  root: { minHeight: '100vh', backgroundColor: tokens.colorNeutralBackground2 },
});

/**
 * The tab. It shows itself at once, as it was last time, and takes theme, language and deep link from its host when that
 * answers: somebody may be on the line. COM-3e-7
 */
export function TabApp({ ports, settings }: { ports: TabPorts; settings: ClientSettings }) {
  useResets();
  const styles = useStyles();
  const [theme, setTheme] = useState<ThemeName>(firstTheme);
  const [language, setLanguage] = useState<Language>(() => rememberedLanguage() ?? languageFromTag(navigator.language));
  /** Undefined while the host has not answered. */
  const [linked, setLinked] = useState<string | null | undefined>(undefined);

  useEffect(() => {
    let isCurrent = true;
    ports.host.context().then((context) => {
      if (!isCurrent) return;
      setTheme(context.theme);
      if (rememberedLanguage() === null) setLanguage(languageFromTag(context.locale));
      setLinked(context.subPageId);
    });
    ports.host.notifyLoaded();
    const stop = ports.host.onThemeChange(setTheme);
    return () => {
      isCurrent = false;
      stop();
    };
  }, [ports]);

  useEffect(() => {
    document.documentElement.lang = language;
  }, [language]);

  useEffect(() => {
    // Scrollbars and what shows while the page is pulled beyond its end.
    document.documentElement.style.colorScheme = theme === 'light' ? 'light' : 'dark';
    if (linked !== undefined) rememberTheme(theme);
  }, [theme, linked]);

  const choose = (next: Language) => {
    rememberLanguage(next);
    setLanguage(next);
  };

  return (
    <FluentProvider theme={themeFor(theme)} className={styles.root}>
      <TabContextProvider ports={ports} settings={settings} language={language}>
        <TabShell linked={linked} onLanguage={choose} />
      </TabContextProvider>
    </FluentProvider>
  );
}
