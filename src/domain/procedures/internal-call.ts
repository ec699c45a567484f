import { keepMessage, support, tellPolice, wasMessageLeft, writeRecord } from './afterwards-steps.ts';
import type { HelperFacts } from './helper-facts.ts';
import type { Procedure } from './procedure.ts';

const isViolent = ({ violenceThreatened }: HelperFacts) => violenceThreatened;

/** COM-3f-1 to COM-3f-4. First whether the manager is part of it: then the manager sees nothing, anywhere (C-21). */
export const internalCall = {
  id: 'internalCall',
  kind: 'internal',
  tone: 'plain',
  timer: false,
  steps: [
    { id: 'endAtOnce', phase: 'now', urgency: 'urgent', when: isViolent, action: { type: 'endCall' } },
    {
      id: 'endWhenReady',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !isViolent(facts),
      action: { type: 'endCall' },
    },
    {
      id: 'managerInvolved',
      phase: 'afterwards',
      urgency: 'normal',
      when: ({ managerInvolved }: HelperFacts) => !managerInvolved,
      action: { type: 'fill', fields: ['managerImplicated'] },
    },
    {
      id: 'managerLeftOut',
      phase: 'afterwards',
      urgency: 'normal',
      when: ({ managerInvolved }: HelperFacts) => managerInvolved,
      action: { type: 'fill', fields: ['managerImplicated'] },
    },
    tellPolice,
    {
      id: 'dignityAtWork',
      phase: 'afterwards',
      urgency: 'normal',
      action: { type: 'openGuidance', documentId: 'dignityAtWork' },
    },
    {
      id: 'callRecords',
      phase: 'afterwards',
      urgency: 'normal',
      when: ({ callerKnown }: HelperFacts) => callerKnown !== true,
      action: { type: 'fill', fields: ['call.callRecordsWanted'] },
    },
    wasMessageLeft,
    keepMessage,
    writeRecord,
    support,
  ],
  quickFields: [
    'managerImplicated',
    'call.recognised',
    'call.recognisedAs',
    'call.numberShown',
    'call.callRecordsWanted',
  ],
  laterFields: ['violenceThreatened', 'call.voice', 'call.accent', 'call.background', 'call.nameUsed', 'verbatim'],
} as const satisfies Procedure;
