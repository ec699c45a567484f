import type { IncidentState, Role } from './vocabulary.ts';

/** Names of what can happen to an incident after it was submitted. Model 3, T2 to T16. */
export type TransitionEvent =
  | 'route'
  | 'askReporter'
  | 'answerManager'
  | 'forwardToSecurity'
  | 'forwardOverdue'
  | 'keepLocal'
  | 'acknowledge'
  | 'startReview'
  | 'agreeActions'
  | 'startMonitoring'
  | 'close'
  | 'reopen'
  | 'merge'
  | 'withdraw';

/** Who may: a role the person holds for this incident, or the system itself. */
export type Mover = Extract<Role, 'reporter' | 'lineManager' | 'security' | 'hrPartner'> | 'system';

export interface TransitionRow {
  /** Number in the model. */
  id: string;
  event: TransitionEvent;
  from: readonly IncidentState[];
  /** `byRouting`: where the rules send it first. */
  to: IncidentState | 'byRouting';
  who: readonly Mover[];
}

const openStates: readonly IncidentState[] = [
  'submitted',
  'managerReview',
  'infoRequested',
  'localOnly',
  'hrRoute',
  'withSecurity',
  'acknowledged',
  'underReview',
  'actionAgreed',
  'monitoring',
];

const beforeAcknowledgement: readonly IncidentState[] = [
  'submitted',
  'managerReview',
  'infoRequested',
  'localOnly',
  'hrRoute',
  'withSecurity',
];

/**
 * Every move there is. Two rows may share an event; the one whose state and person fit counts.
 * T9b is ours: what Security was told at submit (T4) it may also acknowledge while the manager has not answered yet.
 * So are T7b, a question that nobody answers stops no report, and T7c: what was kept local goes on once Security must know of it.
 */
export const transitionTable: readonly TransitionRow[] = [
  { id: 'T2', event: 'route', from: ['submitted'], to: 'byRouting', who: ['system'] },
  { id: 'T5a', event: 'askReporter', from: ['managerReview'], to: 'infoRequested', who: ['lineManager'] },
  { id: 'T5b', event: 'answerManager', from: ['infoRequested'], to: 'managerReview', who: ['reporter', 'lineManager'] },
  { id: 'T6', event: 'forwardToSecurity', from: ['managerReview'], to: 'withSecurity', who: ['lineManager'] },
  { id: 'T7', event: 'forwardOverdue', from: ['managerReview'], to: 'withSecurity', who: ['system'] },
  { id: 'T7b', event: 'forwardOverdue', from: ['infoRequested'], to: 'withSecurity', who: ['system'] },
  { id: 'T7c', event: 'forwardOverdue', from: ['localOnly'], to: 'withSecurity', who: ['system'] },
  { id: 'T8', event: 'keepLocal', from: ['managerReview'], to: 'localOnly', who: ['lineManager'] },
  { id: 'T9', event: 'acknowledge', from: ['withSecurity'], to: 'acknowledged', who: ['security'] },
  { id: 'T9b', event: 'acknowledge', from: ['managerReview', 'infoRequested'], to: 'acknowledged', who: ['security'] },
  { id: 'T10', event: 'startReview', from: ['acknowledged'], to: 'underReview', who: ['security'] },
  { id: 'T11', event: 'agreeActions', from: ['underReview'], to: 'actionAgreed', who: ['security'] },
  { id: 'T12', event: 'startMonitoring', from: ['actionAgreed'], to: 'monitoring', who: ['security'] },
  {
    id: 'T13a',
    event: 'close',
    from: ['acknowledged', 'underReview', 'actionAgreed', 'monitoring'],
    to: 'closed',
    who: ['security'],
  },
  { id: 'T13b', event: 'close', from: ['localOnly'], to: 'closed', who: ['lineManager'] },
  { id: 'T13c', event: 'close', from: ['hrRoute'], to: 'closed', who: ['hrPartner'] },
  { id: 'T14', event: 'reopen', from: ['closed'], to: 'underReview', who: ['security'] },
  { id: 'T15', event: 'merge', from: openStates, to: 'merged', who: ['security', 'hrPartner'] },
  { id: 'T16a', event: 'withdraw', from: beforeAcknowledgement, to: 'withdrawn', who: ['reporter'] },
  { id: 'T16b', event: 'withdraw', from: openStates, to: 'withdrawn', who: ['security', 'hrPartner'] },
];
