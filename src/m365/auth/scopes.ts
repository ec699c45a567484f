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
