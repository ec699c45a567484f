/**
 * Delegated Graph permissions, in one fixed order: hosts fetch a token ahead of time only for exactly this list
 * (facts 3.1). `Sites.Selected` gives nothing but the one site an administrator granted; `User.Read.All` is the least
 * that reads a line manager (facts 3.2).
 */
export const paneScopes = [
  'User.Read',
  'User.Read.All',
  'Mail.ReadWrite',
  'Mail.Send',
  'Mail.Read.Shared',
  'Sites.Selected',
] as const;

export const tabScopes = ['User.Read', 'User.Read.All', 'Sites.Selected'] as const;

/** What the lists may be asked for with; a tenant in which the first does not do takes a wider one (`npm run tenant:check`). */
export const siteScopes = ['Sites.Selected', 'Sites.ReadWrite.All', 'Sites.Manage.All'] as const;
export type SiteScope = (typeof siteScopes)[number];

/** The same scopes in the same order, with this one for the site. */
export function scopesFor(scopes: readonly string[], siteScope: SiteScope = 'Sites.Selected'): string[] {
  return scopes.map((scope) => (scope === 'Sites.Selected' ? siteScope : scope));
}

/**
 * Asking a colleague for help, and nothing else: a token of its own, got when the button is pressed, so that the tab's first
 * sign-in asks for no chats. The least that Microsoft documents for the two calls; an administrator consents with the rest.
 */
export const chatScopes = ['Chat.Create', 'ChatMessage.Send'] as const;
