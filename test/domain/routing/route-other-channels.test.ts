import { describe, expect, it } from 'vitest';
import type { Report } from '../../../src/domain/incident/report.ts';
import type { Role } from '../../../src/domain/incident/vocabulary.ts';
import type { RoutingResult } from '../../../src/domain/routing/route-report.ts';
import type { Circumstances } from '../../../src/domain/routing/situation.ts';
import { atSubmit, route, told } from './route.ts';

describe('calls, letters and meetings are told to', () => {
  it.each<[string, Partial<Report>, Partial<Circumstances>, Role[], RoutingResult['policeTask']]>([
    ['an abusive call', { channel: 'phone', kind: 'abusive' }, {}, ['hrPartner', 'lineManager'], 'none'],
    [
      'an abusive call from outside',
      { channel: 'phone', kind: 'abusive' },
      { externalRing: true },
      ['hrPartner', 'lineManager', 'switchboard'],
      'none',
    ],
    [
      'a particularly abusive call',
      { channel: 'phone', kind: 'abusive', particularlyAbusive: true },
      {},
      ['hrPartner', 'lineManager', 'security', 'seniorManager'],
      'prompt',
    ],
    [
      'a call with violence threatened',
      { channel: 'phone', kind: 'abusive', violenceThreatened: true },
      {},
      ['hrPartner', 'lineManager', 'security', 'seniorManager'],
      'mandatory',
    ],
    ['a sexual call', { channel: 'phone', kind: 'sexualMalicious' }, {}, ['hrPartner', 'lineManager'], 'prompt'],
    // COM-3b-4, S9
    [
      'a sexual call with a message left',
      { channel: 'phone', kind: 'sexualMalicious' },
      { voicemailLeft: true },
      ['helpDesk', 'hrPartner', 'itSecurity', 'lineManager', 'security'],
      'prompt',
    ],
    ['a hoax call', { channel: 'phone', kind: 'hoax' }, {}, ['lineManager'], 'prompt'],
    [
      'a bomb call at Cathays Park',
      { channel: 'phone', kind: 'bombThreat' },
      { place: 'cathaysPark' },
      ['facilities', 'hrPartner', 'lineManager', 'security', 'seniorManager'],
      'prompt',
    ],
    [
      'a bomb call elsewhere',
      { channel: 'phone', kind: 'bombThreat' },
      { place: 'otherSite' },
      ['hrPartner', 'lineManager', 'security', 'seniorManager'],
      'now',
    ],
    [
      'a bomb call, place unknown',
      { channel: 'phone', kind: 'bombThreat' },
      {},
      ['facilities', 'hrPartner', 'lineManager', 'security', 'seniorManager'],
      'now',
    ],
    ['an internal call', { channel: 'phone', kind: 'internal' }, {}, ['hrPartner', 'lineManager'], 'none'],
    ['a persistent caller', { channel: 'phone', kind: 'persistent' }, {}, ['deputyDirector', 'lineManager'], 'none'],
    [
      'a call for help about health',
      { channel: 'phone', kind: 'suicideThreat' },
      { healthMatter: true },
      ['healthEnquiries', 'lineManager'],
      'prompt',
    ],
    ['an abusive letter', { channel: 'letter', kind: 'abusive' }, {}, ['lineManager', 'security'], 'none'],
    ['persistent letters', { channel: 'letter', kind: 'persistent' }, {}, ['deputyDirector', 'lineManager'], 'none'],
    ['an unpleasant visit', { channel: 'inPerson', kind: 'abusive' }, {}, ['lineManager'], 'none'],
    [
      'a repeated visit',
      { channel: 'inPerson', kind: 'abusive' },
      { repeated: true },
      ['hrPartner', 'lineManager', 'security'],
      'none',
    ],
    [
      'a physical assault',
      { channel: 'inPerson', kind: 'none', behaviours: ['physicalAssault'] },
      {},
      ['lineManager', 'security', 'seniorManager'],
      'mandatory',
    ],
    [
      'an attempted assault',
      { channel: 'inPerson', kind: 'none', behaviours: ['attemptedAssault'] },
      {},
      ['lineManager', 'security', 'seniorManager'],
      'prompt',
    ],
    ['abuse on social media', { channel: 'socialMedia', kind: 'abusive' }, {}, ['itSecurity', 'lineManager'], 'none'],
    [
      'a concern about a visitor',
      { channel: 'inPerson', kind: 'none' },
      { visitorConcern: true },
      ['lineManager', 'reception'],
      'prompt',
    ],
    [
      'calls to come by the switchboard',
      { channel: 'phone', kind: 'abusive' },
      { switchboardArrangement: true },
      ['hrPartner', 'informationSecurity', 'lineManager', 'security', 'switchboard'],
      'prompt',
    ],
  ])('%s', (_, change, circumstances, roles, policeTask) => {
    const result = route({ email: null, ...change }, { circumstances });
    expect(atSubmit(result)).toEqual(roles);
    expect(result.policeTask).toBe(policeTask);
    expect(result.forward).toBe('none');
  });

  // COM-3c-1, C-20
  it('gives the manager the duties of a hoax call, which cannot stay with the manager', () => {
    const result = route({ channel: 'phone', kind: 'hoax', email: null });
    expect(told(result, 'duty')).toEqual(['helpDesk', 'hrPartner', 'security']);
    expect(result.securityMandatory).toBe(true);
  });
});
