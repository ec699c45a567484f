import type { HostSession } from '../shared/host-session.ts';
import type { Theme } from './place.ts';
import type { HostedApp } from './teams-client.ts';

/** Features this host has. */
const features = { chat: {}, nestedAppAuth: {}, pages: { backStack: {}, currentApp: {} } };
export type HostFeature = keyof typeof features;
export const hostFeatures = Object.keys(features) as HostFeature[];

/**
 * What teams-js is told of this host, as it asks: a feature that is not named answers `isSupported()` with no.
 * @param without taken away by `?without=chat,pages`.
 */
export function hostRuntime(without: readonly string[]): string {
  const has = (feature: string) => !without.includes(feature);
  return JSON.stringify({
    apiVersion: 4,
    hostVersionsInfo: { adaptiveCardSchemaVersion: { majorVersion: 1, minorVersion: 5 } },
    isNAAChannelRecommended: has('nestedAppAuth'),
    isDeeplyNestedAuthSupported: false,
    isLegacyTeams: false,
    supports: Object.fromEntries(Object.entries(features).filter(([feature]) => has(feature))),
  });
}

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
