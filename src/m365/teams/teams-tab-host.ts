import type { app } from '@microsoft/teams-js';
import type { TabHost, TabHostContext } from '../../application/ports/tab-host.ts';
import { within } from '../../application/within.ts';

export interface TeamsTabHost extends TabHost {
  started(): Promise<boolean>;
  /** Opens the host's chat with this person, the words written and not sent. False where there is no such thing. */
  openChat(address: string, message: string): Promise<boolean>;
}

/** A host that is none does not answer at all; teams-js alone would wait for a minute. */
const hostTimeoutMs = 5_000;

type TeamsJs = typeof import('@microsoft/teams-js');

/**
 * Teams (or another Microsoft 365 host) around the tab, by teams-js, which loads on the first call. Opened in a plain
 * browser window, or where no host answers, the browser itself says what it knows.
 * `hostOrigins` are hosts beyond teams-js's own list; an origin it does not know is never answered.
 */
export function createTeamsTabHost(
  hostOrigins: readonly string[],
  load: () => Promise<TeamsJs> = () => import('@microsoft/teams-js'),
): TeamsTabHost {
  let starting: Promise<TeamsJs | null> | null = null;

  const start = (): Promise<TeamsJs | null> => {
    starting ??= inFrame() ? fromHost(connect(load, hostOrigins)) : Promise.resolve(null);
    return starting;
  };

  return {
    started: async () => (await start()) !== null,
    context: async () => {
      const teams = await start();
      if (!teams) return browserContext();
      const context = await fromHost(teams.app.getContext());
      return context ? hostContext(context) : browserContext();
    },
    onThemeChange: (listener) => {
      let isStopped = false;
      void start().then((teams) =>
        teams?.app.registerOnThemeChangeHandler((theme) => {
          if (!isStopped) listener(themeOf(theme));
        }),
      );
      return () => {
        isStopped = true;
      };
    },
    openChat: async (address, message) => {
      const teams = await start();
      if (!teams?.chat.isSupported()) return false;
      return teams.chat.openChat({ user: address, message }).then(
        () => true,
        () => false,
      );
    },
    notifyLoaded: () => {
      void start().then((teams) => {
        teams?.app.notifyAppLoaded();
        teams?.app.notifySuccess();
      });
    },
  };
}

async function connect(load: () => Promise<TeamsJs>, hostOrigins: readonly string[]): Promise<TeamsJs> {
  const teams = await load();
  await teams.app.initialize([...hostOrigins]);
  return teams;
}

/** Null when it takes too long or fails: the tab then shows itself without a host. */
function fromHost<T>(work: Promise<T>): Promise<T | null> {
  const none = () => null;
  return within(hostTimeoutMs, work.catch(none), none);
}

function hostContext(context: app.Context): TabHostContext {
  return {
    theme: themeOf(context.app.theme),
    locale: context.app.locale || navigator.language,
    subPageId: context.page.subPageId || null,
    personId: context.user?.id || null,
  };
}

function browserContext(): TabHostContext {
  const prefersDark = matchMedia('(prefers-color-scheme: dark)').matches;
  const isForced = matchMedia('(forced-colors: active)').matches;
  return {
    theme: isForced ? 'highContrast' : prefersDark ? 'dark' : 'light',
    locale: navigator.language,
    subPageId: null,
    personId: null,
  };
}

function themeOf(theme: string): TabHostContext['theme'] {
  if (theme === 'contrast') return 'highContrast';
  return theme === 'dark' ? 'dark' : 'light';
}

function inFrame(): boolean {
  return window.parent !== window;
}
