import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { DeepLinks } from '../../../src/service/notices/deep-links.ts';
import type { ServiceSettings } from '../../../src/service/settings.ts';
import { readPlace, startPlace, type TabPlace, writePlace } from '../../../src/ui/tab/tab-place.ts';

const id = '0123456789ABCDEFGHJKMNPQRS';

describe('A deep link', () => {
  it.each<[string, TabPlace]>([
    ['', { page: 'start' }],
    ['mine', { page: 'mine', submissionId: null }],
    [`helper/${id}`, { page: 'helper', draftId: id }],
    [`record/${id}`, { page: 'record', draftId: id }],
    [`print/draft/${id}`, { page: 'print', of: 'draft', id }],
    [`print/mine/${id}`, { page: 'print', of: 'mine', id }],
    ['print/hr/17', { page: 'print', of: 'hr', id: '17' }],
    [`mine/${id}`, { page: 'mine', submissionId: id }],
    ['team', { page: 'team', submissionId: null }],
    [`team/${id}`, { page: 'team', submissionId: id }],
    ['team/absences', { page: 'absences' }],
    [`statement/${id}/s1`, { page: 'statement', submissionId: id, statementId: 's1' }],
    [`statement/${id}/s40`, { page: 'statement', submissionId: id, statementId: 's40' }],
    ['switchboard', { page: 'switchboard' }],
    ['guidance', { page: 'guidance', documentId: null }],
    ['guidance/abusiveCall', { page: 'guidance', documentId: 'abusiveCall' }],
    ['list/default', { page: 'list', boundary: 'default' }],
    ['list/hr', { page: 'list', boundary: 'hr' }],
    ['incident/default/17', { page: 'incident', boundary: 'default', itemId: '17' }],
    ['incident/hr/4000000000', { page: 'incident', boundary: 'hr', itemId: '4000000000' }],
  ])('"%s" leads to its place, and the place is written the same way', (link, place) => {
    expect(readPlace(link)).toEqual(place);
    expect(writePlace(place)).toBe(link);
  });

  it.each([
    null,
    '',
    'incident',
    'incident/default',
    'incident/default/',
    'switchboard/1',
    'guidance/',
    'guidance/../mine',
    'print/draft/17',
    `print/default/${id}`,
    'incident/default/0',
    'incident/default/-1',
    'incident/default/1e3',
    'incident/default/12345678901',
    'incident/default/1/fields',
    'incident/default/1?$expand=fields',
    'incident/default/../hr/1',
    'incident/other/1',
    'INCIDENT/default/1',
    'list/default\nlist/hr',
    'helper',
    'helper/1',
    'statement',
    `statement/${id}`,
    `statement/${id}/s0`,
    `statement/${id}/s1/signature`,
    `statement/${id}/../s1`,
    'mine/',
    'team/',
    'team/absences/1',
    `team/${id}0`,
    ' list/default',
    'list/__proto__',
    'mine/../incident/hr/1',
    `mine/${id}0`,
    `mine/${id.slice(1)}U`,
    'javascript:alert(1)',
    'https://evil.example/incident/default/1',
    '<img src=x onerror=alert(1)>',
  ])('%j, which nobody wrote for us, opens the first screen', (link) => {
    expect(readPlace(link)).toEqual(startPlace);
  });

  it('gives a place that reads as itself, whatever came in', () => {
    fc.assert(
      fc.property(fc.string(), (link) => {
        const place = readPlace(link);
        expect(readPlace(writePlace(place))).toEqual(place);
      }),
    );
  });

  it('is read as the service writes it', () => {
    const bot = { teamsAppId: 'app', tabEntityId: 'urddas' };
    const links = new DeepLinks({ origin: 'https://urddas.example', bot } as ServiceSettings);
    const placeOf = (link: string) =>
      readPlace(JSON.parse(new URL(link).searchParams.get('context') ?? '{}').subEntityId ?? null);
    expect(placeOf(links.incident('hr', '23'))).toEqual({ page: 'incident', boundary: 'hr', itemId: '23' });
    expect(placeOf(links.team())).toEqual({ page: 'team', submissionId: null });
    expect(placeOf(links.statement(id, 's12'))).toEqual({ page: 'statement', submissionId: id, statementId: 's12' });
    expect(placeOf(links.answer(id))).toEqual({ page: 'team', submissionId: id });
    expect(placeOf(links.report(id))).toEqual({ page: 'mine', submissionId: id });
  });
});
