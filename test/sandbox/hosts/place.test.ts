import { describe, expect, it } from 'vitest';
import { placeOfLink, readPlace, writePlace } from '../../../src/sandbox/hosts/teams/place.ts';
import type { HostedApp } from '../../../src/sandbox/hosts/teams/teams-client.ts';

const app: HostedApp = {
  clientId: 'client',
  name: 'App',
  teamsAppId: 'manifest',
  tabs: [
    { entityId: 'home', name: 'Home', url: 'http://localhost/' },
    { entityId: 'reports', name: 'Reports', url: 'http://localhost/' },
  ],
  botId: null,
  state: 'installed',
};
const at = (entityId: string, subPageId: string | null = null) => ({
  view: 'app',
  clientId: 'client',
  entityId,
  subPageId,
});
const context = (value: object) => `context=${encodeURIComponent(JSON.stringify(value))}`;

describe('a deep link', () => {
  it.each([
    ['https://teams.microsoft.com/l/entity/manifest/reports', at('reports')],
    [
      `https://teams.microsoft.com/l/entity/manifest/reports?${context({ subEntityId: 'row 7/é' })}`,
      at('reports', 'row 7/é'),
    ],
    [`https://teams.microsoft.com/l/entity/manifest/reports?${context({ subPageId: 'x' })}`, at('reports', 'x')],
    ['https://teams.microsoft.com/l/entity/manifest/reports?context=nonsense', at('reports')],
    ['https://teams.microsoft.com/l/chat/0/0?users=28:bot', { view: 'chat' }],
    ['https://teams.microsoft.com/l/chat/0/0?users=a&message=Hi', { view: 'chat', with: 'a', message: 'Hi' }],
    ['http://host/teams?view=chat&with=a&message=Hi', { view: 'chat', with: 'a', message: 'Hi' }],
    ['http://host/teams?entity=reports&sub=9', at('reports', '9')],
    ['https://teams.microsoft.com/l/entity/another/reports', null],
    ['https://teams.microsoft.com/l/entity/manifest/unknown', null],
    ['https://teams.microsoft.com.evil.example/l/entity/manifest/reports', null],
    ['https://elsewhere.example/', null],
    ['no link', null],
  ])('%s leads to its place', (link, place) => {
    expect(placeOfLink(link, [app], 'http://host')).toEqual(place);
  });
});

describe('the address bar', () => {
  it('keeps the place and everything else that stood there', () => {
    const search = writePlace('?persona=manager&entity=old&sub=old', {
      view: 'app',
      clientId: 'client',
      entityId: 'reports',
      subPageId: '5',
    });
    expect(new URLSearchParams(search).get('persona')).toBe('manager');
    expect(readPlace(search, [app])).toEqual(at('reports', '5'));
    expect(readPlace(writePlace(search, { view: 'chat' }), [app])).toEqual({ view: 'chat' });
  });

  it('falls back to the first tab, and to the activity list where there is no app', () => {
    expect(readPlace('?entity=unknown&sub=5', [app])).toEqual(at('home'));
    expect(readPlace('', [])).toEqual({ view: 'activity' });
  });
});
