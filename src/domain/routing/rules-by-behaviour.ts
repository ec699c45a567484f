import type { Cell, RoutingRule } from './rule.ts';
import {
  type Condition,
  isCall,
  isConcernOnly,
  isOutOfHours,
  isSeriousIncident,
  isSeriousOrWorse,
} from './situation.ts';

const facilitiesOutOfHours: Cell = ['first', isOutOfHours];

const violenceThreatenedByPhone: Condition = (situation) => situation.report.violenceThreatened && isCall(situation);

const hasBehaviourOrMark: Condition = (situation) =>
  isConcernOnly({ ...situation, report: { ...situation.report, kind: 'none' } }) === false;

/** A bare concern and a call for help are told to nobody more because of the place. BEH-4.1-2, C-32. */
const isAwayFromWork: Condition = (situation) =>
  situation.circumstances.place === 'offPremises' &&
  situation.report.kind !== 'suicideThreat' &&
  !isConcernOnly(situation);

/** Rows of the table that behaviours, marks and wishes decide, whatever the kind and channel. Model 4.1. */
export const rulesByBehaviour: readonly RoutingRule[] = [
  {
    id: 'physicalAssault',
    sources: ['BEH-8.1-1', 'BEH-8.9-1', 'POL-4.3-1', 'C-09'],
    when: ({ report }) => report.behaviours.includes('physicalAssault'),
    tell: { lineManager: 'auto', security: 'auto', facilities: facilitiesOutOfHours, seniorManager: 'auto' },
    police: ['task'],
    support: 'offer',
  },
  {
    id: 'threat',
    sources: ['BEH-8.2-1', 'BEH-8.9-1', 'POL-4.3-1', 'POL-4.7-1'],
    when: ({ report }) =>
      report.violenceThreatened ||
      report.weaponMentioned ||
      report.behaviours.some((each) => each === 'attemptedAssault' || each === 'likelyViolence'),
    tell: {
      lineManager: 'auto',
      security: 'auto',
      facilities: facilitiesOutOfHours,
      // A call for help is no "serious incident" in the sense of BEH 8.9 (C-32).
      seniorManager: ['auto', isSeriousIncident],
    },
    police: ['prompt', ['task', violenceThreatenedByPhone]],
    support: 'offer',
  },
  {
    id: 'homeThreat',
    sources: ['BEH-7.1-1', 'BEH-8.9-1', 'POL-4.5-1'],
    when: ({ report }) => report.homeThreat,
    tell: {
      lineManager: 'auto',
      security: 'auto',
      facilities: facilitiesOutOfHours,
      seniorManager: ['auto', isSeriousIncident],
    },
    police: ['nowAndTask'],
    support: 'offer',
  },
  {
    id: 'family',
    sources: ['BEH-12.1-1', 'POL-4.5-1'],
    when: (situation) => situation.report.towardsFamily || isAwayFromWork(situation),
    tell: { lineManager: 'auto', security: 'auto', seniorManager: ['auto', isSeriousIncident] },
    police: ['prompt'],
    support: 'offer',
  },
  {
    id: 'anyBehaviour',
    sources: ['BEH-4.3-2', 'BEH-4.3-3', 'BEH-8.9-1', 'COM-3a-8'],
    when: hasBehaviourOrMark,
    tell: {
      lineManager: 'auto',
      security: ['prompt', ['auto', isSeriousIncident]],
      seniorManager: ['auto', isSeriousIncident],
    },
    police: [['prompt', isSeriousOrWorse]],
    support: 'offer',
  },
  {
    id: 'switchboardArrangement',
    sources: ['COM-5.1-1', 'COM-5.1-4'],
    when: ({ circumstances }) => circumstances.switchboardArrangement,
    tell: { lineManager: 'auto', security: 'auto', informationSecurity: 'auto', switchboard: 'auto' },
    police: ['prompt'],
    support: 'offer',
  },
  {
    // Not in the matrix, which has no column for it: the written request is its own duty, whoever sent it.
    id: 'informationRequest',
    sources: ['COM-1.7-1'],
    when: ({ report }) => report.informationRequest === 'yes' || report.informationRequest === 'unsure',
    tell: { informationRights: 'auto' },
  },
  {
    id: 'visitorConcern',
    sources: ['BEH-4.2-1'],
    when: ({ circumstances }) => circumstances.visitorConcern,
    tell: { lineManager: 'auto', security: 'prompt', reception: 'auto' },
    police: ['prompt'],
  },
  {
    id: 'concern',
    sources: ['BEH-4.1-2'],
    when: (situation) => isConcernOnly(situation) && !situation.circumstances.visitorConcern,
    tell: { lineManager: 'auto', security: 'prompt' },
    support: 'offer',
  },
  {
    // Not in the matrix: what an area adds for itself. A bare concern stays with the manager (BEH-4.1-2).
    id: 'areaArrangement',
    sources: ['BEH-8.2-3', 'BEH-1.1-2'],
    when: (situation) => situation.circumstances.areaArrangement && !isConcernOnly(situation),
    tell: { areaContact: 'auto' },
  },
];
