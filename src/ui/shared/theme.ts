import { type Theme, teamsDarkTheme, teamsHighContrastTheme, webLightTheme } from '@fluentui/react-components';

export type ThemeName = 'light' | 'dark' | 'highContrast';

const themes: Record<ThemeName, Theme> = {
  light: webLightTheme,
  dark: teamsDarkTheme,
  highContrast: teamsHighContrastTheme,
};

export function themeFor(name: ThemeName): Theme {
  return themes[name];
}

/** What the operating system asks for, until the host has said more. */
export function preferredTheme(): ThemeName {
  if (window.matchMedia('(forced-colors: active)').matches) return 'highContrast';
  return window.matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}
