import { describe, expect, it } from 'vitest';
import {
  isSerious,
  judgeSeverity,
  setSeverity,
  severityAfterChange,
  severityRank,
} from '../../../src/domain/incident/severity.ts';
import { behaviours, kinds } from '../../../src/domain/incident/vocabulary.ts';
import { sampleReport } from '../samples.ts';

const ordinaryArea = { heightenedExposure: false };

describe('severity', () => {
  it.each([
    ['a concern only', { kind: 'none' }, 'concern', ['concernOnly']],
    ['an abusive mail', { kind: 'abusive' }, 'standard', ['ordinary']],
    ['a behaviour without a kind', { kind: 'none', behaviours: ['severeVerbalAbuse'] }, 'standard', ['ordinary']],
    ['a suicide threat', { kind: 'suicideThreat' }, 'standard', ['ordinary']],
    [
      'a suicide threat with danger now',
      { kind: 'suicideThreat', immediateDanger: true },
      'critical',
      ['immediateDanger'],
    ],
    ['a bomb threat', { kind: 'bombThreat' }, 'critical', ['bombThreat']],
    ['a physical assault', { kind: 'none', behaviours: ['physicalAssault'] }, 'critical', ['physicalAssault']],
    ['a home threat', { kind: 'abusive', homeThreat: true }, 'critical', ['homeThreat']],
    ['threatened violence', { violenceThreatened: true }, 'serious', ['violenceThreatened']],
    ['an attempted assault', { behaviours: ['attemptedAssault'] }, 'serious', ['attemptedAssault']],
    ['likely violence', { behaviours: ['likelyViolence'] }, 'serious', ['likelyViolence']],
    ['a particularly abusive one', { particularlyAbusive: true }, 'serious', ['particularlyAbusive']],
    ['racial harassment', { behaviours: ['harassmentRacial'] }, 'serious', ['harassment']],
    ['sexual harassment', { behaviours: ['harassmentSexual'] }, 'serious', ['harassment']],
    ['serious harassment', { behaviours: ['harassmentSerious'] }, 'serious', ['harassment']],
    ['a weapon', { weaponMentioned: true }, 'serious', ['weaponMentioned']],
    ['property damage', { behaviours: ['propertyDamageOrThreat'] }, 'standard', ['ordinary']],
    ['abuse of family', { towardsFamily: true }, 'serious', ['ordinary', 'towardsFamily']],
  ] as const)('of %s', (_, change, severity, reasons) => {
    const facts = sampleReport({ ...change, behaviours: [...('behaviours' in change ? change.behaviours : [])] });
    expect(judgeSeverity(facts, ordinaryArea)).toEqual({ severity, reasons });
  });

  // BEH-1.1-2
  it('rises by one step in a more exposed area, and family and area together are one step', () => {
    const exposed = { heightenedExposure: true };
    expect(judgeSeverity(sampleReport(), exposed).severity).toBe('serious');
    expect(judgeSeverity(sampleReport({ kind: 'none' }), exposed).severity).toBe('standard');
    expect(judgeSeverity(sampleReport({ kind: 'bombThreat' }), exposed).severity).toBe('critical');
    expect(judgeSeverity(sampleReport({ towardsFamily: true }), exposed).severity).toBe('serious');
  });

  it('never falls when a behaviour is added', () => {
    for (const kind of kinds) {
      for (const behaviour of behaviours) {
        const before = judgeSeverity(sampleReport({ kind }), ordinaryArea);
        const after = judgeSeverity(sampleReport({ kind, behaviours: [behaviour] }), ordinaryArea);
        expect(severityRank(after.severity)).toBeGreaterThanOrEqual(severityRank(before.severity));
      }
    }
  });

  it('stays when the facts become milder, and rises when they become worse', () => {
    const serious = judgeSeverity(sampleReport({ violenceThreatened: true }), ordinaryArea);
    const standard = judgeSeverity(sampleReport(), ordinaryArea);
    expect(severityAfterChange(serious, standard)).toBe(serious);
    expect(severityAfterChange(standard, serious)).toBe(serious);
  });

  it('may be raised by a person, and lowered by Security alone and only with a reason', () => {
    const standard = judgeSeverity(sampleReport(), ordinaryArea);
    const raised = setSeverity(standard, 'critical', { isSecurity: false, reason: '' });
    expect(raised).toEqual({
      ok: true,
      judgement: { severity: 'critical', reasons: ['ordinary', 'raisedByPerson'] },
    });
    expect(setSeverity(standard, 'concern', { isSecurity: false, reason: 'mild' })).toEqual({
      ok: false,
      refusal: 'notAllowed',
    });
    expect(setSeverity(standard, 'concern', { isSecurity: true, reason: ' ' })).toEqual({
      ok: false,
      refusal: 'reasonMissing',
    });
    expect(setSeverity(standard, 'concern', { isSecurity: true, reason: 'mild' }).ok).toBe(true);
  });

  it('makes no call for help a serious incident', () => {
    expect(isSerious({ kind: 'suicideThreat' }, 'critical')).toBe(false);
    expect(isSerious({ kind: 'abusive' }, 'serious')).toBe(true);
    expect(isSerious({ kind: 'abusive' }, 'standard')).toBe(false);
  });
});
