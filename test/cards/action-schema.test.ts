import { describe, expect, it } from 'vitest';
import { actionId, carriedData, inputsOf, readCardAction } from '../../src/cards/action-schema.ts';
import { type ManagerAnswer, managerVerbs } from '../../src/domain/incident/manager-answer.ts';

const submissionId = '0123456789ABCDEFGHJKMNPQRS';
const data = { submissionId, cardVersion: 1 };

describe('what a card sends back', () => {
  it('is read when it is what the card carried and what was typed', () => {
    const action = {
      type: 'Action.Execute',
      id: 'x',
      verb: 'forwardToSecurity',
      data: { ...data, comment: 'I agree' },
    };
    expect(readCardAction(action)).toEqual({
      verb: 'forwardToSecurity',
      ...data,
      answer: { verb: 'forwardToSecurity', text: 'I agree' },
    });
    expect(readCardAction({ verb: 'refresh', data })).toEqual({ verb: 'refresh', ...data });
  });

  it('may lack an empty comment, which the rules then refuse politely', () => {
    expect(readCardAction({ verb: 'forwardToSecurity', data })).toEqual({
      verb: 'forwardToSecurity',
      ...data,
      answer: { verb: 'forwardToSecurity', text: '' },
    });
  });

  it('lets a comment over the limit through to the rules, so that its writer is told', () => {
    const comment = 'x'.repeat(2001);
    expect(readCardAction({ verb: 'forwardToSecurity', data: { ...data, comment } })).toMatchObject({
      answer: { text: comment },
    });
  });

  it.each<[string, unknown]>([
    ['nothing', undefined],
    ['a text', 'forwardToSecurity'],
    ['no data', { verb: 'forwardToSecurity' }],
    ['an unknown verb', { verb: 'deleteEvidence', data }],
    ['a verb of every object', { verb: 'constructor', data }],
    ['one field too many', { verb: 'forwardToSecurity', data: { ...data, comment: 'x', actor: 'someone else' } }],
    ['no submission', { verb: 'forwardToSecurity', data: { cardVersion: 1, comment: 'x' } }],
    ['a submission that is none', { verb: 'refresh', data: { ...data, submissionId: '../../Incidents' } }],
    ['a submission in small letters', { verb: 'refresh', data: { ...data, submissionId: submissionId.toLowerCase() } }],
    ['a number for a comment', { verb: 'forwardToSecurity', data: { ...data, comment: 1 } }],
    ['a book for a comment', { verb: 'forwardToSecurity', data: { ...data, comment: 'x'.repeat(20_001) } }],
    ['a card from the future', { verb: 'refresh', data: { ...data, cardVersion: 2 } }],
    ['half a version', { verb: 'refresh', data: { ...data, cardVersion: 1.5 } }],
    ['a version in words', { verb: 'refresh', data: { ...data, cardVersion: '1' } }],
  ])('is refused when it is %s', (_, action) => {
    expect(readCardAction(action)).toBeNull();
  });
});

describe('what a card carries', () => {
  it('is what it takes back', () => {
    // Every input may be left out: what is missing, the rules say in words.
    for (const verb of ['refresh', ...managerVerbs] as const) {
      expect(readCardAction({ verb, data: carriedData(submissionId) })).toMatchObject({ verb, submissionId });
    }
  });

  it.each<[ManagerAnswer['verb'], Record<string, string>, ManagerAnswer]>([
    ['forwardToSecurity', { comment: 'a' }, { verb: 'forwardToSecurity', text: 'a' }],
    ['comment', { comment: 'a' }, { verb: 'comment', text: 'a' }],
    ['askReporter', { question: 'a' }, { verb: 'askReporter', text: 'a' }],
    ['noteAnswer', { answer: 'a' }, { verb: 'noteAnswer', text: 'a' }],
    ['keepLocal', { reason: 'a' }, { verb: 'keepLocal', reason: 'a' }],
    ['closeLocal', { closingReason: 'a' }, { verb: 'closeLocal', reason: 'a' }],
    ['tellHr', {}, { verb: 'tellHr' }],
    ['tellDesks', {}, { verb: 'tellDesks' }],
    ['requestGuards', { guardsNote: 'a' }, { verb: 'requestGuards', note: 'a' }],
    ['requestPolice', { policeNote: 'a' }, { verb: 'requestPolice', note: 'a' }],
    ['customerSpoken', {}, { verb: 'customerSpoken' }],
    ['customerWritten', {}, { verb: 'customerWritten' }],
    [
      'planMeeting',
      { meetingOn: '2026-11-12', meetingIsSafe: 'true', meetingMeasures: 'a' },
      { verb: 'planMeeting', on: '2026-11-12', isSafe: true, measures: 'a' },
    ],
    [
      'raiseSeverity',
      { severity: 'critical', severityReason: 'a' },
      { verb: 'raiseSeverity', to: 'critical', reason: 'a' },
    ],
    ['markAbusive', {}, { verb: 'markAbusive' }],
  ])('reads what was typed for %s by the names of its inputs, and no other name', (verb, typed, answer) => {
    expect(Object.keys(typed).sort()).toEqual([...inputsOf(verb)].sort());
    expect(readCardAction({ verb, data: { ...data, ...typed } })).toMatchObject({ verb, answer });
    expect(readCardAction({ verb, data: { ...data, ...typed, role: 'security' } })).toBeNull();
  });

  it('leaves the inputs of its other parts alone, which some clients send along', () => {
    const all = Object.fromEntries(managerVerbs.flatMap((verb) => inputsOf(verb)).map((input) => [input, 'x']));
    expect(readCardAction({ verb: 'tellHr', data: { ...data, ...all } })).toMatchObject({ answer: { verb: 'tellHr' } });
    expect(readCardAction({ verb: 'keepLocal', data: { ...data, ...all, reason: 'mine' } })).toMatchObject({
      answer: { verb: 'keepLocal', reason: 'mine' },
    });
  });

  it('can be nothing that it would not take back', () => {
    expect(() => carriedData('not an id')).toThrow();
  });

  it('has the same action id each time', () => {
    expect(actionId('forwardToSecurity', submissionId)).toBe(`forwardToSecurity:${submissionId}`);
  });
});
