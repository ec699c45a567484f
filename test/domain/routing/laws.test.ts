import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import type { OfficeHours } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { judgeSeverity, severityRank } from '../../../src/domain/incident/severity.ts';
import {
  behaviours,
  channels,
  kinds,
  type PoliceTask,
  type Severity,
} from '../../../src/domain/incident/vocabulary.ts';
import { type RoutingResult, routeReport } from '../../../src/domain/routing/route-report.ts';
import { type Circumstances, noCircumstances } from '../../../src/domain/routing/situation.ts';
import { sampleReport } from '../samples.ts';

/** What can be found out besides, and only adds: the place is a choice between answers, and no addition. */
const addable = [
  'voicemailLeft',
  'externalRing',
  'repeated',
  'healthMatter',
  'visitorConcern',
  'switchboardArrangement',
  'refusalGranted',
  'callRecordsAuthorised',
  'danger',
  'areaArrangement',
] as const satisfies readonly (keyof Circumstances)[];
const marks = [
  'towardsFamily',
  'homeThreat',
  'violenceThreatened',
  'weaponMentioned',
  'immediateDanger',
  'particularlyAbusive',
] as const satisfies readonly (keyof Report)[];

interface Told {
  report: Partial<Report>;
  circumstances: Circumstances;
  least: Severity;
  officeHours: OfficeHours;
}

const anyTold: fc.Arbitrary<Told> = fc.record({
  report: fc.record({
    channel: fc.constantFrom(...channels),
    kind: fc.constantFrom(...kinds),
    behaviours: fc.subarray([...behaviours]),
    towardsFamily: fc.boolean(),
    homeThreat: fc.boolean(),
    violenceThreatened: fc.boolean(),
    weaponMentioned: fc.boolean(),
    immediateDanger: fc.boolean(),
    particularlyAbusive: fc.boolean(),
    informationRequest: fc.constantFrom('yes' as const, 'no' as const, 'unsure' as const),
  }),
  circumstances: fc
    .record({
      place: fc.constantFrom('cathaysPark' as const, 'otherSite' as const, 'offPremises' as const, 'unknown' as const),
      set: fc.subarray([...addable]),
    })
    .map(({ place, set }) => ({
      ...noCircumstances,
      place,
      ...Object.fromEntries(set.map((each) => [each, true])),
    })),
  least: fc.constantFrom('concern' as const, 'serious' as const, 'critical' as const),
  officeHours: fc.constantFrom('inHours' as const, 'window' as const, 'uncovered' as const),
});

function route({ report: change, circumstances, least, officeHours }: Told): RoutingResult {
  const report = sampleReport(change);
  const judged = judgeSeverity(report, { heightenedExposure: false }).severity;
  const severity = severityRank(least) > severityRank(judged) ? least : judged;
  const manager = { found: true, implicated: false, alternateFound: false };
  return routeReport({ report, circumstances, severity, officeHours, manager });
}

const mandatory = ({ notices }: RoutingResult) =>
  notices.filter(({ urgency }) => urgency !== 'prompt').map(({ role }) => role);

/** What is asked about the police, as single demands. */
const demands: Record<PoliceTask, string[]> = {
  none: [],
  prompt: ['think'],
  now: ['think', 'now'],
  mandatory: ['think', 'record'],
  nowAndMandatory: ['think', 'now', 'record'],
};

/** One fact more. */
const additions: [string, fc.Arbitrary<(told: Told) => Told>][] = [
  [
    'a behaviour',
    fc.constantFrom(...behaviours).map((each) => (told: Told) => ({
      ...told,
      report: { ...told.report, behaviours: [...(told.report.behaviours ?? []), each] },
    })),
  ],
  [
    'a mark',
    fc.constantFrom(...marks).map((each) => (told: Told) => ({ ...told, report: { ...told.report, [each]: true } })),
  ],
  [
    'a circumstance',
    fc
      .constantFrom(...addable)
      .map((each) => (told: Told) => ({ ...told, circumstances: { ...told.circumstances, [each]: true } })),
  ],
  ['a higher severity', fc.constant((told: Told) => ({ ...told, least: 'critical' as const }))],
  ['an unusual hour', fc.constant((told: Told) => ({ ...told, officeHours: 'uncovered' as const }))],
  [
    'a request for information',
    fc.constant((told: Told) => ({ ...told, report: { ...told.report, informationRequest: 'yes' as const } })),
  ],
];

describe('adding a fact', () => {
  it.each(additions)(
    '(%s) takes no mandatory recipient away, save by an exclusion, and asks no less of the police',
    (_, added) => {
      fc.assert(
        fc.property(anyTold, added, (told, add) => {
          const before = route(told);
          const after = route(add(told));
          const excluded = after.explanation.withheld.map(({ role }) => role);
          expect([...mandatory(after), ...excluded]).toEqual(expect.arrayContaining(mandatory(before)));
          expect(demands[after.policeTask]).toEqual(expect.arrayContaining(demands[before.policeTask]));
          if (before.securityMandatory) expect(after.securityMandatory).toBe(true);
        }),
        { numRuns: 400 },
      );
    },
  );
});

describe('an arrangement of an area (BEH-8.2-3)', () => {
  it('adds its own people and changes nothing else', () => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const circumstances = { ...told.circumstances, areaArrangement: false };
        const without = route({ ...told, circumstances });
        const arranged = route({ ...told, circumstances: { ...circumstances, areaArrangement: true } });
        expect(arranged.notices.filter(({ role }) => role !== 'areaContact')).toEqual(without.notices);
        expect({ ...arranged, notices: [], explanation: null }).toEqual({ ...without, notices: [], explanation: null });
      }),
      { numRuns: 400 },
    );
  });

  it.each(['suicideThreat', 'internal'] as const)('reaches nobody of the area in a case of %s', (kind) => {
    fc.assert(
      fc.property(anyTold, (told) => {
        const circumstances = { ...told.circumstances, areaArrangement: true };
        const result = route({ ...told, report: { ...told.report, kind }, circumstances });
        expect(result.notices.map(({ role }) => role)).not.toContain('areaContact');
      }),
    );
  });
});

describe('a duty that no manager is there to do', () => {
  it('is done at once (C-20, COM-3c-4)', () => {
    const report = sampleReport({ channel: 'phone', kind: 'hoax', email: null });
    const manager = { found: false, implicated: false, alternateFound: false };
    const circumstances = noCircumstances;
    const result = routeReport({ report, circumstances, severity: 'standard', officeHours: 'inHours', manager });
    expect(result.notices.map(({ role, urgency }) => `${role} ${urgency}`).sort()).toEqual([
      'helpDesk auto',
      'hrPartner auto',
      'security auto',
    ]);
    expect(result.notices.every(({ reasons }) => reasons.some(({ ruleId }) => ruleId === 'noManager'))).toBe(true);
  });
});
