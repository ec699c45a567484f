import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { behaviours, channels, kinds } from '../../../src/domain/incident/vocabulary.ts';
import { exclusions } from '../../../src/domain/routing/exclusions.ts';
import { type ManagerFound, routingRules } from '../../../src/domain/routing/route-report.ts';
import { ruleIds } from '../../../src/domain/routing/rule.ts';
import { atSubmit, route } from './route.ts';

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

describe('exclusions come last and always win', () => {
  it('so no rule, present or to come, brings fending-off roles into a call for help', () => {
    const welfare = exclusions.find((each) => each.id === 'welfarePath');
    expect(welfare?.never).toEqual(expect.arrayContaining(['helpDesk', 'itSecurity', 'deputyDirector']));
    const result = route({ kind: 'suicideThreat' }, { circumstances: { switchboardArrangement: true } });
    expect(result.notices.map((each) => each.role)).not.toContain('informationSecurity');
    expect(result.explanation.withheld).toEqual([{ role: 'informationSecurity', exclusionId: 'welfarePath' }]);
  });
});

describe('the table', () => {
  it('has each named row once, with its sources', () => {
    expect(routingRules.map((rule) => rule.id).sort()).toEqual([...ruleIds].sort());
    expect(routingRules.every((rule) => rule.sources.length > 0)).toBe(true);
  });
});
