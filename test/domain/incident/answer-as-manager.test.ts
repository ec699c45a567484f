import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { standardDeadlines } from '../../../src/domain/deadlines/deadline-settings.ts';
import { answerAsManager, lastMeetingDay } from '../../../src/domain/incident/answer-as-manager.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { type ManagerAnswer, managerVerbs, openVerbs } from '../../../src/domain/incident/manager-answer.ts';
import type { Deputy } from '../../../src/domain/incident/manager-work.ts';
import { type IncidentState, incidentStates, kinds } from '../../../src/domain/incident/vocabulary.ts';
import { alternate, lineManager, reporter, sampleIncident, securityOfficer, stranger } from '../samples.ts';

/** Tuesday 10 November 2026, 11:00 in London; it happened at ten that day. */
const at = '2026-11-10T11:00:00.000Z';
const answerOf: { [V in ManagerAnswer['verb']]: ManagerAnswer } = {
  forwardToSecurity: { verb: 'forwardToSecurity', text: 'I agree.' },
  comment: { verb: 'comment', text: 'He rang again.' },
  askReporter: { verb: 'askReporter', text: 'When was it?' },
  noteAnswer: { verb: 'noteAnswer', text: 'She told me: at ten.' },
  keepLocal: { verb: 'keepLocal', reason: 'A misunderstanding.' },
  closeLocal: { verb: 'closeLocal', reason: '' },
  tellHr: { verb: 'tellHr' },
  tellDesks: { verb: 'tellDesks' },
  requestGuards: { verb: 'requestGuards', note: 'At the front desk.' },
  requestPolice: { verb: 'requestPolice', note: '' },
  customerSpoken: { verb: 'customerSpoken' },
  customerWritten: { verb: 'customerWritten' },
  planMeeting: { verb: 'planMeeting', on: '2026-11-12', isSafe: true, measures: 'Two of us, door open.' },
  raiseSeverity: { verb: 'raiseSeverity', to: 'critical', reason: 'He knows her car.' },
  markAbusive: { verb: 'markAbusive' },
};

const act = (incident: Incident, answer: ManagerAnswer, actorId = lineManager.id, when = at) =>
  answerAsManager(incident, answer, { actorId, at: when, via: 'card', deadlines: standardDeadlines });
const taken = (incident: Incident, answer: ManagerAnswer) => {
  const result = act(incident, answer);
  if (!result.ok) throw new Error(result.refusal);
  return result;
};
const inState = (state: IncidentState, base = sampleIncident()): Incident => ({ ...base, state });
const concern = sampleIncident({ kind: 'none' });
const hoax = sampleIncident({ kind: 'hoax', channel: 'phone', email: null });
const told = (incident: Incident): Incident => ({
  ...incident,
  deliveries: [
    {
      key: 'k',
      role: 'security',
      channel: 'mail',
      to: 's@x.example',
      state: 'sent',
      attempts: 1,
      at,
      failure: null,
      remoteId: '1',
    },
  ],
});

// T5 to T8, T13b; model 3
describe('a manager’s answer that moves the record', () => {
  it.each<[ManagerAnswer['verb'], Incident, IncidentState]>([
    ['forwardToSecurity', inState('managerReview'), 'withSecurity'],
    ['askReporter', inState('managerReview'), 'infoRequested'],
    ['noteAnswer', taken(inState('managerReview'), answerOf.askReporter).incident, 'managerReview'],
    ['keepLocal', inState('managerReview', concern), 'localOnly'],
    ['closeLocal', inState('localOnly', concern), 'closed'],
  ])('%s', (verb, incident, state) => {
    const { incident: after, event } = taken(incident, answerOf[verb]);
    expect(after.state).toBe(state);
    expect(event).not.toBeNull();
  });

  it('keeps question, answer and reason in the record, with who and when', () => {
    const asked = taken(inState('managerReview'), answerOf.askReporter).incident;
    expect(asked.questions).toEqual([
      { id: 'q1', by: expect.objectContaining({ id: lineManager.id }), at, text: 'When was it?', answer: null },
    ]);
    const answered = taken(asked, answerOf.noteAnswer).incident;
    expect(answered.questions[0]?.answer).toMatchObject({ text: 'She told me: at ten.', at });
    const kept = taken(inState('managerReview', concern), answerOf.keepLocal).incident;
    expect(kept.reasons).toMatchObject([{ about: 'keepLocal', text: 'A misunderstanding.' }]);
  });

  // T8: refused where Security is mandatory
  it('cannot keep what Security must know', () => {
    expect(act(inState('managerReview'), answerOf.keepLocal)).toEqual({ ok: false, refusal: 'securityMustKnow' });
    expect(act(inState('managerReview', hoax), answerOf.keepLocal)).toMatchObject({ refusal: 'securityMustKnow' });
  });

  it.each<[string, ManagerAnswer, string]>([
    ['no comment', { verb: 'forwardToSecurity', text: '  ' }, 'commentMissing'],
    ['a comment too long', { verb: 'forwardToSecurity', text: 'x'.repeat(2_001) }, 'commentTooLong'],
    ['no question', { verb: 'askReporter', text: '' }, 'commentMissing'],
    ['no reason to keep it', { verb: 'keepLocal', reason: ' ' }, 'reasonMissing'],
    ['a reason too long', { verb: 'keepLocal', reason: 'x'.repeat(2_001) }, 'commentTooLong'],
  ])('is refused with %s', (_, answer, refusal) => {
    expect(act(inState('managerReview', concern), answer)).toEqual({ ok: false, refusal });
  });

  // BEH-8.14-2
  it('cannot close while a statement is awaited, unless a reason is given', () => {
    const asked = { by: lineManager, at };
    const witness = { staff: { ...stranger, language: null }, name: stranger.name };
    const waiting: Incident = {
      ...inState('localOnly', concern),
      statements: [{ id: 's1', witness, role: 'witness', asked, signed: null, addenda: [], waived: null }],
    };
    expect(act(waiting, answerOf.closeLocal)).toEqual({ ok: false, refusal: 'tasksOpen' });
    expect(act(waiting, { verb: 'closeLocal', reason: 'She has left.' })).toMatchObject({ ok: true });
  });
});

// COM-3c-1
describe('the duties after a hoax', () => {
  it('are two taps that tell three offices in the manager’s name', () => {
    const one = taken(hoax, { verb: 'tellHr' });
    expect(one.dutiesDone).toEqual(['hrPartner']);
    const both = taken(one.incident, { verb: 'tellDesks' });
    expect([...both.dutiesDone].sort()).toEqual(['helpDesk', 'security']);
    expect(both.incident.duties.map(({ state, ended }) => [state, ended?.by])).toEqual(
      Array(3).fill(['done', lineManager.id]),
    );
    expect(act(both.incident, { verb: 'tellDesks' })).toEqual({ ok: false, refusal: 'alreadyDone' });
  });

  it('are none of any other report’s', () => {
    expect(act(sampleIncident(), { verb: 'tellHr' })).toEqual({ ok: false, refusal: 'movedOn' });
  });

  it('can still be done after the record has gone on', () => {
    expect(act(inState('acknowledged', hoax), { verb: 'tellHr' })).toMatchObject({ ok: true });
  });
});

// BEH-4.3-1, BEH-5.3-1
describe('what a manager does beside', () => {
  it('asks Security for guards or the police, once each while it is open', () => {
    const asked = taken(sampleIncident(), answerOf.requestGuards);
    expect(asked.incident.tasks).toMatchObject([{ id: 't1', type: 'guards', note: 'At the front desk.', done: null }]);
    expect(asked.notice).toEqual({ name: 'guardsAsked', to: 'security' });
    expect(asked.incident.state).toBe('managerReview');
    expect(act(asked.incident, answerOf.requestGuards)).toEqual({ ok: false, refusal: 'alreadyDone' });
    expect(taken(asked.incident, answerOf.requestPolice).incident.tasks).toHaveLength(2);
  });

  it('tells the reporter when the customer was spoken or written to', () => {
    const spoken = taken(sampleIncident(), answerOf.customerSpoken);
    expect(spoken.notice).toEqual({ name: 'customerSpoken', to: 'reporter' });
    expect(act(spoken.incident, answerOf.customerSpoken)).toMatchObject({ refusal: 'alreadyDone' });
    expect(taken(spoken.incident, answerOf.customerWritten).incident.customerContacts).toHaveLength(2);
  });

  // BEH-8.2-2
  it('adds a comment to what has gone on without one', () => {
    const late = taken(told(inState('withSecurity')), answerOf.comment);
    expect(late.incident.comments).toMatchObject([{ text: 'He rang again.', role: 'lineManager', via: 'card' }]);
    expect(late.notice).toEqual({ name: 'managerCommented', to: 'security' });
    expect(late.incident.state).toBe('withSecurity');
    expect(act(inState('managerReview'), answerOf.comment)).toMatchObject({ refusal: 'notOffered' });
  });
});

// BEH-5.2-2, BEH-5.5-1, C-25
describe('a meeting with the customer', () => {
  const meet = (
    on: string,
    more: Partial<Extract<ManagerAnswer, { verb: 'planMeeting' }>> = {},
    base = sampleIncident(),
  ) => act(base, { verb: 'planMeeting', on, isSafe: true, measures: 'Two of us.', ...more });

  it.each([
    ['today', '2026-11-10', null],
    ['the fifth working day', '2026-11-17', null],
    ['the sixth', '2026-11-18', 'dateTooLate'],
    ['yesterday', '2026-11-09', 'dateNotUsable'],
    ['a Saturday', '2026-11-14', 'dateNotUsable'],
    ['no date', '', 'dateNotUsable'],
    ['a day that is none', '2026-11-31', 'dateNotUsable'],
    ['words', 'next week', 'dateNotUsable'],
  ])('on %s', (_, on, refusal) => {
    const result = meet(on);
    expect(result.ok ? null : result.refusal).toBe(refusal);
  });

  it('counts five working days over Easter as the calendar does', () => {
    const easter = sampleIncident({ occurredAt: '2026-04-02T09:00:00.000Z' });
    expect(lastMeetingDay(easter, standardDeadlines)).toBe('2026-04-13');
  });

  it('needs the manager to be satisfied that it is safe, and to say why', () => {
    expect(meet('2026-11-12', { isSafe: false })).toEqual({ ok: false, refusal: 'safetyNotConfirmed' });
    expect(meet('2026-11-12', { measures: ' ' })).toEqual({ ok: false, refusal: 'measuresMissing' });
  });

  it('is planned once', () => {
    const planned = taken(sampleIncident(), answerOf.planMeeting).incident;
    expect(planned.meeting).toMatchObject({ on: '2026-11-12', measures: 'Two of us, door open.' });
    expect(act(planned, answerOf.planMeeting)).toMatchObject({ refusal: 'alreadyDone' });
  });
});

// COM-3a-8, model 1.5
describe('the manager’s judgement', () => {
  it('raises severity with a reason, and never lowers it', () => {
    const raised = taken(told(sampleIncident()), { verb: 'raiseSeverity', to: 'serious', reason: 'He came back.' });
    expect(raised.incident).toMatchObject({ severity: 'serious', marks: { raisedSeverity: { to: 'serious' } } });
    expect(raised.incident.severityReasons).toContain('raisedByPerson');
    expect(raised).toMatchObject({ isGraver: true, notice: { name: 'severityRaised', to: 'security' } });
    expect(act(raised.incident, { verb: 'raiseSeverity', to: 'serious', reason: 'x' })).toMatchObject({
      refusal: 'notHigher',
    });
    expect(act(sampleIncident(), { verb: 'raiseSeverity', to: 'critical', reason: '' })).toMatchObject({
      refusal: 'reasonMissing',
    });
  });

  it('marks it particularly abusive, which is serious at least', () => {
    const marked = taken(sampleIncident(), answerOf.markAbusive);
    expect(marked.incident).toMatchObject({ severity: 'serious', severityReasons: ['particularlyAbusive'] });
    expect(marked.isGraver).toBe(true);
    // Whoever has not been told at all is told of the report itself, by the rules.
    expect(marked.notice).toBeNull();
    expect(act(marked.incident, answerOf.markAbusive)).toMatchObject({ refusal: 'alreadyDone' });
    const critical = { ...sampleIncident(), severity: 'critical' as const };
    expect(taken(critical, answerOf.markAbusive).incident.severity).toBe('critical');
  });
});

// C-32, COM-3f-1
describe('a call for help and a matter among colleagues', () => {
  const customerVerbs = [
    'requestGuards',
    'requestPolice',
    'customerSpoken',
    'planMeeting',
    'raiseSeverity',
    'markAbusive',
  ];
  it.each(['suicideThreat', 'internal'] as const)('of kind %s have nobody to be faced or judged', (kind) => {
    for (const state of incidentStates) {
      const incident = inState(state, sampleIncident({ kind }));
      expect(openVerbs(incident).filter((verb) => customerVerbs.includes(verb))).toEqual([]);
    }
  });
});

describe('who answers', () => {
  const deputy: Deputy = { ...alternate, until: '2026-11-10' };
  const withDeputy: Incident = { ...sampleIncident(), deputies: [deputy] };

  it('is the manager, or a deputy on any day of the absence, and nobody else', () => {
    expect(act(withDeputy, answerOf.forwardToSecurity, deputy.id)).toMatchObject({ ok: true });
    expect(act(withDeputy, answerOf.forwardToSecurity, deputy.id, '2026-11-10T23:59:00.000Z')).toMatchObject({
      ok: true,
    });
    const after = act(withDeputy, answerOf.forwardToSecurity, deputy.id, '2026-11-11T00:01:00.000Z');
    expect(after).toEqual({ ok: false, refusal: 'notYours' });
    for (const { id } of [reporter, stranger, securityOfficer]) {
      for (const verb of managerVerbs) {
        expect(act(withDeputy, answerOf[verb], id)).toEqual({ ok: false, refusal: 'notYours' });
      }
    }
  });

  // C-21
  it('is never somebody who must find no trace, whatever else they are', () => {
    const barred: Incident = { ...withDeputy, excluded: [lineManager, alternate] };
    for (const id of [lineManager.id, alternate.id]) {
      for (const verb of managerVerbs)
        expect(act(barred, answerOf[verb], id)).toEqual({ ok: false, refusal: 'notYours' });
    }
  });

  it('is never the reporter, even as the deputy', () => {
    const own: Incident = { ...sampleIncident(), deputies: [{ ...reporter, language: null, until: '2026-12-31' }] };
    expect(act(own, answerOf.forwardToSecurity, reporter.id)).toEqual({ ok: false, refusal: 'notYours' });
  });
});

it('changes nothing when it is refused, and takes what is offered', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...incidentStates),
      fc.constantFrom(...kinds),
      fc.constantFrom(...managerVerbs),
      fc.constantFrom(lineManager.id, stranger.id),
      (state, kind, verb, actorId) => {
        const incident = inState(state, sampleIncident({ kind }));
        const before = structuredClone(incident);
        const result = act(incident, answerOf[verb], actorId);
        expect(incident).toEqual(before);
        const isOffered = openVerbs(incident).includes(verb) && actorId === lineManager.id;
        if (isOffered) expect(result.ok, `${state} ${kind} ${verb}`).toBe(true);
        else expect(result.ok).toBe(false);
      },
    ),
    { numRuns: 600 },
  );
});

describe('the same call come again', () => {
  const question: ManagerAnswer = { verb: 'askReporter', text: 'When was it?' };
  const reply: ManagerAnswer = { verb: 'noteAnswer', text: 'At ten.' };

  it('asks no question twice, also when it was answered meanwhile', () => {
    const asked = taken(inState('managerReview'), question).incident;
    expect(act(asked, question)).toEqual({ ok: false, refusal: 'alreadyDone' });
    const back = taken(asked, reply).incident;
    expect(back.state).toBe('managerReview');
    expect(act(back, question)).toEqual({ ok: false, refusal: 'alreadyDone' });
    expect(act(back, { ...question, text: 'And where?' })).toMatchObject({ ok: true });
  });

  it('answers no second question with the words of the first answer', () => {
    const answered = taken(taken(inState('managerReview'), question).incident, reply).incident;
    const again = taken(answered, { ...question, text: 'And where?' }).incident;
    expect(act(again, reply)).toEqual({ ok: false, refusal: 'alreadyDone' });
    expect(act(again, { ...reply, text: 'In Bangor.' })).toMatchObject({ ok: true });
  });

  it('writes no comment twice, but the same words of another person, or after something else', () => {
    const comment: ManagerAnswer = { verb: 'comment', text: 'Spoken to her.' };
    const once = taken(
      { ...inState('withSecurity'), deputies: [{ ...alternate, until: '2026-12-31' }] },
      comment,
    ).incident;
    expect(act(once, comment)).toEqual({ ok: false, refusal: 'alreadyDone' });
    expect(act(once, { ...comment, text: ' Spoken to her. ' })).toEqual({ ok: false, refusal: 'alreadyDone' });
    expect(act(once, comment, alternate.id)).toMatchObject({ ok: true });
    const later = taken(once, { ...comment, text: 'She is well.' }).incident;
    expect(act(later, comment)).toMatchObject({ ok: true });
  });
});
