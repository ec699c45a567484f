import type { ClientSettings } from './client-settings.ts';

/**
 * Where an administrator allows the app, with everything its registration lists (`.default`), for the whole organisation. Entra comes
 * back to a page of ours that is registered already.
 * https://learn.microsoft.com/entra/identity-platform/v2-admin-consent
 */
export function adminConsentUrl(settings: Pick<ClientSettings, 'authority' | 'clientId'>, pageOrigin: string): string {
  const url = new URL(`${settings.authority}/v2.0/adminconsent`);
  url.search = new URLSearchParams({
    client_id: settings.clientId,
    scope: 'https://graph.microsoft.com/.default openid profile offline_access',
    redirect_uri: `${pageOrigin}/sign-in.html`,
  }).toString();
  return url.href;
}
