import { askSwitchboard, keepMessage, support, writeRecord } from './afterwards-steps.ts';
import type { HelperFacts } from './helper-facts.ts';
import type { Procedure } from './procedure.ts';

/** COM-3d-4 */
const needsAmbulance = ({ harmDone, locationKnown }: HelperFacts) => harmDone === 'yes' && locationKnown;

/** The line went dead before anyone could be fetched. */
const isStillAlone = ({ immediateDanger, harmDone, helpAsked }: HelperFacts) =>
  !helpAsked && (immediateDanger === 'yes' || harmDone === 'yes');

/** COM-3d-1 to COM-3d-9, B-SUI-1. Some or all of it, as it fits; support comes first afterwards unless a life still waits. */
export const suicideCall = {
  id: 'suicideCall',
  kind: 'suicideThreat',
  tone: 'calm',
  timer: true,
  steps: [
    {
      id: 'ambulance',
      phase: 'now',
      urgency: 'urgent',
      when: needsAmbulance,
      action: { type: 'askColleague', reason: 'ambulance', ring: ['emergency'] },
    },
    { id: 'stayCalm', phase: 'now', urgency: 'normal', action: { type: 'say' } },
    {
      id: 'knownContact',
      phase: 'now',
      urgency: 'normal',
      when: ({ knownContact }: HelperFacts) => knownContact,
      action: null,
    },
    {
      id: 'askColleague',
      phase: 'now',
      urgency: 'normal',
      when: (facts: HelperFacts) => !needsAmbulance(facts),
      action: { type: 'askColleague', reason: 'welfare', ring: ['emergency', 'security'] },
    },
    {
      id: 'askGently',
      phase: 'now',
      urgency: 'normal',
      action: {
        type: 'fill',
        fields: ['welfare.immediateDanger', 'welfare.harmDone', 'welfare.location', 'welfare.callbackNumber'],
      },
    },
    { id: 'keepTalking', phase: 'now', urgency: 'normal', action: { type: 'say' } },
    { id: 'takeNotes', phase: 'now', urgency: 'normal', action: null },
    { id: 'callIsOver', phase: 'now', urgency: 'normal', action: { type: 'endCall' } },
    {
      id: 'ringForHelp',
      phase: 'afterwards',
      urgency: 'urgent',
      when: isStillAlone,
      action: { type: 'ring', contact: 'emergency' },
    },
    support,
    {
      id: 'whoWasContacted',
      phase: 'afterwards',
      urgency: 'normal',
      action: { type: 'fill', fields: ['welfare.contacted'] },
    },
    {
      id: 'healthMatter',
      phase: 'afterwards',
      urgency: 'normal',
      action: { type: 'fill', fields: ['welfare.healthMatter'] },
    },
    askSwitchboard,
    keepMessage,
    writeRecord,
  ],
  quickFields: ['welfare.immediateDanger', 'welfare.harmDone', 'welfare.location', 'welfare.callbackNumber'],
  laterFields: ['welfare.healthMatter', 'welfare.contacted', 'otherParty', 'call.numberShown', 'call.ring'],
} as const satisfies Procedure;
