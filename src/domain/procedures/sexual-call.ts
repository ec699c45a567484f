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
import type { Procedure } from './procedure.ts';

/** COM-3b-1 to COM-3b-6. One thing to do: end it. There is no warning (C-11). */
export const sexualCall = {
  id: 'sexualCall',
  kind: 'sexualMalicious',
  tone: 'plain',
  timer: false,
  steps: [
    { id: 'endAtOnce', phase: 'now', urgency: 'urgent', action: { type: 'endCall' } },
    tellFacilities,
    tellPolice,
    askSwitchboard,
    {
      id: 'nameUsed',
      phase: 'afterwards',
      urgency: 'normal',
      action: { type: 'fill', fields: ['call.nameUsed', 'call.nameSource'] },
    },
    letItRing,
    checkVoicemail,
    wasMessageLeft,
    keepMessage,
    writeRecord,
    support,
  ],
  quickFields: ['call.nameUsed', 'call.nameSource', 'call.ring', 'call.numberShown'],
  laterFields: [
    'violenceThreatened',
    'call.voice',
    'call.accent',
    'call.background',
    'call.line',
    'call.recognised',
    'verbatim',
  ],
} as const satisfies Procedure;
