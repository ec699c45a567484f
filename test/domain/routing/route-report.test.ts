import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { judgeSeverity } from '../../../src/domain/incident/severity.ts';
import { behaviours, channels, kinds, type Role } from '../../../src/domain/incident/vocabulary.ts';
import {
  type ManagerFound,
  type RoutingResult,
  routeReport,
  routingRules,
} from '../../../src/domain/routing/route-report.ts';
import { ruleIds } from '../../../src/domain/routing/rule.ts';
import { type Circumstances, noCircumstances } from '../../../src/domain/routing/situation.ts';
import { sampleReport } from '../samples.ts';

const managerThere: ManagerFound = { found: true, implicated: false, alternateFound: false };

function route(
  change: Partial<Report>,
  given: { officeHours?: OfficeHours; manager?: ManagerFound; circumstances?: Partial<Circumstances> } = {},
): RoutingResult {
  const report = sampleReport(change);
  return routeReport({
    report,
    severity: judgeSeverity(report, { heightenedExposure: false }).severity,
    officeHours: given.officeHours ?? 'inHours',
    manager: given.manager ?? managerThere,
    circumstances: { ...noCircumstances, ...given.circumstances },
  });
}

/** Roles of these urgencies, sorted, as codes of the model's table. */
function told(result: RoutingResult, ...urgencies: string[]): Role[] {
  return result.notices
    .filter((each) => urgencies.includes(each.urgency))
    .map((each) => each.role)
    .sort();
}

const atSubmit = (result: RoutingResult) => told(result, 'first', 'auto');

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

describe('the manager', () => {
  const implicated: ManagerFound = { found: true, implicated: true, alternateFound: false };

  it('who is missing is replaced by Security, flagged', () => {
    const result = route({ kind: 'none' }, { manager: { found: false, implicated: false, alternateFound: false } });
    expect(atSubmit(result)).toEqual(['security']);
    expect(result.managerUnresolved).toBe(true);
    expect(result.notices[0]?.reasons.map((each) => each.ruleId)).toContain('noManager');
  });

  it('who is missing in an internal case is replaced by HR, never by Security', () => {
    const result = route({ kind: 'internal' }, { manager: { found: false, implicated: false, alternateFound: false } });
    expect(atSubmit(result)).toEqual(['hrPartner']);
    expect(result.managerUnresolved).toBe(true);
  });

  it('who is involved is left out, and the substitute takes the place', () => {
    const result = route({ kind: 'internal' }, { manager: { ...implicated, alternateFound: true } });
    expect(atSubmit(result)).toEqual(['hrPartner', 'managerAlternate']);
    expect(result.explanation.withheld).toContainEqual({ role: 'lineManager', exclusionId: 'managerInvolved' });
  });

  it('who is involved is told by no rule at all, whatever was reported', () => {
    fc.assert(
      fc.property(anyReport, fc.boolean(), (change, alternateFound) => {
        const result = route(change, { manager: { ...implicated, alternateFound } });
        expect(result.notices.map((each) => each.role)).not.toContain('lineManager');
        expect(result.managerUnresolved).toBe(!alternateFound);
      }),
    );
  });
});

const anyReport: fc.Arbitrary<Partial<Report>> = fc.record({
  channel: fc.constantFrom(...channels),
  kind: fc.constantFrom(...kinds),
  behaviours: fc.subarray([...behaviours]),
  towardsFamily: fc.boolean(),
  homeThreat: fc.boolean(),
  violenceThreatened: fc.boolean(),
  weaponMentioned: fc.boolean(),
  immediateDanger: fc.boolean(),
  particularlyAbusive: fc.boolean(),
});
const anyHours = fc.constantFrom('inHours', 'window', 'uncovered') as fc.Arbitrary<OfficeHours>;

describe('whatever is reported', () => {
  it('somebody is told at submit, and each role once with a reason', () => {
    fc.assert(
      fc.property(anyReport, anyHours, (change, officeHours) => {
        const result = route(change, { officeHours });
        const roles = result.notices.map((each) => each.role);
        expect(atSubmit(result)).toContain('lineManager');
        expect(new Set(roles).size).toBe(roles.length);
        expect(result.notices.every((each) => each.reasons.length > 0)).toBe(true);
      }),
    );
  });

  it('a suicide threat never reaches help desk, IT Security or the deputy director, and is never forwarded', () => {
    fc.assert(
      fc.property(anyReport, anyHours, (change, officeHours) => {
        const result = route({ ...change, kind: 'suicideThreat' }, { officeHours });
        const roles = result.notices.map((each) => each.role);
        for (const role of ['helpDesk', 'itSecurity', 'deputyDirector'] as const) expect(roles).not.toContain(role);
        expect(result.forward).toBe('none');
      }),
    );
  });

  it('an internal case reaches neither Security by itself nor the help desk, and stays in HR’s register', () => {
    fc.assert(
      fc.property(anyReport, anyHours, (change, officeHours) => {
        const result = route({ ...change, kind: 'internal' }, { officeHours });
        for (const role of ['security', 'helpDesk', 'itSecurity', 'facilities'] as const) {
          expect(atSubmit(result)).not.toContain(role);
        }
        expect(result.boundary).toBe('hr');
        expect(result.forward).toBe('none');
      }),
    );
  });

  it('an e-mailed bomb threat is never sent on', () => {
    fc.assert(
      fc.property(anyReport, (change) => {
        expect(route({ ...change, kind: 'bombThreat', channel: 'email' }).forward).toBe('suppress');
      }),
    );
  });

  // POL-4.3-1
  it('a physical assault always asks for a report to the police', () => {
    fc.assert(
      fc.property(anyReport, (change) => {
        const result = route({ ...change, behaviours: ['physicalAssault'] });
        expect(['mandatory', 'nowAndMandatory']).toContain(result.policeTask);
      }),
    );
  });

  // POL-1.1-1
  it('the same facts give the same route, explained by rows of the table', () => {
    fc.assert(
      fc.property(anyReport, anyHours, (change, officeHours) => {
        const result = route(change, { officeHours });
        expect(route(change, { officeHours })).toEqual(result);
        expect(result.explanation.ruleIds.length).toBeGreaterThan(0);
      }),
    );
  });

  it('adding a behaviour takes no one off the list', () => {
    fc.assert(
      fc.property(anyReport, fc.constantFrom(...behaviours), (change, behaviour) => {
        const before = atSubmit(route(change));
        const after = atSubmit(route({ ...change, behaviours: [...(change.behaviours ?? []), behaviour] }));
        expect(after).toEqual(expect.arrayContaining(before));
      }),
    );
  });
});

describe('the table', () => {
  it('has each named row once, with its sources', () => {
    expect(routingRules.map((rule) => rule.id).sort()).toEqual([...ruleIds].sort());
    expect(routingRules.every((rule) => rule.sources.length > 0)).toBe(true);
  });
});
