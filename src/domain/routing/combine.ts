import { type PoliceTask, type RoutedRole, routedRoles } from '../incident/vocabulary.ts';
import type { Cell, PoliceCell, RoutingRule, Urgency } from './rule.ts';
import type { Situation } from './situation.ts';

const urgencyOrder: readonly Urgency[] = ['first', 'auto', 'duty', 'prompt'];

export function urgencyRank(urgency: Urgency): number {
  return urgencyOrder.indexOf(urgency);
}

/** The more pressing of two codes: the strongest one wins. */
export function strongest(one: Urgency, other: Urgency): Urgency {
  return urgencyRank(one) <= urgencyRank(other) ? one : other;
}

/** A role that at least one rule asks for: how urgently, and by which rules. */
export interface Asked {
  role: RoutedRole;
  urgency: Urgency;
  ruleIds: string[];
}

function isPlainCell(cell: Cell | readonly Cell[]): cell is Cell {
  return typeof cell === 'string' || (cell.length === 2 && typeof cell[1] === 'function');
}

function urgencyIn(cells: Cell | readonly Cell[], situation: Situation): Urgency | null {
  const all: readonly Cell[] = isPlainCell(cells) ? [cells] : cells;
  let result: Urgency | null = null;
  for (const cell of all) {
    const [urgency, holds] = typeof cell === 'string' ? [cell, true] : [cell[0], cell[1](situation)];
    if (holds) result = result === null ? urgency : strongest(result, urgency);
  }
  return result;
}

/** The union of all matching rules, each role with its strongest code; the rules are named strongest first. */
export function combineRules(rules: readonly RoutingRule[], situation: Situation): Asked[] {
  const asked: Asked[] = [];
  for (const role of routedRoles) {
    const hits = rules
      .flatMap((rule) => {
        const cells = rule.tell[role];
        const urgency = cells === undefined ? null : urgencyIn(cells, situation);
        return urgency === null ? [] : [{ ruleId: rule.id, urgency }];
      })
      .sort((one, other) => urgencyRank(one.urgency) - urgencyRank(other.urgency));
    const first = hits[0];
    if (first) asked.push({ role, urgency: first.urgency, ruleIds: hits.map((hit) => hit.ruleId) });
  }
  return asked;
}

/** What the matching rules together ask about the police. POL-4.3-1, POL-4.7-1. */
export function combinePolice(rules: readonly RoutingRule[], situation: Situation): PoliceTask {
  const cells = new Set<PoliceCell>();
  for (const cell of rules.flatMap((rule) => rule.police ?? [])) {
    if (typeof cell === 'string') cells.add(cell);
    else if (cell[1](situation)) cells.add(cell[0]);
  }
  const isNow = cells.has('now') || cells.has('nowAndTask');
  const isMandatory = cells.has('task') || cells.has('nowAndTask');
  if (isNow) return isMandatory ? 'nowAndMandatory' : 'now';
  if (isMandatory) return 'mandatory';
  return cells.has('prompt') ? 'prompt' : 'none';
}
