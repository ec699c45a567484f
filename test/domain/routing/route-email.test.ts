import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/incident/report.ts';
import type { Role } from '../../../src/domain/incident/vocabulary.ts';
import type { RoutingResult } from '../../../src/domain/routing/route-report.ts';
import { atSubmit, route, told } from './route.ts';

// COM-6.1-1 to COM-6.1-4, COM-3d, COM-3f, COM-5.2, B-BOMB-2, C-06, C-21, C-31, C-32
describe('an e-mail in office hours is told to', () => {
  it.each<[string, Partial<Report>, Role[], RoutingResult['forward'], RoutingResult['policeTask']]>([
    ['abusive', { kind: 'abusive' }, ['helpDesk', 'itSecurity', 'lineManager', 'security'], 'send', 'none'],
    [
      'sexual or malicious',
      { kind: 'sexualMalicious' },
      ['helpDesk', 'itSecurity', 'lineManager', 'security'],
      'send',
      'none',
    ],
    ['hoax', { kind: 'hoax' }, ['helpDesk', 'itSecurity', 'lineManager', 'security'], 'send', 'none'],
    ['suicide threat', { kind: 'suicideThreat' }, ['lineManager'], 'none', 'prompt'],
    ['suicide threat, danger now', { kind: 'suicideThreat', immediateDanger: true }, ['lineManager'], 'none', 'prompt'],
    [
      'bomb threat',
      { kind: 'bombThreat' },
      ['helpDesk', 'informationSecurity', 'itSecurity', 'lineManager', 'security', 'seniorManager'],
      'suppress',
      'now',
    ],
    ['internal', { kind: 'internal' }, ['hrPartner', 'lineManager'], 'none', 'none'],
    [
      'persistent',
      { kind: 'persistent' },
      ['deputyDirector', 'helpDesk', 'itSecurity', 'lineManager', 'security'],
      'send',
      'none',
    ],
    ['concern only', { kind: 'none' }, ['lineManager'], 'none', 'none'],
    [
      'no kind, severe verbal abuse',
      { kind: 'none', behaviours: ['severeVerbalAbuse'] },
      ['helpDesk', 'itSecurity', 'lineManager', 'security'],
      'send',
      'none',
    ],
    [
      'abusive and violence threatened',
      { kind: 'abusive', violenceThreatened: true },
      ['helpDesk', 'itSecurity', 'lineManager', 'security', 'seniorManager'],
      'send',
      'prompt',
    ],
    [
      'abusive, knows where I live',
      { kind: 'abusive', homeThreat: true },
      ['helpDesk', 'itSecurity', 'lineManager', 'security', 'seniorManager'],
      'send',
      'nowAndMandatory',
    ],
    [
      'abusive and aimed at family',
      { kind: 'abusive', towardsFamily: true },
      ['helpDesk', 'itSecurity', 'lineManager', 'security', 'seniorManager'],
      'send',
      'prompt',
    ],
    [
      'no kind, physical assault',
      { kind: 'none', behaviours: ['physicalAssault'] },
      ['helpDesk', 'itSecurity', 'lineManager', 'security', 'seniorManager'],
      'send',
      'mandatory',
    ],
    [
      'internal and an assault',
      { kind: 'internal', behaviours: ['physicalAssault'] },
      ['hrPartner', 'lineManager'],
      'none',
      'mandatory',
    ],
    [
      'a hidden request for information',
      { kind: 'abusive', informationRequest: 'unsure' },
      ['helpDesk', 'informationRights', 'itSecurity', 'lineManager', 'security'],
      'send',
      'none',
    ],
  ])('%s', (_, change, roles, forward, policeTask) => {
    const result = route(change);
    expect(atSubmit(result)).toEqual(roles);
    expect(result.forward).toBe(forward);
    expect(result.policeTask).toBe(policeTask);
  });

  it('offers Security, and support before all else, to whoever reports a suicide threat', () => {
    const result = route({ kind: 'suicideThreat' }, { officeHours: 'uncovered' });
    expect(told(result, 'prompt')).toEqual(['facilities', 'security']);
    expect(result.support).toBe('first');
    expect(result.securityMandatory).toBe(false);
  });

  it('lets a person bring Security in on a concern, and nobody else', () => {
    const result = route({ kind: 'none' });
    expect(told(result, 'prompt')).toEqual(['security']);
  });

  it('keeps an internal case for HR, who may bring Security in after an assault', () => {
    const result = route({ kind: 'internal', behaviours: ['physicalAssault'] });
    expect(result.boundary).toBe('hr');
    expect(told(result, 'prompt')).toEqual(['security']);
    expect(result.explanation.withheld).toContainEqual({ role: 'seniorManager', exclusionId: 'hrRoute' });
  });
});

describe('out of hours', () => {
  it.each(['window', 'uncovered'] as const)('facilities is told before anyone else (%s)', (officeHours) => {
    for (const kind of ['abusive', 'hoax', 'sexualMalicious', 'bombThreat', 'persistent'] as const) {
      const result = route({ kind }, { officeHours });
      expect(result.notices[0]).toMatchObject({ role: 'facilities', urgency: 'first' });
      expect(result.notices.slice(1).every((each) => each.urgency !== 'first')).toBe(true);
    }
  });

  it('facilities is told nothing of an internal case, and of a suicide threat only by a person', () => {
    expect(route({ kind: 'internal' }, { officeHours: 'window' }).notices.map((each) => each.role)).not.toContain(
      'facilities',
    );
    expect(atSubmit(route({ kind: 'suicideThreat' }, { officeHours: 'window' }))).toEqual(['lineManager']);
  });

  it('facilities is not told in office hours', () => {
    expect(route({ kind: 'abusive' }).notices.map((each) => each.role)).not.toContain('facilities');
  });
});
