import { newSubmissionId } from '../../../application/new-submission-id.ts';
import { type OwnDetails, withOwnDetails } from '../../../application/own-details.ts';
import { type IncidentDraft, newIncidentDraft } from '../../../application/report-incident-draft.ts';
import type { Situation } from '../../../domain/incident/account-vocabulary.ts';
import type { Kind, Language } from '../../../domain/incident/vocabulary.ts';
import type { TabPlace } from '../tab-place.ts';

/** The draft that the first tap makes. COM-3.3-1 */
export function beginRecord(given: {
  situation: Situation;
  kind: Kind;
  isNow: boolean;
  language: Language;
  own: OwnDetails;
}): IncidentDraft {
  const { situation, kind, isNow, language, own } = given;
  const phase = isNow ? 'live' : 'form';
  const draft = newIncidentDraft({
    id: newSubmissionId(),
    situation,
    kind,
    phase,
    language,
    now: new Date().toISOString(),
  });
  return withOwnDetails(draft, own);
}

/** Where a draft is worked on: steps and notes while it goes on, the form when it is over. */
export function placeOfDraft({ id, phase }: Pick<IncidentDraft, 'id' | 'phase'>): TabPlace {
  return { page: phase === 'live' ? 'helper' : 'record', draftId: id };
}
