import type { HostSession } from '../shared/host-session.ts';
import type { Theme } from './place.ts';
import type { HostedApp } from './teams-client.ts';

/** Features this host has, as teams-js asks for them. A feature that is not named answers `isSupported()` with no. */
export const hostRuntime = JSON.stringify({
  apiVersion: 4,
  hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
  isNAAChannelRecommended: true,
  isDeeplyNestedAuthSupported: false,
  isLegacyTeams: false,
  supports: { chat: {}, nestedAppAuth: {}, pages: { backStack: {}, currentApp: {} } },
});

/** The version of teams-js that this host was made for. */
export const hostSdkVersion = '2.58.0';

const sessionId = crypto.randomUUID();

/** What `app.getContext()` is made of: the flat form that hosts send (teams-js turns it into its own). */
export function tabContext(options: {
  session: HostSession;
  app: HostedApp;
  entityId: string;
  subPageId: string | null;
  theme: Theme;
  locale: string;
}): Record<string, unknown> {
  const { session, app, entityId, subPageId, theme, locale } = options;
  return {
    locale,
    theme,
    entityId,
    ...(subPageId !== null && { subEntityId: subPageId }),
    isFullScreen: false,
    isMultiWindow: false,
    sessionId,
    appSessionId: sessionId,
    appId: app.teamsAppId,
    hostClientType: 'web',
    hostName: 'Teams',
    ringId: 'general',
    frameContext: 'content',
    tid: session.tenantId,
    upn: session.persona.userPrincipalName,
    loginHint: session.persona.userPrincipalName,
    userPrincipalName: session.persona.userPrincipalName,
    userObjectId: session.persona.id,
    userDisplayName: session.persona.displayName,
    userLicenseType: 'Unknown',
    osLocaleInfo: { platform: 'web', regionalFormat: locale, shortDate: 'd/M/yyyy', longDate: 'd MMMM yyyy' },
    userClickTime: Date.now(),
  };
}
