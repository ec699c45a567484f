import { type Theme, teamsDarkTheme, teamsHighContrastTheme, teamsLightTheme } from '@fluentui/react-components';

export const themeNames = ['light', 'dark', 'highContrast'] as const;
export type ThemeName = (typeof themeNames)[number];

const themes: Record<ThemeName, Theme> = {
  light: teamsLightTheme,
  dark: teamsDarkTheme,
  highContrast: teamsHighContrastTheme,
};

export function themeFor(name: ThemeName): Theme {
  return themes[name];
}

const key = 'urddas.theme';

/**
 * For the first frame, before the host has said: what it said last time, else what the operating system asks for. Storage
 * can be forbidden inside a frame: then nothing is remembered.
 */
export function firstTheme(): ThemeName {
  if (window.matchMedia('(forced-colors: active)').matches) return 'highContrast';
  const remembered = themeNames.find((name) => name === readStored());
  return remembered ?? (window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light');
}

export function rememberTheme(name: ThemeName): void {
  try {
    localStorage.setItem(key, name);
  } catch {
    // Forbidden storage costs a flash of the other theme, no more.
  }
}

function readStored(): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}
