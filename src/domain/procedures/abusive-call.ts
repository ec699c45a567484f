import {
  askSwitchboard,
  checkVoicemail,
  keepMessage,
  letItRing,
  support,
  tellFacilities,
  tellPolice,
  wasMessageLeft,
  writeRecord,
} from './afterwards-steps.ts';
import type { HelperFacts } from './helper-facts.ts';
import type { Procedure } from './procedure.ts';

const isViolent = ({ violenceThreatened }: HelperFacts) => violenceThreatened;

/** What the caller says is the trouble, not how they say it. COM-3a-0 */
const isOnlyTheMatter = ({ abuseReasons }: HelperFacts) =>
  abuseReasons.length > 0 && !abuseReasons.includes('abusiveLanguage');

/** COM-3a-0 to COM-3a-9. Violence threatened: no warning, the call ends now (COM-3a-2, C-10). */
export const abusiveCall = {
  id: 'abusiveCall',
  kind: 'abusive',
  tone: 'plain',
  timer: false,
  steps: [
    { id: 'endAtOnce', phase: 'now', urgency: 'urgent', when: isViolent, action: { type: 'endCall' } },
    {
      id: 'warn',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !isViolent(facts) && !isOnlyTheMatter(facts),
      action: { type: 'warn' },
    },
    {
      id: 'warnAboutMatter',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !isViolent(facts) && isOnlyTheMatter(facts),
      action: { type: 'warn' },
    },
    {
      id: 'endIfItGoesOn',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !isViolent(facts),
      action: { type: 'endCall' },
    },
    {
      id: 'rightToEnd',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !isViolent(facts) && facts.officeHours !== 'inHours',
      action: null,
    },
    tellFacilities,
    tellPolice,
    askSwitchboard,
    letItRing,
    checkVoicemail,
    wasMessageLeft,
    keepMessage,
    writeRecord,
    {
      id: 'readGuidance',
      phase: 'afterwards',
      urgency: 'normal',
      action: { type: 'openGuidance', documentId: 'behaviour' },
    },
    support,
  ],
  quickFields: ['violenceThreatened', 'call.abuseReasons', 'call.ring', 'call.numberShown'],
  laterFields: [
    'verbatim',
    'call.voice',
    'call.accent',
    'call.background',
    'call.line',
    'call.nameUsed',
    'call.recognised',
  ],
} as const satisfies Procedure;
