import type { IncidentDraft } from '../../../application/report-incident-draft.ts';
import type { Situation } from '../../../domain/incident/account-vocabulary.ts';
import type { recordEn } from '../../../words/record.en.ts';
import { callFields, endingFields } from './call-fields.ts';
import { bombFields, welfareFields } from './crisis-fields.ts';
import {
  assaultFields,
  behaviourFields,
  demandFields,
  homeFields,
  letterFields,
  meetingFields,
  onlineFields,
  ownFields,
  peopleFields,
  requestFields,
} from './event-fields.ts';
import { type FieldSpec, special } from './field-spec.ts';

export type SectionId = Exclude<keyof typeof recordEn.sections, 'quick' | 'visitor' | 'otherParty'>;

export interface FormSection {
  id: SectionId;
  fields: readonly FieldSpec[];
  isShown(draft: IncidentDraft): boolean;
  /** What the record is about: stands open from the start. */
  isCore(draft: IncidentDraft): boolean;
}

type Condition = (draft: IncidentDraft) => boolean;

function section(
  id: SectionId,
  fields: readonly FieldSpec[],
  isShown: Condition,
  isCore: Condition = () => false,
): FormSection {
  return { id, fields, isShown, isCore };
}

const situation =
  (...wanted: Situation[]) =>
  ({ account }: IncidentDraft) =>
    wanted.includes(account.situation);
const always = () => true;
const isWelfare = ({ kind }: IncidentDraft) => kind === 'suicideThreat';
const isBomb = ({ kind }: IncidentDraft) => kind === 'bombThreat';
const isCall = situation('call', 'voicemail');
const isWorry = situation('visitorConcern', 'safetyConcern');
const isWritten = situation('emailElsewhere', 'letter', 'socialMedia', 'otherElectronic');
/** Somebody did something: nothing of it is asked about a person who needed help, or about a mere worry. COM-3d-1, C-32 */
const isAboutConduct = (draft: IncidentDraft) => !isWelfare(draft) && !isWorry(draft);
const mayBeAssault = (draft: IncidentDraft) =>
  isAboutConduct(draft) &&
  (situation('inPerson', 'homeThreat')(draft) ||
    draft.account.assault !== null ||
    draft.behaviours.some((each) => each === 'physicalAssault' || each === 'attemptedAssault'));

/**
 * The whole form as data, in its order: which questions, and for which records. There is no screen of its own for any kind.
 * BEH-1.2-1, COM-4.1-1
 */
export const formSections: readonly FormSection[] = [
  section(
    'homeThreat',
    homeFields,
    (draft) => !isWelfare(draft) && (draft.homeThreat || situation('homeThreat')(draft)),
    always,
  ),
  section('welfare', welfareFields, isWelfare, always),
  section('bomb', bombFields, isBomb, always),
  section('notes', [special('notes')], ({ account }) => account.notes.length > 0),
  section('behaviour', behaviourFields, isAboutConduct, (draft) => !isCall(draft)),
  section('assault', assaultFields, mayBeAssault),
  section('meeting', meetingFields, (draft) => situation('inPerson')(draft) && !isWelfare(draft)),
  section('letter', letterFields, situation('letter'), always),
  section('online', onlineFields, situation('socialMedia', 'otherElectronic', 'emailElsewhere'), always),
  section('call', callFields, (draft) => isCall(draft) && !isWelfare(draft), always),
  section('ending', endingFields, isCall),
  section('verbatim', [special('verbatim')], (draft) => !isWorry(draft)),
  section('you', ownFields, always),
  section('people', peopleFields, always),
  section('demand', demandFields, (draft) => isAboutConduct(draft) && !isBomb(draft)),
  section('request', requestFields, (draft) => isWritten(draft)),
  section('attachments', [special('attachments')], always),
  section('manager', [special('manager')], always),
];

/** The sections of this record, in the form's order, each with the questions that are asked now. */
export function sectionsOf(draft: IncidentDraft): { section: FormSection; fields: FieldSpec[] }[] {
  return formSections
    .filter(({ isShown }) => isShown(draft))
    .map((section) => ({ section, fields: section.fields.filter((field) => field.when?.(draft) ?? true) }));
}
