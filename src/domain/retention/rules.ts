import type { Report } from '../incident/report.ts';
import type { Behaviour, Kind } from '../incident/vocabulary.ts';

export type RetentionFacts = Pick<Report, 'kind' | 'behaviours' | 'towardsFamily' | 'violenceThreatened'> & {
  /** An injury or absence that health and safety law wants recorded. */
  isReportableInjury: boolean;
};

export type RetentionRuleId =
  | `C-${'ABU' | 'SEX' | 'HOA' | 'BOM' | 'INT'}`
  | `B-${'SVA' | 'VIO' | 'HAR' | 'RSH' | 'PRO' | 'FAM'}`
  | `D-${'ASS' | 'RID' | 'SUI' | 'PER' | 'DEF'}`;

export interface RetentionRule {
  id: RetentionRuleId;
  /** Communication and behaviour rules are in the two guidance notes; a default fills their gaps; a floor is law. */
  family: 'communication' | 'behaviour' | 'default' | 'floor';
  months: number;
  source: string;
  matches: (facts: RetentionFacts) => boolean;
}

const kindIs =
  (kind: Kind) =>
  (facts: RetentionFacts): boolean =>
    facts.kind === kind;
const behaves =
  (...wanted: Behaviour[]) =>
  (facts: RetentionFacts): boolean =>
    wanted.some((each) => facts.behaviours.includes(each));

const rule = (
  id: RetentionRuleId,
  family: RetentionRule['family'],
  months: number,
  source: string,
  matches: RetentionRule['matches'],
): RetentionRule => ({ id, family, months, source, matches });

/** Used when no rule matches: the gap the guidance leaves. C-04. */
export const defaultRetention = rule('D-DEF', 'default', 12, 'C-04', () => true);

/** How long records are kept, in the order that decides a tie. BEH-15.4-2, COM-12.4-2, C-04; model 5.1. */
export const retentionRules: readonly RetentionRule[] = [
  rule('C-ABU', 'communication', 6, 'COM-12.4-2', kindIs('abusive')),
  rule('C-SEX', 'communication', 12, 'COM-12.4-2', kindIs('sexualMalicious')),
  rule('C-HOA', 'communication', 12, 'COM-12.4-2', kindIs('hoax')),
  rule('C-BOM', 'communication', 12, 'COM-12.4-2', kindIs('bombThreat')),
  rule('C-INT', 'communication', 12, 'COM-12.4-2', kindIs('internal')),
  rule('B-SVA', 'behaviour', 6, 'BEH-15.4-2', behaves('severeVerbalAbuse')),
  rule('B-VIO', 'behaviour', 12, 'BEH-15.4-2', (facts) => facts.violenceThreatened || behaves('likelyViolence')(facts)),
  rule('B-HAR', 'behaviour', 24, 'BEH-15.4-2', behaves('harassmentSerious')),
  rule('B-RSH', 'behaviour', 24, 'BEH-15.4-2', behaves('harassmentRacial', 'harassmentSexual')),
  // A bomb threat is always also a threat to property.
  rule(
    'B-PRO',
    'behaviour',
    24,
    'BEH-15.4-2',
    (facts) => facts.kind === 'bombThreat' || behaves('propertyDamageOrThreat')(facts),
  ),
  rule('B-FAM', 'behaviour', 24, 'BEH-15.4-2', (facts) => facts.towardsFamily && facts.behaviours.length > 0),
  rule('D-ASS', 'default', 24, 'C-04', behaves('physicalAssault', 'attemptedAssault')),
  rule('D-RID', 'floor', 36, 'C-04', (facts) => facts.isReportableInjury),
  rule('D-SUI', 'default', 12, 'C-04', kindIs('suicideThreat')),
  // Persistence is a kind that neither note gives a period; without its own line a mild behaviour would shorten it.
  rule('D-PER', 'default', 12, 'C-04', kindIs('persistent')),
];
