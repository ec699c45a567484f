import type { MailHostEnvironment } from '../../application/ports/mail-host.ts';

/** What the host is and can do, asked when it runs: a manifest cannot promise it (facts 2.3, 3.1). */
export function readEnvironment(context: Office.Context): MailHostEnvironment {
  const supports = (set: string, version: string) => context.requirements?.isSetSupported(set, version) ?? false;
  return {
    displayLanguage: context.displayLanguage ?? navigator.language,
    theme: themeOf(context.officeTheme),
    supports: {
      originalFile: supports('Mailbox', '1.14'),
      sharedMailbox: supports('Mailbox', '1.8'),
      nestedAppAuth: supports('NestedAppAuth', '1.1'),
    },
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
