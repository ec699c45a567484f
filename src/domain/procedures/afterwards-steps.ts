import type { HelperFacts } from './helper-facts.ts';
import type { ProcedureStep } from './procedure.ts';

const isOutOfHours = ({ officeHours }: HelperFacts) => officeHours !== 'inHours';

/** Before everybody else is told. COM-3a-3, C-12, C-13 */
export const tellFacilities = {
  id: 'tellFacilities',
  phase: 'afterwards',
  urgency: 'urgent',
  when: isOutOfHours,
  action: { type: 'ring', contact: 'facilities' },
} as const satisfies ProcedureStep;

/** COM-3a-8, POL-4.7-1 */
export const tellPolice = {
  id: 'tellPolice',
  phase: 'afterwards',
  urgency: 'urgent',
  when: ({ violenceThreatened, particularlyAbusive }: HelperFacts) => violenceThreatened || particularlyAbusive,
  action: { type: 'ring', contact: 'emergency' },
} as const satisfies ProcedureStep;

/** COM-4.1-2: at once, while the operators still remember. */
export const askSwitchboard = {
  id: 'askSwitchboard',
  phase: 'afterwards',
  urgency: 'normal',
  when: ({ ring }: HelperFacts) => ring === 'external',
  action: { type: 'switchboardQuery' },
} as const satisfies ProcedureStep;

/** COM-3a-5, COM-3b-3 */
export const letItRing = {
  id: 'letItRing',
  phase: 'afterwards',
  urgency: 'normal',
  when: ({ voicemailLeft }: HelperFacts) => !voicemailLeft,
  action: null,
} as const satisfies ProcedureStep;

/** Asked until the person says that they have it. COM-3a-5 */
export const checkVoicemail = {
  id: 'checkVoicemail',
  phase: 'afterwards',
  urgency: 'normal',
  when: ({ hasVoicemail, voicemailLeft }: HelperFacts) => hasVoicemail !== true && !voicemailLeft,
  action: { type: 'voicemailCheck' },
} as const satisfies ProcedureStep;

export const wasMessageLeft = {
  id: 'wasMessageLeft',
  phase: 'afterwards',
  urgency: 'normal',
  when: ({ voicemailLeft }: HelperFacts) => !voicemailLeft,
  action: { type: 'fill', fields: ['call.voicemailLeft'] },
} as const satisfies ProcedureStep;

/** COM-3a-6, COM-3b-4 */
export const keepMessage = {
  id: 'keepMessage',
  phase: 'afterwards',
  urgency: 'urgent',
  when: ({ voicemailLeft }: HelperFacts) => voicemailLeft,
  action: { type: 'keepMessage' },
} as const satisfies ProcedureStep;

/** Manager at once, HR consulted, Annex A filled in. COM-3a-7, COM-4.1-1 */
export const writeRecord = {
  id: 'writeRecord',
  phase: 'afterwards',
  urgency: 'normal',
  action: { type: 'openForm' },
} as const satisfies ProcedureStep;

/** COM-9.2-1, COM-1.4-2 */
export const support = {
  id: 'support',
  phase: 'afterwards',
  urgency: 'normal',
  action: { type: 'support' },
} as const satisfies ProcedureStep;
