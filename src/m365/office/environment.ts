import type { MailHostEnvironment } from '../../application/ports/mail-host.ts';
import type { RequirementSet } from './host-capabilities.ts';

/** Whether the running host says that it has this. Its objects may lack the method all the same, which is asked where it is used. */
export function hostOffers(set: RequirementSet): boolean {
  return Office.context.requirements?.isSetSupported(...set) ?? false;
}

/** How the host looks and speaks. */
export function readEnvironment(context: Office.Context): MailHostEnvironment {
  return {
    displayLanguage: context.displayLanguage ?? navigator.language,
    theme: themeOf(context.officeTheme),
  };
}

/** Outlook says which colours it uses and, in newer builds, whether they are dark. Forced colours are the system's. */
function themeOf(theme: (Office.OfficeTheme & { isDarkTheme?: boolean }) | undefined): MailHostEnvironment['theme'] {
  if (matchMedia('(forced-colors: active)').matches) return 'highContrast';
  if (theme?.isDarkTheme !== undefined) return theme.isDarkTheme ? 'dark' : 'light';
  if (theme?.bodyBackgroundColor) return isDark(theme.bodyBackgroundColor) ? 'dark' : 'light';
  return matchMedia('(prefers-color-scheme: dark)').matches ? 'dark' : 'light';
}

/** `#rrggbb`; perceived brightness under one half. */
function isDark(colour: string): boolean {
  const value = Number.parseInt(colour.replace('#', ''), 16);
  if (Number.isNaN(value)) return false;
  const [red, green, blue] = [value >> 16, (value >> 8) & 255, value & 255];
  return (299 * red + 587 * green + 114 * blue) / 1000 < 128;
}
