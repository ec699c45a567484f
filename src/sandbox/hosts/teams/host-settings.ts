import { useEffect, useState } from 'react';
import { type Theme, themes } from './place.ts';

export const locales = ['en-GB', 'cy-GB'] as const;
export type Locale = (typeof locales)[number];

function keep<Value extends string>(name: string, allowed: readonly Value[], fallback: Value) {
  const asked = new URLSearchParams(window.location.search).get(name) ?? localStorage.getItem(`teams.${name}`);
  return allowed.find((value) => value === asked) ?? fallback;
}

/** Theme and language of this Teams: from `?theme=` and `?locale=`, else as they were left. */
export function useHostSettings() {
  const [theme, setTheme] = useState<Theme>(() => keep('theme', themes, 'default'));
  const [locale, setLocale] = useState<Locale>(() => keep('locale', locales, 'en-GB'));
  useEffect(() => {
    document.documentElement.dataset.theme = theme;
    localStorage.setItem('teams.theme', theme);
    localStorage.setItem('teams.locale', locale);
  }, [theme, locale]);
  return { theme, setTheme, locale, setLocale };
}
