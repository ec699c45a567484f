import { support } from './afterwards-steps.ts';
import type { HelperFacts } from './helper-facts.ts';
import type { Procedure } from './procedure.ts';

const mayBeCathaysPark = ({ place }: HelperFacts) => place !== 'otherSite';
const mayBeOtherSite = ({ place }: HelperFacts) => place !== 'cathaysPark';

/** COM-3e-1 to COM-3e-7, B-BOMB. Where the building is not known, both ways are shown (COM-3e-3). */
export const bombCall = {
  id: 'bombCall',
  kind: 'bombThreat',
  tone: 'urgent',
  timer: true,
  steps: [
    {
      id: 'askAtCathaysPark',
      phase: 'now',
      urgency: 'urgent',
      when: mayBeCathaysPark,
      action: { type: 'askColleague', reason: 'bombCathaysPark', ring: ['siteSecurity'] },
    },
    {
      id: 'siteInstructions',
      phase: 'now',
      urgency: 'urgent',
      when: ({ hasSiteInstructions }: HelperFacts) => hasSiteInstructions,
      action: { type: 'siteInstructions' },
    },
    {
      id: 'askAtOtherSite',
      phase: 'now',
      urgency: 'urgent',
      when: (facts: HelperFacts) => mayBeOtherSite(facts) && !facts.hasSiteInstructions,
      action: { type: 'askColleague', reason: 'bombOtherSite', ring: ['emergency'] },
    },
    { id: 'keepTalking', phase: 'now', urgency: 'normal', action: { type: 'say' } },
    {
      id: 'askQuestions',
      phase: 'now',
      urgency: 'normal',
      action: { type: 'fill', fields: ['bomb.whereNow', 'bomb.whenDetonates', 'bomb.appearance', 'bomb.callerName'] },
    },
    { id: 'listen', phase: 'now', urgency: 'normal', action: { type: 'fill', fields: ['bomb.exactWords'] } },
    { id: 'callIsOver', phase: 'now', urgency: 'normal', action: { type: 'endCall' } },
    {
      id: 'ringSecurity',
      phase: 'afterwards',
      urgency: 'urgent',
      when: (facts: HelperFacts) => !facts.helpAsked && mayBeCathaysPark(facts),
      action: { type: 'ring', contact: 'siteSecurity' },
    },
    {
      id: 'ringEmergency',
      phase: 'afterwards',
      urgency: 'urgent',
      when: (facts: HelperFacts) => !facts.helpAsked && mayBeOtherSite(facts),
      action: { type: 'ring', contact: 'emergency' },
    },
    { id: 'sendNow', phase: 'afterwards', urgency: 'urgent', action: { type: 'sendNow' } },
    {
      id: 'dial1471',
      phase: 'afterwards',
      urgency: 'normal',
      action: { type: 'fill', fields: ['call.number1471'] },
    },
    { id: 'changeNothing', phase: 'afterwards', urgency: 'normal', action: null },
    { id: 'completeChecklist', phase: 'afterwards', urgency: 'normal', action: { type: 'openForm' } },
    support,
  ],
  quickFields: [
    'bomb.whereNow',
    'bomb.whenDetonates',
    'bomb.appearance',
    'bomb.callerName',
    'bomb.callerAddress',
    'bomb.speech',
    'bomb.voice',
    'bomb.accent',
    'bomb.moods',
  ],
  laterFields: [
    'site',
    'bomb.exactWords',
    'bomb.trigger',
    'bomb.placedByCaller',
    'bomb.why',
    'bomb.callerNumber',
    'bomb.callerOrganisation',
    'bomb.age',
    'bomb.nationality',
    'bomb.background',
    'bomb.backgroundOther',
    'bomb.numberCalled',
    'bomb.toldSecurityAt',
    'bomb.toldPoliceAt',
    'bomb.colleague',
  ],
} as const satisfies Procedure;
