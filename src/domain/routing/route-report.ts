import type { RoutedNotice } from '../incident/incident.ts';
import type { CaveatBoundary, PoliceTask, RoutedRole } from '../incident/vocabulary.ts';
import { type Asked, combinePolice, combineRules, strongest, urgencyRank } from './combine.ts';
import { exclusions } from './exclusions.ts';
import type { AdjustmentId, RoutingRule, RuleId } from './rule.ts';
import { rulesByBehaviour } from './rules-by-behaviour.ts';
import { rulesByChannel } from './rules-by-channel.ts';
import { rulesByKind } from './rules-by-kind.ts';
import type { Situation } from './situation.ts';

/** The whole table, in the order in which an explanation names its rows. Model 4.1. */
export const routingRules: readonly RoutingRule[] = [...rulesByKind, ...rulesByChannel, ...rulesByBehaviour];

/** Who can review it. A manager who is involved is never told, whatever else is found. */
export interface ManagerFound {
  found: boolean;
  implicated: boolean;
  alternateFound: boolean;
}

export interface RoutingInput extends Situation {
  manager: ManagerFound;
}

/** `send` at once, `suppress` until Security releases it, `none` when there is nothing to forward. */
export type ForwardRule = 'send' | 'suppress' | 'none';

/** A role that an exclusion kept out. */
export interface Withheld {
  role: RoutedRole;
  exclusionId: AdjustmentId;
}

export interface RoutingResult {
  /** Most urgent first. Only `first` and `auto` leave by themselves. */
  notices: RoutedNotice[];
  forward: ForwardRule;
  policeTask: PoliceTask;
  boundary: CaveatBoundary;
  support: 'none' | 'offer' | 'first';
  /** Nobody can review it: it goes straight on, flagged. BEH-4.3-2 */
  managerUnresolved: boolean;
  /** Security must hear of it in any case, so it cannot stay with the manager. T4, T8. */
  securityMandatory: boolean;
  /** Why: the rows that match, and whom an exclusion kept out. POL-1.1-1 */
  explanation: { ruleIds: RuleId[]; withheld: Withheld[] };
}

/** Puts the substitute in the manager's place, or Security where there is neither. C-21, BEH-4.3-2. */
function applyManager(asked: readonly Asked[], input: RoutingInput): Asked[] {
  const { found, implicated, alternateFound } = input.manager;
  if (found && !implicated) return [...asked];
  const others = asked.filter((each) => each.role !== 'lineManager' && each.role !== 'managerAlternate');
  const forManager = asked.find((each) => each.role === 'lineManager');
  if (!forManager) return others;
  const reason: AdjustmentId = implicated ? 'managerInvolved' : 'noManager';
  if (alternateFound) {
    return [...others, { ...forManager, role: 'managerAlternate', ruleIds: [...forManager.ruleIds, reason] }];
  }
  const standIn: RoutedRole = input.report.kind === 'internal' ? 'hrPartner' : 'security';
  const already = others.find((each) => each.role === standIn);
  return [
    ...others.filter((each) => each !== already),
    {
      role: standIn,
      urgency: already ? strongest(already.urgency, forManager.urgency) : forManager.urgency,
      ruleIds: [...(already?.ruleIds ?? []), 'noManager'],
    },
  ];
}

/** A duty that nobody is there to do is done at once. C-20, COM-3c-4. */
function withoutDuties(asked: readonly Asked[]): Asked[] {
  return asked.map((each) =>
    each.urgency === 'duty'
      ? { ...each, urgency: 'auto', ruleIds: [...new Set([...each.ruleIds, 'noManager'])] }
      : each,
  );
}

/** Takes away what an exclusion forbids, and says what it took. */
function applyExclusions(asked: readonly Asked[], input: RoutingInput) {
  const withheld: Withheld[] = [];
  let kept = [...asked];
  if (input.manager.implicated) withheld.push({ role: 'lineManager', exclusionId: 'managerInvolved' });
  for (const exclusion of exclusions.filter((each) => each.when(input))) {
    kept = kept.flatMap((each) => {
      if (exclusion.never.includes(each.role)) {
        withheld.push({ role: each.role, exclusionId: exclusion.id });
        return [];
      }
      return exclusion.onlyOnPrompt.includes(each.role)
        ? [{ ...each, urgency: 'prompt' as const, ruleIds: [...each.ruleIds, exclusion.id] }]
        : [each];
    });
  }
  return { kept, withheld };
}

function forwardRule(rules: readonly RoutingRule[], input: RoutingInput): ForwardRule {
  // What is told in the tab has no original that the reporter's client could send.
  if (input.report.channel !== 'email' || input.report.account !== null) return 'none';
  if (input.report.kind === 'bombThreat') return 'suppress';
  const isExcluded = exclusions.some((each) => each.when(input) && each.never.includes('itSecurity'));
  return !isExcluded && rules.some((rule) => rule.forwardsOriginal) ? 'send' : 'none';
}

function supportFrom(rules: readonly RoutingRule[]): RoutingResult['support'] {
  if (rules.some((rule) => rule.support === 'first')) return 'first';
  return rules.some((rule) => rule.support === 'offer') ? 'offer' : 'none';
}

/**
 * Who is told of a report, how urgently and by which rules; whether the original is forwarded; what is asked about the
 * police. The pane shows it before submitting and the service acts on it. BEH-4.3, COM-3a to COM-8.1, POL-1.1-1, POL-4.3-1.
 */
export function routeReport(input: RoutingInput): RoutingResult {
  const matching = routingRules.filter((rule) => rule.when(input));
  const { found, implicated, alternateFound } = input.manager;
  const managerUnresolved = !(found && !implicated) && !alternateFound;
  const asked = applyManager(combineRules(matching, input), input);
  const { kept, withheld } = applyExclusions(managerUnresolved ? withoutDuties(asked) : asked, input);
  const security = kept.find((each) => each.role === 'security');
  return {
    notices: [...kept]
      .sort((one, other) => urgencyRank(one.urgency) - urgencyRank(other.urgency))
      .map(({ role, urgency, ruleIds }) => ({ role, urgency, reasons: ruleIds.map((ruleId) => ({ ruleId })) })),
    forward: forwardRule(matching, input),
    policeTask: combinePolice(matching, input),
    boundary: input.report.kind === 'internal' ? 'hr' : 'default',
    support: supportFrom(matching),
    managerUnresolved,
    securityMandatory: security !== undefined && security.urgency !== 'prompt',
    explanation: { ruleIds: matching.map((rule) => rule.id), withheld },
  };
}
