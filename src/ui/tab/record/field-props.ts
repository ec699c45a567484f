import type { FieldId } from './field-spec.ts';
import { useProblemOf, useRecordWords } from './record-context.tsx';

/** Label, hint and problem of a question, as Fluent's `Field` takes them. */
export function useFieldProps(id: FieldId) {
  const words: { label: string; hint?: string } = useRecordWords().fields[id];
  const problem = useProblemOf(id);
  return {
    label: words.label,
    validationState: problem ? ('error' as const) : ('none' as const),
    ...(words.hint ? { hint: words.hint } : {}),
    ...(problem ? { validationMessage: problem } : {}),
  };
}
