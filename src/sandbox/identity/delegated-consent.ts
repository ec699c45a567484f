import type { AppRegistration } from './app-registrations.ts';

/** What the administrator let this app have for that resource, without the resource's name. */
function grantedOf(app: AppRegistration, audience: string): string[] {
  if (audience === app.clientId) return app.api?.scopes ?? [];
  return app.delegatedConsent.map((scope) => scope.slice(scope.lastIndexOf('/') + 1));
}

/** The permissions a token of the request carries; `.default` means all that were granted. */
export function askedPermissions(app: AppRegistration, asked: { audience: string; permissions: string[] }): string[] {
  return asked.permissions.includes('.default') ? grantedOf(app, asked.audience) : asked.permissions;
}

export function isConsented(app: AppRegistration, asked: { audience: string; permissions: string[] }): boolean {
  const granted = grantedOf(app, asked.audience);
  return askedPermissions(app, asked).every((scope) => granted.includes(scope));
}
