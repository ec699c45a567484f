import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { type ForwardEvent, moveForward } from '../../../src/domain/incident/forward-states.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import type { TransitionEvent } from '../../../src/domain/incident/transition-table.ts';
import {
  type IncidentEvent,
  type MovingActor,
  openMoves,
  transition,
} from '../../../src/domain/incident/transitions.ts';
import {
  type ForwardState,
  forwardStates,
  type IncidentState,
  incidentStates,
} from '../../../src/domain/incident/vocabulary.ts';
import { alternate, hrPartner, lineManager, reporter, sampleIncident, securityOfficer, stranger } from '../samples.ts';

const at = '2026-11-10T11:00:00.000Z';
const system: MovingActor = { kind: 'system' };
const asManager: MovingActor = { kind: 'person', staff: lineManager, groups: [] };
const asReporter: MovingActor = { kind: 'person', staff: reporter, groups: [] };
const asSecurity: MovingActor = { kind: 'person', staff: securityOfficer, groups: ['security'] };
const asHr: MovingActor = { kind: 'person', staff: hrPartner, groups: ['hrPartner'] };
const asStranger: MovingActor = { kind: 'person', staff: stranger, groups: [] };

/** An event whose guard is met. */
const events: Record<TransitionEvent, IncidentEvent> = {
  route: { type: 'route', at, firstState: 'managerReview' },
  askReporter: { type: 'askReporter', at, text: 'When was it?' },
  answerManager: { type: 'answerManager', at, text: 'At ten.' },
  forwardToSecurity: { type: 'forwardToSecurity', at, comment: ' I agree. ', via: 'card' },
  forwardOverdue: { type: 'forwardOverdue', at, isLimitPassed: true },
  keepLocal: { type: 'keepLocal', at, reason: 'spoken with' },
  acknowledge: { type: 'acknowledge', at },
  startReview: { type: 'startReview', at },
  agreeActions: { type: 'agreeActions', at, actions: [{ hasDecider: true, date: '2026-12-01' }] },
  startMonitoring: { type: 'startMonitoring', at, actionsInForce: 1 },
  close: { type: 'close', at, openMandatoryTasks: 0, reason: '', mayCloseWithReason: false },
  reopen: { type: 'reopen', at, reason: 'new letter' },
  merge: { type: 'merge', at, into: 'UB-2026-000001' },
  withdraw: { type: 'withdraw', at, reason: 'mistake' },
};

const inState = (state: IncidentState, base = sampleIncident()): Incident => ({ ...base, state });
/** Security need not know of it: a call reported as a concern. */
const concern = sampleIncident({ kind: 'none' });
const internal = sampleIncident({ kind: 'internal' });

// Model 3, T2 to T16
describe('an incident moves', () => {
  it.each<[string, IncidentState, TransitionEvent, MovingActor, IncidentState, Incident?]>([
    ['T2', 'submitted', 'route', system, 'managerReview'],
    ['T5 ask', 'managerReview', 'askReporter', asManager, 'infoRequested'],
    ['T5 answer', 'infoRequested', 'answerManager', asReporter, 'managerReview'],
    ['T6', 'managerReview', 'forwardToSecurity', asManager, 'withSecurity'],
    ['T7', 'managerReview', 'forwardOverdue', system, 'withSecurity'],
    ['T8', 'managerReview', 'keepLocal', asManager, 'localOnly', concern],
    ['T9', 'withSecurity', 'acknowledge', asSecurity, 'acknowledged'],
    ['T9b', 'managerReview', 'acknowledge', asSecurity, 'acknowledged'],
    ['T10', 'acknowledged', 'startReview', asSecurity, 'underReview'],
    ['T11', 'underReview', 'agreeActions', asSecurity, 'actionAgreed'],
    ['T12', 'actionAgreed', 'startMonitoring', asSecurity, 'monitoring'],
    ['T13 Security', 'monitoring', 'close', asSecurity, 'closed'],
    ['T13 manager', 'localOnly', 'close', asManager, 'closed', concern],
    ['T13 HR', 'hrRoute', 'close', asHr, 'closed', internal],
    ['T14', 'closed', 'reopen', asSecurity, 'underReview'],
    ['T15', 'underReview', 'merge', asSecurity, 'merged'],
    ['T16 reporter', 'withSecurity', 'withdraw', asReporter, 'withdrawn'],
    ['T16 Security', 'monitoring', 'withdraw', asSecurity, 'withdrawn'],
  ])('%s: from %s by %s', (_, from, event, actor, to, base) => {
    const result = transition(inState(from, base), events[event], actor);
    expect(result).toMatchObject({ ok: true, incident: { state: to } });
  });

  // BEH-8.2-1, S5
  it('to Security with the manager’s comment, once', () => {
    const first = transition(sampleIncident(), events.forwardToSecurity, asManager);
    if (!first.ok) throw new Error(first.refusal);
    expect(first.incident.comments).toEqual([
      { by: lineManager, role: 'lineManager', at, text: 'I agree.', via: 'card' },
    ]);
    expect(first.tell).toContain('security');
    expect(transition(first.incident, events.forwardToSecurity, asManager)).toEqual({
      ok: false,
      refusal: 'alreadyDone',
    });
  });

  // BEH-8.3-1
  it('to acknowledged with who and when, and manager and reporter hear of it', () => {
    const result = transition(inState('withSecurity'), events.acknowledge, asSecurity);
    if (!result.ok) throw new Error(result.refusal);
    expect(result.incident.acknowledgement).toEqual({ by: securityOfficer, at });
    expect(result.tell).toEqual(['lineManager', 'reporter']);
    expect(transition(result.incident, events.acknowledge, asSecurity)).toEqual({ ok: false, refusal: 'alreadyDone' });
  });
});

describe('an incident does not move', () => {
  it.each<[string, IncidentState, IncidentEvent, MovingActor, string, Incident?]>([
    ['for a stranger', 'managerReview', events.forwardToSecurity, asStranger, 'notYours'],
    ['for the reporter in the manager’s place', 'managerReview', events.forwardToSecurity, asReporter, 'notYours'],
    ['for Security in the manager’s place', 'managerReview', events.forwardToSecurity, asSecurity, 'notYours'],
    ['for the manager in Security’s place', 'withSecurity', events.acknowledge, asManager, 'notYours'],
    ['for a person in the system’s place', 'managerReview', events.forwardOverdue, asSecurity, 'notYours'],
    ['for Security in HR’s register', 'hrRoute', events.merge, asSecurity, 'notYours', internal],
    ['for HR in Security’s register', 'withSecurity', events.withdraw, asHr, 'notYours'],
    ['once it has moved on', 'underReview', events.forwardToSecurity, asManager, 'movedOn'],
    ['backwards', 'underReview', events.acknowledge, asSecurity, 'movedOn'],
    [
      'without a comment',
      'managerReview',
      { type: 'forwardToSecurity', at, comment: ' \n', via: 'card' },
      asManager,
      'commentMissing',
    ],
    [
      'with a comment of 2,001 characters',
      'managerReview',
      { type: 'forwardToSecurity', at, comment: 'x'.repeat(2001), via: 'card' },
      asManager,
      'commentTooLong',
    ],
    ['without a question', 'managerReview', { type: 'askReporter', at, text: '' }, asManager, 'commentMissing'],
    [
      'before the limit',
      'managerReview',
      { type: 'forwardOverdue', at, isLimitPassed: false },
      system,
      'limitNotPassed',
    ],
    [
      'by the clock where Security need not know',
      'managerReview',
      events.forwardOverdue,
      system,
      'notMandatory',
      concern,
    ],
    ['to stay local where Security must know', 'managerReview', events.keepLocal, asManager, 'securityMustKnow'],
    [
      'to stay local without a reason',
      'managerReview',
      { type: 'keepLocal', at, reason: '' },
      asManager,
      'reasonMissing',
      concern,
    ],
    [
      'to acknowledged early where Security was not told',
      'managerReview',
      events.acknowledge,
      asSecurity,
      'notYours',
      concern,
    ],
    [
      'to actions without a date',
      'underReview',
      { type: 'agreeActions', at, actions: [{ hasDecider: true, date: null }] },
      asSecurity,
      'actionsIncomplete',
    ],
    [
      'to actions without any',
      'underReview',
      { type: 'agreeActions', at, actions: [] },
      asSecurity,
      'actionsIncomplete',
    ],
    [
      'to monitoring of nothing',
      'actionAgreed',
      { type: 'startMonitoring', at, actionsInForce: 0 },
      asSecurity,
      'nothingInForce',
    ],
    [
      'to closed with tasks open',
      'monitoring',
      { type: 'close', at, openMandatoryTasks: 1, reason: 'later', mayCloseWithReason: false },
      asSecurity,
      'tasksOpen',
    ],
    [
      'to closed with tasks open and no reason',
      'monitoring',
      { type: 'close', at, openMandatoryTasks: 1, reason: '', mayCloseWithReason: true },
      asSecurity,
      'tasksOpen',
    ],
    ['into itself', 'underReview', { type: 'merge', at, into: 'UB-2026-000123' }, asSecurity, 'targetMissing'],
    ['out without a reason', 'withSecurity', { type: 'withdraw', at, reason: '' }, asReporter, 'reasonMissing'],
    ['out by the reporter after it was acknowledged', 'acknowledged', events.withdraw, asReporter, 'movedOn'],
  ])('%s', (_, state, event, actor, refusal, base) => {
    expect(transition(inState(state, base), event, actor)).toEqual({ ok: false, refusal });
  });

  // C-21
  it('for an involved manager, even one who is in Security', () => {
    const base = sampleIncident(
      { manager: { chosenId: null, implicated: true } },
      { reviewers: { lineManager, chosen: null, alternate } },
    );
    const insider: MovingActor = { kind: 'person', staff: lineManager, groups: ['security'] };
    for (const event of Object.values(events)) {
      for (const state of incidentStates) {
        expect(transition(inState(state, base), event, insider)).toEqual({ ok: false, refusal: 'notYours' });
      }
    }
  });

  it('and a refusal, or a move, changes nothing in the incident it was given', () => {
    const actors = [system, asManager, asReporter, asSecurity, asHr, asStranger];
    fc.assert(
      fc.property(
        fc.constantFrom(...incidentStates),
        fc.constantFrom(...Object.values(events)),
        fc.constantFrom(...actors),
        fc.constantFrom(sampleIncident(), concern, internal),
        (state, event, actor, base) => {
          const incident = inState(state, base);
          const before = structuredClone(incident);
          const result = transition(incident, event, actor);
          expect(incident).toEqual(before);
          if (!result.ok) expect(Object.keys(result).sort()).toEqual(['ok', 'refusal']);
          else expect(openMoves(incident, actor, event.at)).toContain(event.type);
        },
      ),
    );
  });

  it('from the end states, except by reopening what is closed', () => {
    for (const state of ['closed', 'merged', 'withdrawn'] as const) {
      expect(openMoves(inState(state), asSecurity, at)).toEqual(state === 'closed' ? ['reopen'] : []);
    }
  });
});

// COM-6.1-3, COM-6.1-4, C-06, X-PART-1
describe('the forwarded original', () => {
  const allowed: Record<ForwardEvent, Partial<Record<ForwardState, ForwardState>>> = {
    sent: { queued: 'sent', failed: 'sent', released: 'sent' },
    failed: { queued: 'failed', released: 'failed' },
    retry: { failed: 'queued' },
    release: { suppressed: 'released' },
  };

  it.each(Object.keys(allowed) as ForwardEvent[])('moves by "%s" only where the table says so', (event) => {
    for (const state of forwardStates) {
      const incident = { ...sampleIncident(), forward: { state, at: null, sha256: null } };
      const result = moveForward(incident, event, { isSecurity: true, at, sha256: null });
      const to = allowed[event][state];
      if (to) expect(result).toMatchObject({ ok: true, incident: { forward: { state: to } } });
      else expect(result).toEqual({ ok: false, refusal: 'movedOn' });
    }
  });

  it('of a bomb threat is released by Security alone', () => {
    const bomb = sampleIncident({ kind: 'bombThreat' });
    expect(bomb.forward.state).toBe('suppressed');
    expect(moveForward(bomb, 'release', { isSecurity: false, at, sha256: null })).toEqual({
      ok: false,
      refusal: 'notYours',
    });
    expect(moveForward(bomb, 'sent', { isSecurity: true, at, sha256: null })).toEqual({
      ok: false,
      refusal: 'movedOn',
    });
  });
});
