import { factsShownTo, type NoticeFact } from '../domain/incident/notice-allow-list.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import { opensRecord } from '../domain/permissions/opens-record.ts';
import type { RoutingResult } from '../domain/routing/route-report.ts';

/** How somebody comes to hear of it: by itself at submit (`first` before all others), by the manager, or when a person decides so. */
export type ToldWhen = 'first' | 'atOnce' | 'byManager' | 'onDecision';

export interface ToldRecipient {
  role: Role;
  when: ToldWhen;
  /** Rules and adjustments; `ruleReasons` of the terms has a sentence for each. */
  because: string[];
  /** What the notice holds, by the allow-list; the catalogue `told` has a word for each. */
  facts: readonly NoticeFact[];
  /** Besides the notice, may open the whole report. */
  opensReport: boolean;
}

const when = { first: 'first', auto: 'atOnce', duty: 'byManager', prompt: 'onDecision' } as const;

/** A preview or a route as a person reads it, most urgent first: who, when, why, and what each will see. POL-1.1-1. */
export function describeRecipients({
  notices,
  boundary,
}: Pick<RoutingResult, 'notices' | 'boundary'>): ToldRecipient[] {
  return notices.map(({ role, urgency, reasons }) => ({
    role,
    when: when[urgency],
    because: reasons.map(({ ruleId }) => ruleId),
    facts: factsShownTo(role),
    opensReport: opensRecord(role, boundary),
  }));
}
