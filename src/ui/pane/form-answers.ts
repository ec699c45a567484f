import { emptyDraft, type ReportDraft } from '../../application/report-email-draft.ts';
import type { Staff } from '../../domain/incident/staff.ts';
import {
  type Behaviour,
  behaviours,
  informationRequestAnswers,
  kinds,
  type Language,
} from '../../domain/incident/vocabulary.ts';

/** Names of the form's tick boxes that are marks of a report. */
export const marks = [
  'homeThreat',
  'violenceThreatened',
  'weaponMentioned',
  'towardsFamily',
  'particularlyAbusive',
  'immediateDanger',
  'managerImplicated',
] as const;

/**
 * Reads the answers from the form itself. The inputs are the browser's own, so what was chosen before the script took
 * over is there like anything else.
 */
export function readAnswers(form: HTMLFormElement, language: Language, chosenManager: Staff | null): ReportDraft {
  const data = new FormData(form);
  const kind = data.get('kind');
  const asked = data.get('informationRequest');
  const draft = emptyDraft(language);
  for (const mark of marks) draft[mark] = data.has(mark);
  return {
    ...draft,
    kind: kinds.find((each) => each === kind) ?? null,
    behaviours: behaviours.filter((each) => data.getAll('behaviours').includes(each)),
    facts: String(data.get('facts') ?? ''),
    informationRequest: informationRequestAnswers.find((each) => each === asked) ?? 'notAsked',
    chosenManager,
  };
}

/** Writes a kept draft back into the form: another message was opened in a pinned pane. */
export function writeAnswers(form: HTMLFormElement, draft: ReportDraft): void {
  for (const element of form.elements) {
    if (element instanceof HTMLTextAreaElement) element.value = draft.facts;
    if (!(element instanceof HTMLInputElement)) continue;
    if (element.name === 'kind') element.checked = element.value === draft.kind;
    else if (element.name === 'informationRequest') element.checked = element.value === draft.informationRequest;
    else if (element.name === 'behaviours') element.checked = draft.behaviours.includes(element.value as Behaviour);
    else {
      const mark = marks.find((each) => each === element.name);
      if (mark) element.checked = draft[mark];
    }
  }
}
