import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { answerDueAt, answerTimes } from '../../../src/domain/deadlines/answer-clock.ts';
import { dueEvents, nextDueAt, runningClocks } from '../../../src/domain/deadlines/clocks.ts';
import {
  type ClockSettings,
  standardClocks,
  standardDeadlines,
} from '../../../src/domain/deadlines/deadline-settings.ts';
import type { Incident } from '../../../src/domain/incident/incident.ts';
import { severities } from '../../../src/domain/incident/vocabulary.ts';
import { lineManager, reporter } from '../samples.ts';
import { dueTime, homeThreat, localCall, plain, reportedAt } from './clock-samples.ts';

const names = (incident: Incident) => runningClocks(incident, standardClocks).map(({ key }) => key);
const answered = (incident: Incident): Incident => ({
  ...incident,
  comments: [{ by: lineManager, role: 'lineManager', at: '2026-11-10T11:00:00Z', text: 'Seen.', via: 'card' }],
});

// Worked out by hand with a calendar: office 08:30 to 17:30, London's clock; four working hours, half time at two.
describe('The manager’s time to answer an ordinary report (BEH-8.2-2, C-12)', () => {
  it.each([
    ['Tuesday 10:00', '2026-11-10T10:00:00Z', '2026-11-10T12:00:00Z', '2026-11-10T14:00:00Z'],
    ['Friday 16:00: Monday 11:00', '2026-11-13T16:00:00Z', '2026-11-16T09:00:00Z', '2026-11-16T11:00:00Z'],
    ['13:30, so that it ends at closing time', '2026-11-10T13:30:00Z', '2026-11-10T15:30:00Z', '2026-11-10T17:30:00Z'],
    ['17:30 sharp: the next morning', '2026-11-10T17:30:00Z', '2026-11-11T10:30:00Z', '2026-11-11T12:30:00Z'],
    ['08:30 sharp', '2026-11-10T08:30:00Z', '2026-11-10T10:30:00Z', '2026-11-10T12:30:00Z'],
    ['19:30, after the guarded window', '2026-11-10T19:30:00Z', '2026-11-11T10:30:00Z', '2026-11-11T12:30:00Z'],
    ['Sunday noon', '2026-11-15T12:00:00Z', '2026-11-16T10:30:00Z', '2026-11-16T12:30:00Z'],
    ['seconds count for the person', '2026-11-10T10:00:01Z', '2026-11-10T12:01:00Z', '2026-11-10T14:01:00Z'],
    // Good Friday 3 April 2026, Easter Monday 6 April; British Summer Time from 29 March.
    ['Thursday before Easter 2026, 16:00', '2026-04-02T15:00:00Z', '2026-04-07T08:00:00Z', '2026-04-07T10:00:00Z'],
    // Good Friday 26 March 2027, Easter Monday 29 March, and the clocks change on Easter Sunday between them.
    ['Thursday before Easter 2027, 16:00', '2027-03-25T16:00:00Z', '2027-03-30T08:00:00Z', '2027-03-30T10:00:00Z'],
    // 25 December 2026 is a Friday, Boxing Day a Saturday: Monday the 28th stands in for it.
    ['24 December 2026, 16:30', '2026-12-24T16:30:00Z', '2026-12-29T09:30:00Z', '2026-12-29T11:30:00Z'],
    // Christmas 2027 falls on a Saturday: the 27th and the 28th stand in.
    ['24 December 2027, 16:30', '2027-12-24T16:30:00Z', '2027-12-29T09:30:00Z', '2027-12-29T11:30:00Z'],
    [
      '31 December 2026, 16:00; New Year’s Day is a Friday',
      '2026-12-31T16:00:00Z',
      '2027-01-04T09:00:00Z',
      '2027-01-04T11:00:00Z',
    ],
    ['the August bank holiday 2026, 10:00', '2026-08-31T09:00:00Z', '2026-09-01T09:30:00Z', '2026-09-01T11:30:00Z'],
    ['the May bank holiday 2027, 10:00', '2027-05-03T09:00:00Z', '2027-05-04T09:30:00Z', '2027-05-04T11:30:00Z'],
    [
      'Friday 16:00 before the clocks go forward',
      '2026-03-27T16:00:00Z',
      '2026-03-30T08:00:00Z',
      '2026-03-30T10:00:00Z',
    ],
    ['Friday 16:00 before the clocks go back', '2026-10-23T15:00:00Z', '2026-10-26T09:00:00Z', '2026-10-26T11:00:00Z'],
  ])('%s', (_, from, reminder, due) => {
    const incident = reportedAt(from);
    expect(plain(dueTime(incident, 'answerReminder'))).toBe(reminder);
    expect(plain(dueTime(incident, 'forwardOverdue'))).toBe(due);
    expect(plain(answerDueAt(incident, standardClocks))).toBe(due);
  });

  it('closes on days that the organisation adds', () => {
    const extraHolidays = ['2026-11-16'];
    const settings: ClockSettings = {
      deadlines: { ...standardDeadlines, extraHolidays },
      hours: { ...standardClocks.hours, extraHolidays },
    };
    expect(plain(answerDueAt(reportedAt('2026-11-13T16:00:00Z'), settings))).toBe('2026-11-17T11:00:00Z');
  });

  it('follows the organisation’s own hours and limits', () => {
    const settings: ClockSettings = {
      deadlines: { ...standardDeadlines, answerWorkingHours: 6 },
      hours: { open: { from: 540, to: 960 }, windows: [], extraHolidays: [] },
    };
    // Seven hours a day, 09:00 to 16:00: two today, four tomorrow.
    expect(plain(answerDueAt(reportedAt('2026-11-10T14:00:00Z'), settings))).toBe('2026-11-11T13:00:00Z');
  });
});

// Thirty minutes of the clock, by day and by night, reminder after fifteen, second limit after sixty.
describe('The manager’s time to answer a critical report', () => {
  it.each([
    [
      'noon on a Tuesday',
      '2026-11-10T12:00:00Z',
      '2026-11-10T12:15:00Z',
      '2026-11-10T12:30:00Z',
      '2026-11-10T13:00:00Z',
    ],
    ['Sunday at 03:00', '2026-11-15T03:00:00Z', '2026-11-15T03:15:00Z', '2026-11-15T03:30:00Z', '2026-11-15T04:00:00Z'],
    [
      'through the hour that is skipped',
      '2026-03-29T00:45:00Z',
      '2026-03-29T01:00:00Z',
      '2026-03-29T01:15:00Z',
      '2026-03-29T01:45:00Z',
    ],
    [
      'through the hour that comes twice',
      '2026-10-25T00:45:00Z',
      '2026-10-25T01:00:00Z',
      '2026-10-25T01:15:00Z',
      '2026-10-25T01:45:00Z',
    ],
    [
      'Christmas Day 23:50',
      '2026-12-25T23:50:00Z',
      '2026-12-26T00:05:00Z',
      '2026-12-26T00:20:00Z',
      '2026-12-26T00:50:00Z',
    ],
  ])('%s', (_, from, reminder, due, second) => {
    const incident = reportedAt(from, homeThreat);
    expect(plain(dueTime(incident, 'answerReminder'))).toBe(reminder);
    expect(plain(dueTime(incident, 'forwardOverdue'))).toBe(due);
    expect(plain(dueTime(incident, 'answerEscalated'))).toBe(second);
  });

  it('is never longer than the ordinary one, whatever is set', () => {
    const settings = {
      ...standardClocks,
      deadlines: { ...standardDeadlines, answerWorkingHours: 1, criticalAnswerMinutes: 480 },
    };
    expect(plain(answerDueAt(reportedAt('2026-11-10T10:00:00Z', homeThreat), settings))).toBe('2026-11-10T11:00:00Z');
  });
});

describe('What happens at the limits', () => {
  it('passes a report on that Security must know of, and goes up only when the comment is missing after twice the time', () => {
    const incident = reportedAt('2026-11-10T10:00:00Z');
    expect(names(incident)).toEqual(['answerReminder', 'forwardOverdue', 'answerEscalated', 'meetingWindowEnding']);
    expect(plain(dueTime(incident, 'answerEscalated'))).toBe('2026-11-11T09:00:00Z');
  });

  it('goes up at the limit where only the manager is waited for, and to the keeper of the register after twice the time', () => {
    const incident = reportedAt('2026-11-10T10:00:00Z', localCall);
    expect(names(incident)).toEqual(['answerReminder', 'answerEscalated', 'answerUnheard', 'meetingWindowEnding']);
    expect(plain(dueTime(incident, 'answerEscalated'))).toBe('2026-11-10T14:00:00Z');
    expect(plain(dueTime(incident, 'answerUnheard'))).toBe('2026-11-11T09:00:00Z');
  });

  it('stops nothing for a question that the reporter does not answer (T7b)', () => {
    const at = '2026-11-10T11:00:00Z';
    const asked: Incident = {
      ...reportedAt('2026-11-10T10:00:00Z'),
      state: 'infoRequested',
      questions: [{ id: 'q1', by: lineManager, at, text: 'Which day?', answer: null }],
    };
    expect(plain(dueTime(asked, 'forwardOverdue'))).toBe('2026-11-10T14:00:00Z');
    expect(plain(dueTime(asked, 'questionReminder'))).toBe('2026-11-10T13:00:00Z');
    expect(plain(dueTime(asked, 'questionUnanswered'))).toBe('2026-11-10T15:00:00Z');
    expect(dueTime(asked, 'answerReminder')).toBeNull();
  });

  it('gives the manager the time anew after an answer, where nobody else waits', () => {
    const answer = { by: reporter, at: '2026-11-10T16:00:00Z', text: 'Monday.' };
    const question = { id: 'q1', by: lineManager, at: '2026-11-10T11:00:00Z', text: 'Which day?', answer };
    const local: Incident = { ...reportedAt('2026-11-10T10:00:00Z', localCall), questions: [question] };
    expect(plain(dueTime(local, 'answerEscalated'))).toBe('2026-11-11T11:00:00Z');
    const mandatory: Incident = { ...reportedAt('2026-11-10T10:00:00Z'), questions: [question] };
    expect(plain(dueTime(mandatory, 'forwardOverdue'))).toBe('2026-11-10T14:00:00Z');
  });

  it('asks no more once the manager has commented', () => {
    const forwarded = answered({ ...reportedAt('2026-11-10T10:00:00Z'), state: 'withSecurity' });
    expect(names(forwarded).filter((key) => key.startsWith('answer') || key === 'forwardOverdue')).toEqual([]);
  });

  it('awaits the comment even when Security has taken it up already', () => {
    const taken: Incident = { ...reportedAt('2026-11-10T10:00:00Z'), state: 'underReview' };
    expect(names(taken)).toContain('answerEscalated');
    expect(names(taken)).not.toContain('forwardOverdue');
  });

  it.each(['closed', 'merged', 'withdrawn'] as const)('runs no clock for a record that is %s', (state) => {
    expect(nextDueAt({ ...reportedAt('2026-11-10T10:00:00Z'), state }, standardClocks)).toBeNull();
  });

  it('runs no manager’s clock for a call among colleagues, nor where there is no manager', () => {
    expect(names(reportedAt('2026-11-10T10:00:00Z', { ...localCall, kind: 'internal' }))).toEqual([]);
    const alone = reportedAt(
      '2026-11-10T10:00:00Z',
      {},
      { reviewers: { lineManager: null, chosen: null, alternate: null } },
    );
    expect(answerDueAt(alone, standardClocks)).toBeNull();
  });

  it('counts for a substitute from when the manager was found to be involved (C-21)', () => {
    const change = { field: 'manager.implicated', before: false, after: true };
    const incident: Incident = {
      ...reportedAt('2026-11-10T10:00:00Z'),
      amendments: [{ id: 'a', by: reporter, at: '2026-11-12T10:00:00Z', note: '', changes: [change] }],
    };
    expect(plain(answerDueAt(incident, standardClocks))).toBe('2026-11-12T14:00:00Z');
  });

  it('is reported once: what is noted is not due again, even when its time is changed', () => {
    const incident = reportedAt('2026-11-10T10:00:00Z');
    const now = '2026-11-10T12:00:00Z';
    expect(dueEvents(incident, standardClocks, now).map(({ key }) => key)).toEqual(['answerReminder']);
    const noted: Incident = { ...incident, clockNotes: [{ key: 'answerReminder', at: now, outcome: 'done' }] };
    expect(dueEvents(noted, standardClocks, now)).toEqual([]);
    const slower = { ...standardClocks, deadlines: { ...standardDeadlines, answerWorkingHours: 8 } };
    expect(dueEvents(noted, slower, '2026-11-10T14:00:00Z')).toEqual([]);
    expect(plain(nextDueAt(noted, standardClocks))).toBe('2026-11-10T14:00:00Z');
  });
});

// From 2026 to 2028, every minute of day and night.
const moment = fc
  .integer({ min: Date.UTC(2026, 0, 1), max: Date.UTC(2028, 0, 1) })
  .map((ms) => new Date(ms).toISOString());

describe('Laws of the manager’s clock', () => {
  it('never gives more time for a graver report, and restarts nothing', () => {
    fc.assert(
      fc.property(moment, fc.constantFrom(...severities), fc.constantFrom(...severities), (at, one, other) => {
        const rank = (each: typeof one) => severities.indexOf(each);
        const incident = reportedAt(at);
        const [low, high] = rank(one) <= rank(other) ? [one, other] : [other, one];
        const before = answerTimes({ ...incident, severity: low }, standardClocks);
        const after = answerTimes({ ...incident, severity: high }, standardClocks);
        expect(Date.parse(after.dueAt)).toBeLessThanOrEqual(Date.parse(before.dueAt));
        expect(after.from).toBe(before.from);
      }),
    );
  });

  it('keeps from, reminder, limit and second limit in order', () => {
    fc.assert(
      fc.property(moment, fc.boolean(), (at, isCritical) => {
        const times = answerTimes(reportedAt(at, isCritical ? homeThreat : {}), standardClocks);
        const order = [times.from, times.remindAt, times.dueAt, times.secondAt].map((each) => Date.parse(each));
        expect(order).toEqual([...order].sort((one, other) => one - other));
        expect(new Set(order).size).toBe(4);
      }),
    );
  });
});
