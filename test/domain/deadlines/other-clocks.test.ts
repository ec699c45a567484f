import { describe, expect, it } from 'vitest';
import { clockSettings } from '../../../src/application/assessment-settings.ts';
import { clockEventNames, clockNotices } from '../../../src/domain/deadlines/clock-event.ts';
import { isStale, runningClocks } from '../../../src/domain/deadlines/clocks.ts';
import { standardClocks } from '../../../src/domain/deadlines/deadline-settings.ts';
import type { Delivery, Incident } from '../../../src/domain/incident/incident.ts';
import type { Statement } from '../../../src/domain/incident/manager-work.ts';
import { lineManager, securityOfficer, stranger } from '../samples.ts';
import { dueTime, homeThreat, localCall, plain, reportedAt } from './clock-samples.ts';

const told = (at: string, state: Delivery['state'] = 'sent'): Delivery => ({
  key: `told ${at}`,
  role: 'security',
  channel: 'mail',
  to: 'security@sefydliad.example',
  state,
  attempts: 1,
  at,
  failure: null,
  remoteId: null,
});
const withSecurity = (at: string, change = {}): Incident => ({
  ...reportedAt(at, change),
  state: 'withSecurity',
  passedOnAt: at,
  deliveries: [told(at)],
});
const eventsOf = (incident: Incident, name: string) =>
  runningClocks(incident, standardClocks)
    .filter((each) => each.name === name)
    .map(({ dueAt }) => plain(dueAt));

// A working day is nine hours of open office; half time is four and a half.
describe('Security’s time to acknowledge (BEH-8.3-1)', () => {
  it.each([
    ['Tuesday 10:00', '2026-11-10T10:00:00Z', '2026-11-10T14:30:00Z', '2026-11-11T10:00:00Z'],
    ['Friday 16:00', '2026-11-13T16:00:00Z', '2026-11-16T11:30:00Z', '2026-11-16T16:00:00Z'],
    ['Saturday: until Monday’s closing time', '2026-11-14T12:00:00Z', '2026-11-16T13:00:00Z', '2026-11-16T17:30:00Z'],
    [
      'closing time: until the next closing time',
      '2026-11-10T17:30:00Z',
      '2026-11-11T13:00:00Z',
      '2026-11-11T17:30:00Z',
    ],
    ['Thursday before Easter 2026, 16:00', '2026-04-02T15:00:00Z', '2026-04-07T10:30:00Z', '2026-04-07T15:00:00Z'],
    ['24 December 2026, 16:00', '2026-12-24T16:00:00Z', '2026-12-29T11:30:00Z', '2026-12-29T16:00:00Z'],
  ])('%s', (_, from, reminder, due) => {
    expect(plain(dueTime(withSecurity(from), 'acknowledgeReminder'))).toBe(reminder);
    expect(plain(dueTime(withSecurity(from), 'acknowledgeOverdue'))).toBe(due);
  });

  it.each([
    ['by day', '2026-11-10T10:00:00Z', '2026-11-10T10:30:00Z', '2026-11-10T11:00:00Z'],
    ['through the hour that is skipped', '2026-03-29T00:30:00Z', '2026-03-29T01:00:00Z', '2026-03-29T01:30:00Z'],
    ['through the hour that comes twice', '2026-10-25T00:30:00Z', '2026-10-25T01:00:00Z', '2026-10-25T01:30:00Z'],
  ])('is an hour of the clock for a critical one, %s', (_, from, reminder, due) => {
    expect(plain(dueTime(withSecurity(from, homeThreat), 'acknowledgeReminder'))).toBe(reminder);
    expect(plain(dueTime(withSecurity(from, homeThreat), 'acknowledgeOverdue'))).toBe(due);
  });

  it('runs beside the manager’s from when the first notice left, and not before', () => {
    const incident = reportedAt('2026-11-10T10:00:00Z');
    expect(
      dueTime({ ...incident, deliveries: [told('2026-11-10T10:00:00Z', 'failed')] }, 'acknowledgeOverdue'),
    ).toBeNull();
    const late = { ...incident, deliveries: [told('2026-11-12T09:00:00Z'), told('2026-11-11T09:00:00Z', 'gaveUp')] };
    expect(plain(dueTime(late, 'acknowledgeOverdue'))).toBe('2026-11-12T09:00:00Z');
  });

  it('does not run while Security need not know of it, and from the forward on where the manager passed it on', () => {
    const local = reportedAt('2026-11-10T10:00:00Z', localCall);
    expect(dueTime({ ...local, deliveries: [told('2026-11-10T10:00:00Z')] }, 'acknowledgeOverdue')).toBeNull();
    const passedOn: Incident = { ...local, state: 'withSecurity', passedOnAt: '2026-11-12T10:00:00Z' };
    expect(plain(dueTime(passedOn, 'acknowledgeOverdue'))).toBe('2026-11-13T10:00:00Z');
  });
});

describe('The review that acknowledging starts', () => {
  const acknowledged: Incident = {
    ...withSecurity('2026-11-10T09:00:00Z'),
    state: 'acknowledged',
    acknowledgement: { by: securityOfficer, at: '2026-11-10T10:00:00Z' },
  };

  it('is to begin within five working days; after ten whoever is above is told', () => {
    expect(plain(dueTime(acknowledged, 'reviewReminder'))).toBe('2026-11-17T10:00:00Z');
    expect(plain(dueTime(acknowledged, 'reviewOverdue'))).toBe('2026-11-24T10:00:00Z');
    expect(dueTime(acknowledged, 'acknowledgeOverdue')).toBeNull();
  });

  it('is asked for no more once it has begun', () => {
    expect(dueTime({ ...acknowledged, state: 'underReview' }, 'reviewReminder')).toBeNull();
  });
});

describe('The duties after a hoax call (C-20)', () => {
  it('are done by the service after thirty minutes, those that are open', () => {
    const incident = reportedAt('2026-11-15T03:00:00Z', { ...localCall, kind: 'hoax' });
    expect(eventsOf(incident, 'dutyBackup')).toEqual(Array(3).fill('2026-11-15T03:30:00Z'));
    const ended = { by: lineManager.id, at: '2026-11-15T03:10:00Z' };
    const duties = incident.duties.map((duty) =>
      duty.role === 'hrPartner' ? { ...duty, state: 'done' as const, ended } : duty,
    );
    const left = runningClocks({ ...incident, duties }, standardClocks).filter(({ name }) => name === 'dutyBackup');
    expect(left.map(({ about }) => about)).toEqual(['security', 'helpDesk']);
  });
});

describe('What Security was asked for (BEH-4.3-1)', () => {
  const task = { id: 't1', type: 'guards', by: lineManager, at: '2026-11-13T16:00:00Z', note: '', done: null } as const;

  it('is brought up soon, again, then once a working day, and not for ever', () => {
    const incident = { ...withSecurity('2026-11-13T15:00:00Z'), tasks: [task] };
    expect(eventsOf(incident, 'taskReminder')).toEqual([
      '2026-11-13T16:30:00Z',
      '2026-11-13T18:00:00Z',
      '2026-11-16T16:00:00Z',
      '2026-11-17T16:00:00Z',
      '2026-11-18T16:00:00Z',
      '2026-11-19T16:00:00Z',
      '2026-11-20T16:00:00Z',
    ]);
  });

  it('is brought up no more when it is arranged', () => {
    const done = { ...task, done: { by: securityOfficer, at: '2026-11-13T16:20:00Z' } };
    expect(eventsOf({ ...withSecurity('2026-11-13T15:00:00Z'), tasks: [done] }, 'taskReminder')).toEqual([]);
  });
});

describe('Statements that were asked for (BEH-8.5-1)', () => {
  const statement: Statement = {
    id: 's1',
    witness: { staff: { ...stranger, language: null }, name: stranger.name },
    role: 'witness',
    asked: { by: lineManager, at: '2026-11-10T10:00:00Z' },
    signed: null,
    addenda: [],
    waived: null,
  };
  const withOne = (change: Partial<Statement>) => ({
    ...withSecurity('2026-11-10T09:00:00Z'),
    statements: [{ ...statement, ...change }],
  });

  it('remind the witness at half time, and the manager at the end', () => {
    // Five working days are 45 hours: half is two days and four and a half hours.
    expect(eventsOf(withOne({}), 'statementReminder')).toEqual(['2026-11-12T14:30:00Z']);
    expect(eventsOf(withOne({}), 'statementOverdue')).toEqual(['2026-11-17T10:00:00Z']);
  });

  it('leave an outsider to the manager', () => {
    const outsider = withOne({ witness: { staff: null, name: 'Somebody' } });
    expect(eventsOf(outsider, 'statementReminder')).toEqual([]);
    expect(eventsOf(outsider, 'statementOverdue')).toHaveLength(1);
  });

  it.each([
    ['signed', { signed: { by: stranger, at: '2026-11-11T10:00:00Z', text: 'x', sha256: 'a' } }],
    ['waived', { waived: { by: lineManager, at: '2026-11-11T10:00:00Z', reason: 'Away.' } }],
  ])('are asked for no more when %s', (_, change) => {
    expect(eventsOf(withOne(change), 'statementOverdue')).toEqual([]);
  });
});

describe('The meeting with the customer (BEH-5.2-2)', () => {
  const planned = (on: string, at: string): Incident => ({
    ...withSecurity('2026-04-02T09:00:00Z'),
    meeting: { by: lineManager, at, on, measures: 'Two of us.' },
  });

  it('is brought back to mind on the morning of the working day before', () => {
    // Tuesday after Easter: the working day before is Maundy Thursday.
    expect(eventsOf(planned('2026-04-07', '2026-04-01T10:00:00Z'), 'meetingReminder')).toEqual([
      '2026-04-02T07:30:00Z',
    ]);
    expect(eventsOf(planned('2026-04-08', '2026-04-02T10:00:00Z'), 'meetingReminder')).toEqual([
      '2026-04-07T07:30:00Z',
    ]);
  });

  it('needs no word when it was planned later than that', () => {
    expect(eventsOf(planned('2026-04-07', '2026-04-02T10:00:00Z'), 'meetingReminder')).toEqual([]);
  });

  it('may be held until 13 April 2026 when it happened on 2 April; the manager hears on the morning of the 10th', () => {
    const incident = withSecurity('2026-04-02T09:00:00Z');
    expect(eventsOf(incident, 'meetingWindowEnding')).toEqual(['2026-04-10T07:30:00Z']);
    const [event] = runningClocks(incident, standardClocks).filter(({ name }) => name === 'meetingWindowEnding');
    expect(event && isStale(event, '2026-04-13T16:29:00Z')).toBe(false);
    expect(event && isStale(event, '2026-04-13T16:30:00Z')).toBe(true);
  });

  it('is not brought up where the customer was spoken to, where it is only a worry, or for a report that came too late', () => {
    const incident = withSecurity('2026-04-02T09:00:00Z');
    const spoken = { by: lineManager, at: '2026-04-02T12:00:00Z', way: 'spoken' } as const;
    expect(eventsOf({ ...incident, customerContacts: [spoken] }, 'meetingWindowEnding')).toEqual([]);
    expect(eventsOf({ ...incident, severity: 'concern' }, 'meetingWindowEnding')).toEqual([]);
    const late = withSecurity('2026-06-02T09:00:00Z', { occurredAt: '2026-04-02T09:00:00Z' });
    expect(eventsOf(late, 'meetingWindowEnding')).toEqual([]);
    const help = withSecurity('2026-04-02T09:00:00Z', { ...localCall, kind: 'suicideThreat' });
    expect(eventsOf(help, 'meetingWindowEnding')).toEqual([]);
  });
});

describe('The clocks’ settings', () => {
  it('are the organisation’s where it says something, and the model’s otherwise', () => {
    expect(clockSettings({})).toEqual(standardClocks);
    const set = clockSettings({
      hours: { guardedFrom: '07:00', opensAt: '09:00', closesAt: '16:00', guardedUntil: '18:00' },
      deadlines: { managerDutyMinutes: 20, acknowledgeWorkingDays: 2, extraHolidays: ['2027-05-07'] },
    });
    expect(set.hours.open).toEqual({ from: 540, to: 960 });
    expect(set.hours.extraHolidays).toEqual(['2027-05-07']);
    expect(set.deadlines).toMatchObject({ dutyMinutes: 20, acknowledgeWorkingDays: 2, answerWorkingHours: 4 });
  });

  it('name every event either by a notice of its own, or as one of the two that speak otherwise', () => {
    expect(clockEventNames.filter((name) => !(clockNotices as readonly string[]).includes(name))).toEqual([
      'dutyBackup',
      'forwardOverdue',
    ]);
  });
});
