import { useCallback, useEffect, useState } from 'react';
import type { WireTheme } from '../office/office-protocol.ts';

export const themes = ['light', 'dark', 'highContrast'] as const satisfies readonly WireTheme[];
export const locales = ['en-GB', 'cy-GB'] as const;

/** What a real Outlook may lack: each can be taken away, from the address bar (`?without=originalFile,office`) or the page. */
export const capabilities = ['originalFile', 'nestedAppAuth', 'office'] as const;
export type Capability = (typeof capabilities)[number];

export const capabilityWords: Record<Capability, string> = {
  originalFile: 'No original file (getAsFileAsync; Mailbox 1.13, as on a mobile)',
  nestedAppAuth: 'No nested sign-in',
  office: 'Office.js never answers',
};

export interface HostProfile {
  theme: WireTheme;
  locale: (typeof locales)[number];
  without: Capability[];
}

function readProfile(query: URLSearchParams): HostProfile {
  const pick = <T extends string>(name: string, allowed: readonly T[], usual: T) =>
    allowed.find((value) => value === query.get(name)) ?? usual;
  const without = (query.get('without') ?? '').split(',');
  return {
    theme: pick('theme', themes, 'light'),
    locale: pick('locale', locales, 'en-GB'),
    without: capabilities.filter((capability) => without.includes(capability)),
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
    if (profile.without.length > 0) url.searchParams.set('without', profile.without.join(','));
    else url.searchParams.delete('without');
    window.history.replaceState(null, '', url);
  }, [profile]);
  const change = useCallback((part: Partial<HostProfile>) => setProfile((now) => ({ ...now, ...part })), []);
  return [profile, change] as const;
}
