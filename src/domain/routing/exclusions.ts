import type { RoutedRole } from '../incident/vocabulary.ts';
import type { AdjustmentId } from './rule.ts';
import type { Condition } from './situation.ts';

/** A rule that takes a role away again. Exclusions are applied last and always win. Model 4.1. */
export interface Exclusion {
  id: AdjustmentId;
  sources: readonly string[];
  when: Condition;
  /** Never told. */
  never: readonly RoutedRole[];
  /** Told only when a person decides so. */
  onlyOnPrompt: readonly RoutedRole[];
}

export const exclusions: readonly Exclusion[] = [
  {
    // A call for help is no misconduct: nobody hears of it whose task is to fend off.
    id: 'welfarePath',
    sources: ['C-32', 'COM-3d-1'],
    when: ({ report }) => report.kind === 'suicideThreat',
    never: ['helpDesk', 'itSecurity', 'informationSecurity', 'deputyDirector', 'areaContact'],
    onlyOnPrompt: [],
  },
  {
    // A matter among colleagues is for HR; Security joins when HR asks, for example after an assault.
    id: 'hrRoute',
    sources: ['COM-3f-1', 'COM-12.1-1'],
    when: ({ report }) => report.kind === 'internal',
    never: [
      'helpDesk',
      'itSecurity',
      'informationSecurity',
      'facilities',
      'seniorManager',
      'deputyDirector',
      'reception',
      'areaContact',
    ],
    onlyOnPrompt: ['security'],
  },
];
