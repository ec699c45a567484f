import type { RoutedRole } from '../incident/vocabulary.ts';
import type { Condition } from './situation.ts';

/**
 * Codes of the table, weakest last: `first` and `auto` leave at submit, `duty` is the manager's one tap,
 * `prompt` asks a person. A pair adds its condition.
 */
export type Urgency = 'first' | 'auto' | 'duty' | 'prompt';
export type Cell = Urgency | [Urgency, Condition];

/** What a rule asks about the police. `now` is a call at once; `task` is a record that closing waits for. */
export type PoliceCell = 'prompt' | 'now' | 'task' | 'nowAndTask';

/** Names of the rows. The explanation of a notice names them, and the catalogues have a sentence for each. */
export const ruleIds = [
  'abusiveCall',
  'sexualCall',
  'sexualCallWithMessage',
  'hoaxCall',
  'suicideThreat',
  'bombThreatHere',
  'bombThreatElsewhere',
  'bombThreatByEmail',
  'internal',
  'persistent',
  'email',
  'letter',
  'inPerson',
  'socialMedia',
  'physicalAssault',
  'threat',
  'homeThreat',
  'family',
  'anyBehaviour',
  'switchboardArrangement',
  'informationRequest',
  'visitorConcern',
  'concern',
  'areaArrangement',
] as const;
export type RuleId = (typeof ruleIds)[number];

/** Reasons that come after the rows: a missing or involved manager, and the two exclusions. */
export const adjustmentIds = ['managerInvolved', 'noManager', 'welfarePath', 'hrRoute'] as const;
export type AdjustmentId = (typeof adjustmentIds)[number];

/** One row of the table: a situation, and who is told of it. POL-1.1-1. */
export interface RoutingRule {
  id: RuleId;
  /** Requirements it comes from. */
  sources: readonly string[];
  when: Condition;
  /** A role with several cells gets the strongest one whose condition holds. */
  tell: Partial<Record<RoutedRole, Cell | readonly Cell[]>>;
  police?: readonly (PoliceCell | [PoliceCell, Condition])[];
  /** The original of the mail goes to IT Security. COM-6.1-3 */
  forwardsOriginal?: true;
  /** Support offered to the reporter: `first` before everything else. COM-9.2-1, COM-3d-9 */
  support?: 'first' | 'offer';
}
