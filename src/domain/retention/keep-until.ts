import { addMonthsClamped, type CalendarDate } from '../calendar/dates.ts';
import { londonDateOf } from '../calendar/london-time.ts';
import type { Retention } from '../incident/incident.ts';
import { defaultRetention, type RetentionFacts, type RetentionRule, retentionRules } from './rules.ts';

/** How several matching rules are made into one period. C-03. */
export const retentionStrategies = ['longest', 'communicationFirst', 'behaviourFirst', 'shortest'] as const;
export type RetentionStrategy = (typeof retentionStrategies)[number];

export interface RetentionSettings {
  strategy: RetentionStrategy;
  /** Whether a later incident of the same confirmed case moves the start. */
  caseExtends: boolean;
  /** Periods in months that replace those of the table, by rule id. */
  months: Record<string, number>;
}

export const standardRetention: RetentionSettings = { strategy: 'longest', caseExtends: true, months: {} };

export interface RetentionInput extends RetentionFacts {
  /** UTC. */
  occurredAt: string;
  /** UTC, of the latest incident in the same confirmed case; null when it stands alone. */
  latestInCaseAt: string | null;
  /** London dates on which restrictions or markers resting on it ended. */
  endedDecisions: CalendarDate[];
}

function matchingRules(input: RetentionInput, settings: RetentionSettings): RetentionRule[] {
  const matching = retentionRules.filter((each) => each.matches(input));
  const isUnlisted = matching.every((each) => each.family === 'floor');
  return (isUnlisted ? [defaultRetention, ...matching] : matching).map((each) => ({
    ...each,
    months: settings.months[each.id] ?? each.months,
  }));
}

/** The first of the rules with the most months: that is the one shown when several tie. */
function longestOf(rules: readonly RetentionRule[]): RetentionRule {
  return rules.reduce((best, each) => (each.months > best.months ? each : best));
}

function deciding(matching: readonly RetentionRule[], strategy: RetentionStrategy): RetentionRule {
  const listed = matching.filter((each) => each.family !== 'floor');
  const of = (family: RetentionRule['family']) => listed.filter((each) => each.family === family);
  const preferred = {
    longest: [listed],
    communicationFirst: [of('communication'), of('behaviour')],
    behaviourFirst: [of('behaviour'), of('communication')],
    shortest: [
      [listed.reduce((best, each) => (each.months < best.months ? each : best), listed[0] ?? defaultRetention)],
    ],
  }[strategy];
  const chosen = longestOf(preferred.find((rules) => rules.length > 0) ?? listed);
  return longestOf([chosen, ...matching.filter((each) => each.family === 'floor')]);
}

function basisDate(input: RetentionInput, settings: RetentionSettings): CalendarDate {
  const dates = [londonDateOf(input.occurredAt), ...input.endedDecisions];
  const joinsCase = settings.caseExtends && input.kind !== 'suicideThreat';
  if (joinsCase && input.latestInCaseAt !== null) dates.push(londonDateOf(input.latestInCaseAt));
  return dates.sort().at(-1) ?? londonDateOf(input.occurredAt);
}

/**
 * How long an incident is kept: all matching rules, the one that decides, and the London date from which it may be
 * deleted if nothing holds it. Counts whole months, clamped to the month's end. BEH-15.4, COM-12.4, C-03, C-04, C-07.
 */
export function keepUntil(input: RetentionInput, settings: RetentionSettings = standardRetention): Retention {
  const matching = matchingRules(input, settings);
  const decided = deciding(matching, settings.strategy);
  const basis = basisDate(input, settings);
  return {
    rules: matching.map((each) => each.id),
    decidedBy: decided.id,
    months: decided.months,
    basisDate: basis,
    eligibleFrom: addMonthsClamped(basis, decided.months),
  };
}
