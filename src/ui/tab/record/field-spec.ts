import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import { accountLimits } from '../../../domain/incident/report-limits.ts';
import type { Staff } from '../../../domain/incident/staff.ts';
import type { accountTermsEn } from '../../../words/account-terms.en.ts';
import type { recordEn } from '../../../words/record.en.ts';
import type { Spot } from './draft-spots.ts';

export type FieldId = keyof typeof recordEn.fields;
/** Where the names of a question's answers stand. */
export type NamesOf = keyof typeof accountTermsEn | 'behaviours' | 'kinds' | 'informationRequest';
type Condition = (draft: IncidentDraft) => boolean;

/** What stands in the form that is more than a question. */
export type SpecialView =
  | 'ownName'
  | 'switchboard'
  | 'voicemailKept'
  | 'verbatim'
  | 'witnesses'
  | 'attachments'
  | 'manager'
  | 'notes'
  | 'letterAdvice'
  | 'socialAdvice'
  | 'homeAdviceNow'
  | 'tracing'
  | 'contacted';

/** A question of the form as data: its words are found by its id, its answer at its spot. */
export type FieldSpec = { when?: Condition } & (
  | ({ id: FieldId } & Question)
  // Has words of its own.
  | { id: SpecialView; type: 'special' }
);

export type Question =
  | { type: 'line'; at: Spot<string>; mode?: 'tel' | 'numeric' | 'url' }
  | { type: 'text'; at: Spot<string>; limit: number }
  | { type: 'one'; at: Spot<string | null>; options: readonly string[]; names: NamesOf; empty: string | null }
  | { type: 'many'; at: Spot<string[]>; options: readonly string[]; names: NamesOf }
  | { type: 'tick'; at: Spot<boolean> }
  | { type: 'day'; at: Spot<string | null> }
  | { type: 'moment'; at: Spot<string | null> }
  | { type: 'site'; at: Spot<string | null> }
  | { type: 'person'; at: Spot<Staff | null> }
  | { type: 'people'; at: Spot<Staff[]> };

export const line = (id: FieldId, at: Spot<string>, mode?: 'tel' | 'numeric' | 'url'): FieldSpec =>
  mode ? { id, type: 'line', at, mode } : { id, type: 'line', at };

/** A long text; `limit` in UTF-16 units. */
export const text = (id: FieldId, at: Spot<string>, limit: number = accountLimits.text): FieldSpec => ({
  id,
  type: 'text',
  at,
  limit,
});

/** One answer of several. `empty` stands for no answer, where null does not. */
export function one<T extends string>(
  id: FieldId,
  at: Spot<T | null> | Spot<T>,
  options: readonly T[],
  names: NamesOf,
  empty: T | null = null,
): FieldSpec {
  return { id, type: 'one', at: at as unknown as Spot<string | null>, options, names, empty };
}

export function many<T extends string>(id: FieldId, at: Spot<T[]>, options: readonly T[], names: NamesOf): FieldSpec {
  return { id, type: 'many', at: at as unknown as Spot<string[]>, options, names };
}

export const tick = (id: FieldId, at: Spot<boolean>): FieldSpec => ({ id, type: 'tick', at });
export const day = (id: FieldId, at: Spot<string | null>): FieldSpec => ({ id, type: 'day', at });
export const moment = (id: FieldId, at: Spot<string | null>): FieldSpec => ({ id, type: 'moment', at });
export const site = (id: FieldId, at: Spot<string | null>): FieldSpec => ({ id, type: 'site', at });
export const person = (id: FieldId, at: Spot<Staff | null>): FieldSpec => ({ id, type: 'person', at });
export const people = (id: FieldId, at: Spot<Staff[]>): FieldSpec => ({ id, type: 'people', at });
export const special = (id: SpecialView): FieldSpec => ({ id, type: 'special' });

/** The same question, asked only while the condition holds. */
export function when(condition: Condition, ...fields: FieldSpec[]): FieldSpec[] {
  return fields.map((field) => {
    const { when: before } = field;
    return { ...field, when: before ? (draft) => condition(draft) && before(draft) : condition };
  });
}

/** True when the person has answered it. */
export function isAnswered(field: FieldSpec, draft: IncidentDraft): boolean {
  switch (field.type) {
    case 'line':
    case 'text':
      return field.at.get(draft).trim() !== '';
    case 'one': {
      const value = field.at.get(draft);
      return value !== null && value !== field.empty;
    }
    case 'many':
    case 'people':
      return field.at.get(draft).length > 0;
    case 'tick':
      return field.at.get(draft);
    case 'special':
      return specialAnswers[field.id]?.(draft) ?? false;
    default:
      return field.at.get(draft) !== null;
  }
}

const specialAnswers: Partial<Record<SpecialView, Condition>> = {
  verbatim: ({ account }) => account.verbatim.trim() !== '',
  witnesses: ({ account }) => account.witnesses.length > 0,
  attachments: ({ account }) => account.attachments.length > 0,
  notes: ({ account }) => account.notes.length > 0,
  switchboard: ({ account }) => account.call?.switchboardQueryId != null,
  contacted: ({ account }) => (account.welfare?.contacted.length ?? 0) > 0,
  manager: ({ managerImplicated, chosenManager }) => managerImplicated || chosenManager !== null,
};
