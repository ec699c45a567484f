import {
  askSwitchboard,
  keepMessage,
  support,
  tellFacilities,
  tellPolice,
  wasMessageLeft,
  writeRecord,
} from './afterwards-steps.ts';
import type { HelperFacts } from './helper-facts.ts';
import type { Procedure } from './procedure.ts';

const isViolent = ({ violenceThreatened }: HelperFacts) => violenceThreatened;

/** COM-3c-1 to COM-3c-4. The person records it; telling HR and the help desk is the manager's duty (C-20). */
export const hoaxCall = {
  id: 'hoaxCall',
  kind: 'hoax',
  tone: 'plain',
  timer: false,
  steps: [
    { id: 'endAtOnce', phase: 'now', urgency: 'urgent', when: isViolent, action: { type: 'endCall' } },
    {
      id: 'giveNothingAway',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !isViolent(facts),
      action: null,
    },
    {
      id: 'noteTheStory',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !isViolent(facts),
      action: { type: 'fill', fields: ['verbatim', 'call.numberShown'] },
    },
    {
      id: 'endWhenReady',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !isViolent(facts),
      action: { type: 'endCall' },
    },
    tellFacilities,
    tellPolice,
    askSwitchboard,
    wasMessageLeft,
    keepMessage,
    writeRecord,
    support,
  ],
  quickFields: ['call.numberShown', 'call.ring', 'verbatim', 'violenceThreatened'],
  laterFields: ['call.voice', 'call.accent', 'call.background', 'call.line', 'call.nameUsed', 'call.recognised'],
} as const satisfies Procedure;
