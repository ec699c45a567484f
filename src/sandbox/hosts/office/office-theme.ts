import type { WireTheme } from './office-protocol.ts';

/** Colours of the host as Office hands them on. */
export function officeTheme(theme: WireTheme) {
  const colours = {
    light: ['#FFFFFF', '#242424', '#F5F5F5', '#242424'],
    dark: ['#1F1F1F', '#FFFFFF', '#292929', '#FFFFFF'],
    highContrast: ['#000000', '#FFFFFF', '#000000', '#1AEBFF'],
  }[theme];
  const [bodyBackgroundColor, bodyForegroundColor, controlBackgroundColor, controlForegroundColor] = colours;
  return {
    bodyBackgroundColor,
    bodyForegroundColor,
    controlBackgroundColor,
    controlForegroundColor,
    isDarkTheme: theme !== 'light',
    // Office's own enumeration has a member for high contrast in none of its versions; a page reads it off the colours.
    themeId: theme === 'light' ? 'Colorful' : 'Black',
  };
}
