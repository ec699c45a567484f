import { useCallback, useEffect, useState } from 'react';
import type { WireLacking, WireTheme } from '../office/office-protocol.ts';
import { type ClientName, clientNames, type Lack, lacks } from './clients.ts';

export const themes = ['light', 'dark', 'highContrast'] as const satisfies readonly WireTheme[];
export const locales = ['en-GB', 'cy-GB'] as const;

export interface HostProfile {
  theme: WireTheme;
  locale: (typeof locales)[number];
  client: ClientName;
  without: Lack[];
  /** More, each by where a page finds it. From the address bar only. */
  lacking: WireLacking;
  /** Minor version of the Mailbox set that it says it has at most. From the address bar only. */
  mailboxMinor: number;
}

function readProfile(query: URLSearchParams): HostProfile {
  const pick = <T extends string>(name: string, allowed: readonly T[], usual: T) =>
    allowed.find((value) => value === query.get(name)) ?? usual;
  const list = (name: string) => query.get(name)?.split(',') ?? [];
  const without = list('without');
  return {
    theme: pick('theme', themes, 'light'),
    locale: pick('locale', locales, 'en-GB'),
    client: pick('client', clientNames, 'web'),
    without: lacks.filter((lack) => without.includes(lack)),
    lacking: { missing: list('missing'), refusing: list('refusing'), silent: list('silent') },
    mailboxMinor: Number(query.get('mailbox')?.split('.')[1] ?? Number.POSITIVE_INFINITY),
  };
}

const rootThemes: Record<WireTheme, string> = { light: 'light', dark: 'dark', highContrast: 'contrast' };

/** The switches of this Outlook. They stand in the address bar, so that a link leads to the same host. */
export function useHostProfile() {
  const [profile, setProfile] = useState(() => readProfile(new URLSearchParams(window.location.search)));
  useEffect(() => {
    document.documentElement.dataset.theme = rootThemes[profile.theme];
    const url = new URL(window.location.href);
    url.searchParams.set('theme', profile.theme);
    url.searchParams.set('locale', profile.locale);
    url.searchParams.set('client', profile.client);
    if (profile.without.length > 0) url.searchParams.set('without', profile.without.join(','));
    else url.searchParams.delete('without');
    window.history.replaceState(null, '', url);
  }, [profile]);
  const change = useCallback((part: Partial<HostProfile>) => setProfile((now) => ({ ...now, ...part })), []);
  return [profile, change] as const;
}
