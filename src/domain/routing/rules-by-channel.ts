import type { Cell, RoutingRule } from './rule.ts';
import { type Condition, isConcernOnly, isOutOfHours, isSeriousIncident, isSeriousOrWorse } from './situation.ts';

const facilitiesOutOfHours: Cell = ['first', isOutOfHours];

const isRepeated: Condition = ({ report, circumstances }) => report.kind === 'persistent' || circumstances.repeated;

/** An e-mail that is unacceptable in itself. A call for help and a bomb threat have rows of their own. */
const isUnacceptableEmail: Condition = (situation) =>
  situation.report.channel === 'email' &&
  !['suicideThreat', 'bombThreat', 'internal'].includes(situation.report.kind) &&
  !isConcernOnly(situation);

/** A letter that threatens or abuses; one that is only persistent goes another way (COM-7.2-1). */
const isAbusiveLetter: Condition = (situation) =>
  situation.report.channel === 'letter' &&
  !['suicideThreat', 'internal'].includes(situation.report.kind) &&
  !isConcernOnly(situation) &&
  !(situation.report.kind === 'persistent' && situation.report.behaviours.length === 0);

const isUnacceptableIn =
  (...channels: string[]): Condition =>
  (situation) =>
    channels.includes(situation.report.channel) &&
    !['suicideThreat', 'internal'].includes(situation.report.kind) &&
    !isConcernOnly(situation);

/** Rows of the table that the channel decides. Model 4.1. */
export const rulesByChannel: readonly RoutingRule[] = [
  {
    id: 'email',
    sources: ['COM-6.1-1', 'COM-6.1-2', 'COM-6.1-3', 'BEH-4.3-2'],
    when: isUnacceptableEmail,
    tell: {
      lineManager: 'auto',
      helpDesk: 'auto',
      security: 'auto',
      facilities: facilitiesOutOfHours,
      itSecurity: 'auto',
      seniorManager: ['auto', isSeriousIncident],
    },
    police: [['prompt', isSeriousOrWorse]],
    forwardsOriginal: true,
    support: 'offer',
  },
  {
    id: 'letter',
    sources: ['COM-7.1-1'],
    when: isAbusiveLetter,
    tell: {
      lineManager: 'auto',
      security: 'auto',
      facilities: facilitiesOutOfHours,
      seniorManager: ['auto', isSeriousIncident],
    },
    police: [['prompt', isSeriousOrWorse]],
    support: 'offer',
  },
  {
    id: 'inPerson',
    sources: ['COM-8.1-1', 'POL-4.2-1'],
    when: isUnacceptableIn('inPerson'),
    tell: {
      lineManager: 'auto',
      hrPartner: ['auto', isRepeated],
      security: ['auto', (situation) => isRepeated(situation) || isSeriousOrWorse(situation)],
      facilities: facilitiesOutOfHours,
      seniorManager: ['auto', isSeriousIncident],
    },
    police: [['prompt', ({ circumstances, report }) => circumstances.danger || report.immediateDanger]],
    support: 'offer',
  },
  {
    id: 'socialMedia',
    sources: ['POL-3.1-1', 'B-BOMB-3'],
    when: isUnacceptableIn('socialMedia', 'otherElectronic'),
    tell: {
      lineManager: 'auto',
      security: ['auto', isSeriousOrWorse],
      itSecurity: 'auto',
      seniorManager: ['auto', isSeriousIncident],
    },
    police: [['prompt', isSeriousOrWorse]],
    support: 'offer',
  },
];
