import { support, tellFacilities, writeRecord } from './afterwards-steps.ts';
import type { HelperFacts } from './helper-facts.ts';
import type { Procedure } from './procedure.ts';

const isViolent = ({ violenceThreatened }: HelperFacts) => violenceThreatened;
const isCalmEnough = (facts: HelperFacts) => !isViolent(facts);

/** POL-4.2-1, BEH-4.1-1, PREV-do-1. In danger: away, then 999; nobody stays to explain anything. */
export const inPerson = {
  id: 'inPerson',
  kind: 'none',
  tone: 'plain',
  timer: false,
  steps: [
    { id: 'leave', phase: 'now', urgency: 'urgent', when: isViolent, action: { type: 'endCall' } },
    {
      id: 'ringEmergency',
      phase: 'now',
      urgency: 'urgent',
      when: isViolent,
      action: { type: 'ring', contact: 'emergency' },
    },
    { id: 'explain', phase: 'now', urgency: 'normal', when: isCalmEnough, action: { type: 'say' } },
    { id: 'warn', phase: 'now', urgency: 'normal', when: isCalmEnough, action: { type: 'warn' } },
    { id: 'endMeeting', phase: 'now', urgency: 'normal', when: isCalmEnough, action: { type: 'endCall' } },
    {
      id: 'callForHelp',
      phase: 'now',
      urgency: 'normal',
      when: isCalmEnough,
      action: { type: 'askColleague', reason: 'inPerson', ring: ['siteSecurity', 'emergency'] },
    },
    {
      id: 'ringIfInDanger',
      phase: 'now',
      urgency: 'normal',
      when: isCalmEnough,
      action: { type: 'ring', contact: 'emergency' },
    },
    {
      id: 'tellPolice',
      phase: 'afterwards',
      urgency: 'urgent',
      when: isViolent,
      action: { type: 'ring', contact: 'emergency' },
    },
    tellFacilities,
    { id: 'doNotFollow', phase: 'afterwards', urgency: 'normal', action: null },
    { id: 'whoSawIt', phase: 'afterwards', urgency: 'normal', action: { type: 'fill', fields: ['witnesses'] } },
    writeRecord,
    support,
  ],
  quickFields: ['violenceThreatened', 'otherParty', 'witnesses'],
  laterFields: ['site', 'verbatim'],
} as const satisfies Procedure;
