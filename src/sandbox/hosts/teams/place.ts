import type { HostedApp } from './teams-client.ts';

/** Where in Teams one is: what the address bar keeps. */
export type Place =
  | { view: 'activity' }
  /** `with` is the sign-in name of somebody to write to, `message` what stands in the box already. */
  | { view: 'chat'; with?: string; message?: string }
  | { view: 'app'; clientId: string; entityId: string; subPageId: string | null };

export const themes = ['default', 'dark', 'contrast'] as const;
export type Theme = (typeof themes)[number];

export function defaultPlace(app: HostedApp | undefined): Place {
  const tab = app?.tabs[0];
  if (!app || !tab) return { view: 'activity' };
  return { view: 'app', clientId: app.clientId, entityId: tab.entityId, subPageId: null };
}

export function findApp(apps: HostedApp[], id: string | null): HostedApp | undefined {
  return apps.find(({ clientId, teamsAppId }) => id === clientId || id === teamsAppId);
}

/** Reads `?view=…&entity=…&sub=…&app=…`. */
export function readPlace(search: string, apps: HostedApp[]): Place {
  const query = new URLSearchParams(search);
  const view = query.get('view');
  if (view === 'activity') return { view };
  if (view === 'chat') return chatWith(query.get('with'), query.get('message'));
  const app = findApp(apps, query.get('app')) ?? apps.find(({ tabs }) => tabs.length > 0);
  const tab = app?.tabs.find(({ entityId }) => entityId === query.get('entity'));
  if (!app || !tab) return defaultPlace(app);
  return { view: 'app', clientId: app.clientId, entityId: tab.entityId, subPageId: query.get('sub') };
}

/** The search part of the address for a place, with everything else in it kept. */
export function writePlace(search: string, place: Place): string {
  const query = new URLSearchParams(search);
  for (const name of ['view', 'entity', 'sub', 'app', 'with', 'message']) query.delete(name);
  query.set('view', place.view);
  if (place.view === 'chat' && place.with) {
    query.set('with', place.with);
    if (place.message) query.set('message', place.message);
  }
  if (place.view === 'app') {
    query.set('app', place.clientId);
    query.set('entity', place.entityId);
    if (place.subPageId) query.set('sub', place.subPageId);
  }
  return `?${query}`;
}

/** The place a Teams deep link leads to (facts 4.5); null when it leads out of Teams, or to an app that is not here. */
export function placeOfLink(link: string, apps: HostedApp[], origin: string): Place | null {
  const url = URL.canParse(link) ? new URL(link) : null;
  if (!url) return null;
  if (url.origin === origin && url.pathname === '/teams') return readPlace(url.search, apps);
  if (url.hostname !== 'teams.microsoft.com') return null;
  const [, l, kind, appId = '', entityId = ''] = url.pathname.split('/').map(decodeURIComponent);
  if (l !== 'l') return null;
  if (kind === 'chat') return chatWith(url.searchParams.get('users'), url.searchParams.get('message'));
  const app = kind === 'entity' ? findApp(apps, appId) : undefined;
  const tab = app?.tabs.find((candidate) => candidate.entityId === entityId);
  if (!app || !tab) return null;
  return { view: 'app', clientId: app.clientId, entityId, subPageId: subPageOf(url.searchParams.get('context')) };
}

/** A bot (`28:…`) is found among the chats that are there. */
export function chatWith(users: string | null, message: string | null): Place {
  const [user] = users?.split(',') ?? [];
  if (!user || user.startsWith('28:')) return { view: 'chat' };
  return { view: 'chat', with: user, ...(message && { message }) };
}

function subPageOf(context: string | null): string | null {
  try {
    const { subEntityId, subPageId } = JSON.parse(context ?? '{}') as Record<string, unknown>;
    const id = subPageId ?? subEntityId;
    return typeof id === 'string' && id ? id : null;
  } catch {
    return null;
  }
}
