import type { Cell, RoutingRule } from './rule.ts';
import {
  type Condition,
  isCall,
  isOutOfHours,
  isSeriousIncident,
  isSeriousOrWorse,
  isViolent,
  isVoicemail,
} from './situation.ts';

const facilitiesOutOfHours: Cell = ['first', isOutOfHours];
const kindIs =
  (kind: string): Condition =>
  ({ report }) =>
    report.kind === kind;
const callOf =
  (kind: string): Condition =>
  (situation) =>
    isCall(situation) && situation.report.kind === kind;
const bombAt =
  (isHere: boolean): Condition =>
  ({ report, circumstances }) =>
    report.kind === 'bombThreat' &&
    report.channel !== 'email' &&
    (circumstances.place === 'unknown' || (circumstances.place === 'cathaysPark') === isHere);
const hasExternalRing: Condition = ({ circumstances }) => circumstances.externalRing;

/** Rows of the table that a kind of communication decides. Model 4.1. */
export const rulesByKind: readonly RoutingRule[] = [
  {
    id: 'abusiveCall',
    sources: ['COM-3a-7', 'COM-3a-8', 'POL-4.7-1', 'C-10', 'C-31'],
    when: callOf('abusive'),
    tell: {
      lineManager: 'auto',
      hrPartner: 'auto',
      security: ['auto', isSeriousOrWorse],
      facilities: facilitiesOutOfHours,
      switchboard: ['auto', hasExternalRing],
      seniorManager: ['auto', isSeriousIncident],
    },
    police: [
      ['task', isViolent],
      ['prompt', isSeriousOrWorse],
    ],
    support: 'offer',
  },
  {
    id: 'sexualCall',
    sources: ['COM-3b-5', 'C-11', 'C-31'],
    when: (situation) => callOf('sexualMalicious')(situation) && !isVoicemail(situation),
    tell: {
      lineManager: 'auto',
      hrPartner: 'auto',
      security: ['auto', isSeriousOrWorse],
      facilities: facilitiesOutOfHours,
      switchboard: ['auto', hasExternalRing],
      seniorManager: ['auto', isSeriousIncident],
    },
    police: ['prompt'],
    support: 'offer',
  },
  {
    id: 'sexualCallWithMessage',
    sources: ['COM-3b-4', 'COM-3b-5', 'C-31'],
    when: (situation) => callOf('sexualMalicious')(situation) && isVoicemail(situation),
    tell: {
      lineManager: 'auto',
      hrPartner: 'auto',
      helpDesk: 'auto',
      security: 'auto',
      facilities: facilitiesOutOfHours,
      itSecurity: 'auto',
      switchboard: ['auto', hasExternalRing],
      seniorManager: ['auto', isSeriousIncident],
    },
    police: ['prompt'],
    support: 'offer',
  },
  {
    id: 'hoaxCall',
    sources: ['COM-3c-1', 'COM-3c-2', 'COM-3c-3', 'C-20'],
    when: callOf('hoax'),
    tell: {
      lineManager: 'auto',
      hrPartner: 'duty',
      helpDesk: 'duty',
      security: 'duty',
      facilities: facilitiesOutOfHours,
      switchboard: ['auto', hasExternalRing],
    },
    police: ['prompt'],
    support: 'offer',
  },
  {
    id: 'suicideThreat',
    sources: ['COM-3d-6', 'COM-3d-7', 'COM-3d-8', 'COM-3d-9', 'C-32'],
    when: kindIs('suicideThreat'),
    tell: {
      lineManager: 'auto',
      security: 'prompt',
      facilities: ['prompt', isOutOfHours],
      healthEnquiries: ['auto', ({ circumstances }) => circumstances.healthMatter],
    },
    police: ['prompt'],
    support: 'first',
  },
  {
    id: 'bombThreatHere',
    sources: ['COM-3e-1', 'COM-3e-3', 'COM-3e-5', 'C-31'],
    when: bombAt(true),
    tell: {
      lineManager: 'auto',
      hrPartner: 'auto',
      security: 'auto',
      // A colleague rings the office; the message only makes sure.
      facilities: 'first',
      seniorManager: 'auto',
    },
    police: ['prompt'],
    support: 'offer',
  },
  {
    id: 'bombThreatElsewhere',
    sources: ['COM-3e-2', 'COM-3e-3', 'COM-3e-5', 'C-31'],
    when: bombAt(false),
    tell: { lineManager: 'auto', hrPartner: 'auto', security: 'auto', seniorManager: 'auto' },
    police: ['now'],
    support: 'offer',
  },
  {
    id: 'bombThreatByEmail',
    sources: ['COM-6.1-4', 'B-BOMB-2', 'C-06'],
    when: ({ report }) => report.kind === 'bombThreat' && report.channel === 'email',
    tell: {
      lineManager: 'auto',
      helpDesk: 'auto',
      security: 'auto',
      facilities: facilitiesOutOfHours,
      itSecurity: 'auto',
      informationSecurity: 'auto',
      seniorManager: 'auto',
    },
    police: ['now'],
    support: 'offer',
  },
  {
    id: 'internal',
    sources: ['COM-3f-1', 'COM-3f-2', 'C-21'],
    when: kindIs('internal'),
    tell: {
      lineManager: 'auto',
      hrPartner: 'auto',
      switchboard: ['auto', ({ circumstances }) => circumstances.callRecordsAuthorised],
    },
    police: [['prompt', isViolent]],
    support: 'offer',
  },
  {
    id: 'persistent',
    sources: ['COM-5.2-1', 'COM-7.2-1'],
    when: kindIs('persistent'),
    tell: {
      lineManager: 'auto',
      switchboard: ['auto', ({ circumstances }) => circumstances.refusalGranted],
      deputyDirector: 'auto',
    },
    support: 'offer',
  },
];
