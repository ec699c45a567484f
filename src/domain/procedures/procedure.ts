import type { WrittenDocumentId } from '../guidance/written-documents.ts';
import type { BombRecord, CallRecord, WelfareRecord } from '../incident/account.ts';
import type { Situation } from '../incident/account-vocabulary.ts';
import type { Kind, Role } from '../incident/vocabulary.ts';
import type { HelperFacts } from './helper-facts.ts';

export const procedureIds = [
  'abusiveCall',
  'sexualCall',
  'hoaxCall',
  'suicideCall',
  'bombCall',
  'internalCall',
  'inPerson',
] as const;
export type ProcedureId = (typeof procedureIds)[number];

/** Whom to ring. `siteSecurity` is the security office of the chosen building; the rest are contacts of the configuration. */
export type RingContact = Role | 'emergency' | 'employeeAssistance' | 'siteSecurity';

/** What a colleague is asked to do, by message or by a note across the desk. COM-3d-3, COM-3e-1, COM-3e-2 */
export type ColleagueReason =
  | 'welfare'
  | 'ambulance'
  | 'bombCathaysPark'
  | 'bombOtherSite'
  | 'bombSiteInstructions'
  | 'inPerson';

/** A field of the record that the helper shows beside the notes. */
export type QuickField =
  | 'site'
  | 'verbatim'
  | 'violenceThreatened'
  | 'managerImplicated'
  | 'witnesses'
  | 'otherParty'
  | `call.${keyof CallRecord}`
  | `bomb.${keyof BombRecord}`
  | `welfare.${keyof WelfareRecord}`;

export type StepAction =
  /** The words to say are in the catalogue, in both languages. */
  | { readonly type: 'say' }
  /** As `say`; ticking it stores when the warning was given (`CallRecord.warnedAt`). COM-3a-1 */
  | { readonly type: 'warn' }
  | { readonly type: 'ring'; readonly contact: RingContact }
  /** One tap sends a message; `ring` is whom the colleague is to ring, most urgent first. */
  | { readonly type: 'askColleague'; readonly reason: ColleagueReason; readonly ring: readonly RingContact[] }
  /** Shows the chosen site's own instructions, ready to be read out. COM-3e-2 */
  | { readonly type: 'siteInstructions' }
  /** Time and extension go to the switchboard at once. COM-4.1-2 */
  | { readonly type: 'switchboardQuery' }
  | { readonly type: 'fill'; readonly fields: readonly QuickField[] }
  /** The call or the meeting is over; stores when. */
  | { readonly type: 'endCall' }
  /** Asks once whether voicemail is set up, and remembers the answer for this person. COM-3a-5 */
  | { readonly type: 'voicemailCheck' }
  /** The message becomes evidence; a recording can be attached. COM-3a-6 */
  | { readonly type: 'keepMessage' }
  /** Everything written so far leaves at once. COM-3e-5 */
  | { readonly type: 'sendNow' }
  | { readonly type: 'openForm' }
  | { readonly type: 'openGuidance'; readonly documentId: WrittenDocumentId }
  | { readonly type: 'support' };

export interface ProcedureStep {
  /** Unique within its procedure, never shown; `StepMark.stepId` names it. */
  readonly id: string;
  readonly phase: 'now' | 'afterwards';
  readonly urgency: 'normal' | 'urgent';
  /** Left out: always. */
  readonly when?: (facts: HelperFacts) => boolean;
  /** Null: something to do or to leave alone, with nothing to press but the tick. */
  readonly action: StepAction | null;
}

/** What to do while it happens and right afterwards. No step is compulsory, none holds up the report. COM-3d-8 */
export interface Procedure {
  readonly id: ProcedureId;
  readonly kind: Kind;
  /** `calm`: for someone who needs help; no word of abuse anywhere (COM-3d-1). */
  readonly tone: 'plain' | 'calm' | 'urgent';
  /** Elapsed time is shown. COM-3d-5 */
  readonly timer: boolean;
  /** In the order in which they are shown; conditions choose among them, and never reorder. */
  readonly steps: readonly ProcedureStep[];
  /** On top, beside the notes. B-SUI-1, COM-3e-4 */
  readonly quickFields: readonly QuickField[];
  /** Below them, for when there is time. B-BOMB-1 */
  readonly laterFields: readonly QuickField[];
}

export interface NumberedStep extends ProcedureStep {
  /** 1, 2, 3 without a gap, whatever conditions left out. COM-3a-4 */
  readonly number: number;
}

/** The steps to show now: those for the present phase whose condition holds, numbered afresh. */
export function stepsFor(procedure: Procedure, facts: HelperFacts): NumberedStep[] {
  const phase = facts.hasEnded ? 'afterwards' : 'now';
  return procedure.steps
    .filter((step) => step.phase === phase && (step.when?.(facts) ?? true))
    .map((step, index) => ({ ...step, number: index + 1 }));
}

const procedureOfKind: Record<Kind, ProcedureId> = {
  abusive: 'abusiveCall',
  sexualMalicious: 'sexualCall',
  hoax: 'hoaxCall',
  suicideThreat: 'suicideCall',
  bombThreat: 'bombCall',
  internal: 'internalCall',
  // COM 3.3a counts coming back to what has been answered among the abusive calls.
  persistent: 'abusiveCall',
  none: 'abusiveCall',
};

/** Which procedure a record follows; null where there is nothing to do live, for example for a letter. */
export function procedureIdFor(situation: Situation, kind: Kind): ProcedureId | null {
  if (situation === 'call' || situation === 'voicemail') return procedureOfKind[kind];
  if (situation !== 'inPerson') return null;
  // Face to face a life and a building come before manners.
  return kind === 'suicideThreat' || kind === 'bombThreat' ? procedureOfKind[kind] : 'inPerson';
}
