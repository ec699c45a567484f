import type { Report } from './report.ts';
import { type Severity, type SeverityReason, severities } from './vocabulary.ts';

export type SeverityFacts = Pick<
  Report,
  | 'kind'
  | 'behaviours'
  | 'towardsFamily'
  | 'homeThreat'
  | 'violenceThreatened'
  | 'weaponMentioned'
  | 'immediateDanger'
  | 'particularlyAbusive'
>;

export interface SeverityJudgement {
  severity: Severity;
  reasons: SeverityReason[];
}

export function severityRank(severity: Severity): number {
  return severities.indexOf(severity);
}

/** Severity at least serious, and no call for help: such an incident goes to a senior manager. BEH-8.9-1. */
export function isSerious(facts: Pick<Report, 'kind'>, severity: Severity): boolean {
  return severityRank(severity) >= severityRank('serious') && facts.kind !== 'suicideThreat';
}

function criticalReasons(facts: SeverityFacts): SeverityReason[] {
  const reasons: SeverityReason[] = [];
  if (facts.behaviours.includes('physicalAssault')) reasons.push('physicalAssault');
  if (facts.kind === 'bombThreat') reasons.push('bombThreat');
  if (facts.homeThreat) reasons.push('homeThreat');
  if (facts.kind === 'suicideThreat' && facts.immediateDanger) reasons.push('immediateDanger');
  return reasons;
}

function seriousReasons(facts: SeverityFacts): SeverityReason[] {
  const has = (...wanted: SeverityFacts['behaviours']) => wanted.some((each) => facts.behaviours.includes(each));
  const reasons: SeverityReason[] = [];
  if (facts.violenceThreatened) reasons.push('violenceThreatened');
  if (has('attemptedAssault')) reasons.push('attemptedAssault');
  if (has('likelyViolence')) reasons.push('likelyViolence');
  if (facts.particularlyAbusive) reasons.push('particularlyAbusive');
  if (has('harassmentRacial', 'harassmentSexual', 'harassmentSerious')) reasons.push('harassment');
  if (facts.weaponMentioned) reasons.push('weaponMentioned');
  return reasons;
}

function baseJudgement(facts: SeverityFacts): SeverityJudgement {
  const critical = criticalReasons(facts);
  if (critical.length > 0) return { severity: 'critical', reasons: critical };
  const serious = seriousReasons(facts);
  if (serious.length > 0) return { severity: 'serious', reasons: serious };
  const isConcern = facts.kind === 'none' && facts.behaviours.length === 0;
  return isConcern
    ? { severity: 'concern', reasons: ['concernOnly'] }
    : { severity: 'standard', reasons: ['ordinary'] };
}

/**
 * How severe a reported incident is, and why. Being aimed at family, or an area that the configuration marks as more
 * exposed, lifts it by one step (together one step, not two). BEH-1.1-2, COM-3a-8.
 */
export function judgeSeverity(facts: SeverityFacts, area: { heightenedExposure: boolean }): SeverityJudgement {
  const base = baseJudgement(facts);
  const lifts: SeverityReason[] = [];
  if (facts.towardsFamily) lifts.push('towardsFamily');
  if (area.heightenedExposure) lifts.push('heightenedExposure');
  const lifted = severities[severityRank(base.severity) + 1];
  if (lifts.length === 0 || lifted === undefined) return base;
  return { severity: lifted, reasons: [...base.reasons, ...lifts] };
}

/** Severity after the facts changed: it may rise by itself, and never falls silently. */
export function severityAfterChange(current: SeverityJudgement, judged: SeverityJudgement): SeverityJudgement {
  return severityRank(judged.severity) > severityRank(current.severity) ? judged : current;
}

export type SeverityRefusal = 'notAllowed' | 'reasonMissing';

/** A person's own judgement: anyone who works on it may raise it, only Security may lower it, and says why. */
export function setSeverity(
  current: SeverityJudgement,
  wanted: Severity,
  by: { isSecurity: boolean; reason: string },
): { ok: true; judgement: SeverityJudgement } | { ok: false; refusal: SeverityRefusal } {
  const lowers = severityRank(wanted) < severityRank(current.severity);
  if (lowers && !by.isSecurity) return { ok: false, refusal: 'notAllowed' };
  if (lowers && by.reason.trim() === '') return { ok: false, refusal: 'reasonMissing' };
  if (wanted === current.severity) return { ok: true, judgement: current };
  return {
    ok: true,
    judgement: { severity: wanted, reasons: lowers ? ['ordinary'] : [...current.reasons, 'raisedByPerson'] },
  };
}
