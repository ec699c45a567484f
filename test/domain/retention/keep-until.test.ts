import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { behaviours, kinds } from '../../../src/domain/incident/vocabulary.ts';
import { canProposeEarly, canWeed, type HoldFacts, holdReasons, holdsOn } from '../../../src/domain/retention/holds.ts';
import {
  keepUntil,
  type RetentionInput,
  retentionStrategies,
  standardRetention,
} from '../../../src/domain/retention/keep-until.ts';

function input(change: Partial<RetentionInput> = {}): RetentionInput {
  return {
    kind: 'abusive',
    behaviours: [],
    towardsFamily: false,
    violenceThreatened: false,
    isReportableInjury: false,
    occurredAt: '2026-11-10T10:00:00Z',
    latestInCaseAt: null,
    endedDecisions: [],
    ...change,
  };
}

// BEH-15.4-2, COM-12.4-2, C-03, C-04
describe('how long it is kept', () => {
  it.each<[string, Partial<RetentionInput>, string[], string, number]>([
    ['abusive', {}, ['C-ABU'], 'C-ABU', 6],
    ['sexual or malicious', { kind: 'sexualMalicious' }, ['C-SEX'], 'C-SEX', 12],
    ['hoax', { kind: 'hoax' }, ['C-HOA'], 'C-HOA', 12],
    ['bomb threat, also a threat to property', { kind: 'bombThreat' }, ['C-BOM', 'B-PRO'], 'B-PRO', 24],
    ['internal', { kind: 'internal' }, ['C-INT'], 'C-INT', 12],
    ['severe verbal abuse', { kind: 'none', behaviours: ['severeVerbalAbuse'] }, ['B-SVA'], 'B-SVA', 6],
    ['likely violence', { kind: 'none', behaviours: ['likelyViolence'] }, ['B-VIO'], 'B-VIO', 12],
    ['violence threatened', { violenceThreatened: true }, ['C-ABU', 'B-VIO'], 'B-VIO', 12],
    ['serious harassment', { kind: 'none', behaviours: ['harassmentSerious'] }, ['B-HAR'], 'B-HAR', 24],
    ['racist words in abuse', { behaviours: ['harassmentRacial'] }, ['C-ABU', 'B-RSH'], 'B-RSH', 24],
    ['sexual harassment', { kind: 'none', behaviours: ['harassmentSexual'] }, ['B-RSH'], 'B-RSH', 24],
    ['property damage', { kind: 'none', behaviours: ['propertyDamageOrThreat'] }, ['B-PRO'], 'B-PRO', 24],
    [
      'severe abuse of family',
      { kind: 'none', behaviours: ['severeVerbalAbuse'], towardsFamily: true },
      ['B-SVA', 'B-FAM'],
      'B-FAM',
      24,
    ],
    ['family without any behaviour', { towardsFamily: true }, ['C-ABU'], 'C-ABU', 6],
    ['assault', { kind: 'none', behaviours: ['physicalAssault'] }, ['D-ASS'], 'D-ASS', 24],
    ['attempted assault', { kind: 'none', behaviours: ['attemptedAssault'] }, ['D-ASS'], 'D-ASS', 24],
    [
      'assault with a reportable injury',
      { kind: 'none', behaviours: ['physicalAssault'], isReportableInjury: true },
      ['D-ASS', 'D-RID'],
      'D-RID',
      36,
    ],
    ['suicide threat', { kind: 'suicideThreat' }, ['D-SUI'], 'D-SUI', 12],
    ['persistent', { kind: 'persistent' }, ['D-PER'], 'D-PER', 12],
    ['a concern', { kind: 'none' }, ['D-DEF'], 'D-DEF', 12],
    [
      'ties, the first of the table',
      { kind: 'none', behaviours: ['harassmentRacial', 'harassmentSerious'] },
      ['B-HAR', 'B-RSH'],
      'B-HAR',
      24,
    ],
  ])('%s', (_, change, rules, decidedBy, months) => {
    expect(keepUntil(input(change))).toMatchObject({ rules, decidedBy, months });
  });

  it.each(behaviours)('%s aimed at family is kept for at least two years (BEH-3.2-2)', (behaviour) => {
    const kept = keepUntil(input({ kind: 'none', behaviours: [behaviour], towardsFamily: true }));
    expect(kept.rules).toContain('B-FAM');
    expect(kept.months).toBe(24);
  });

  // S8
  it('counts whole months to the end of a shorter month', () => {
    const retention = keepUntil(input({ occurredAt: '2025-08-31T12:00:00Z' }));
    expect(retention.eligibleFrom).toBe('2026-02-28');
    expect(canWeed(retention, [], '2026-02-27T23:59:59Z')).toBe(false);
    expect(canWeed(retention, [], '2026-02-28T00:00:00Z')).toBe(true);
  });

  it('counts from London’s date, also in the last hour of a summer day', () => {
    expect(keepUntil(input({ occurredAt: '2026-06-30T23:30:00Z' })).basisDate).toBe('2026-07-01');
  });

  // C-07
  it('counts from the latest incident of the case and from the end of a decision', () => {
    const later = { latestInCaseAt: '2026-12-24T10:00:00Z' };
    expect(keepUntil(input(later)).basisDate).toBe('2026-12-24');
    expect(keepUntil(input(later), { ...standardRetention, caseExtends: false }).basisDate).toBe('2026-11-10');
    expect(keepUntil(input({ ...later, kind: 'suicideThreat' })).basisDate).toBe('2026-11-10');
    expect(keepUntil(input({ endedDecisions: ['2027-03-01', '2027-01-01'] })).basisDate).toBe('2027-03-01');
  });

  it.each([
    ['longest', 'B-RSH', 24],
    ['communicationFirst', 'C-ABU', 6],
    ['behaviourFirst', 'B-RSH', 24],
    ['shortest', 'C-ABU', 6],
  ] as const)('with the strategy %s, %s decides for racist abuse', (strategy, decidedBy, months) => {
    const retention = keepUntil(input({ behaviours: ['harassmentRacial'] }), { ...standardRetention, strategy });
    expect(retention).toMatchObject({ decidedBy, months });
  });

  it('keeps a reportable injury for three years under every strategy', () => {
    for (const strategy of retentionStrategies) {
      const facts = input({ behaviours: ['severeVerbalAbuse'], isReportableInjury: true });
      expect(keepUntil(facts, { ...standardRetention, strategy }).months).toBe(36);
    }
  });

  it('takes a period that the organisation has set', () => {
    expect(keepUntil(input(), { ...standardRetention, months: { 'C-ABU': 9 } }).months).toBe(9);
  });

  it('never shrinks when a behaviour is added to what a rule covers', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...kinds),
        fc.subarray([...behaviours]),
        fc.constantFrom(...behaviours),
        fc.boolean(),
        fc.boolean(),
        fc.boolean(),
        (kind, some, added, towardsFamily, violenceThreatened, isReportableInjury) => {
          const before = keepUntil(
            input({ kind, behaviours: some, towardsFamily, violenceThreatened, isReportableInjury }),
          );
          // The default fills the gap where nothing is known yet; the first thing known replaces it.
          fc.pre(!before.rules.includes('D-DEF'));
          const after = keepUntil(
            input({ kind, behaviours: [...some, added], towardsFamily, violenceThreatened, isReportableInjury }),
          );
          expect(after.eligibleFrom >= before.eligibleFrom).toBe(true);
        },
      ),
    );
  });
});

describe('holds', () => {
  const free: HoldFacts = {
    state: 'closed',
    restrictionInForce: false,
    markerInForce: false,
    policeUndecided: false,
    legalActionOpen: false,
    informationRequestOpen: false,
    complaintOpen: false,
    heldByPerson: false,
  };

  it('are none for a closed incident that nothing rests on', () => {
    expect(holdsOn(free)).toEqual([]);
  });

  it.each(holdReasons)('%s forbids deletion, also an early one', (reason) => {
    const held = reason === 'stillOpen' ? { ...free, state: 'underReview' as const } : { ...free, [reason]: true };
    const holds = holdsOn(held);
    expect(holds).toEqual([reason]);
    expect(canWeed(keepUntil(input()), holds, '2036-01-01T00:00:00Z')).toBe(false);
    expect(canProposeEarly(true, holds)).toBe(false);
  });

  it('let an early proposal through only when no further contact is expected', () => {
    expect(canProposeEarly(true, [])).toBe(true);
    expect(canProposeEarly(false, [])).toBe(false);
  });
});
