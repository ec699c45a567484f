import { describe, expect, it } from 'vitest';
import type { ClockEventName } from '../../../src/domain/deadlines/clock-event.ts';
import type { Delivery, Incident } from '../../../src/domain/incident/incident.ts';
import type { Statement } from '../../../src/domain/incident/manager-work.ts';
import { lineManager, securityOfficer, stranger } from '../samples.ts';
import { dueTime, homeThreat, localCall, plain, reportedAt } from './clock-samples.ts';

/**
 * Worked out on paper with a printed calendar, an office open from 08:30 to 17:30, and these days closed:
 * 2026: 3 and 6 April, 4 and 25 May, 31 August, 25 and 28 December (the 26th is a Saturday).
 * 2027: 1 January, 26 and 29 March, 3 and 31 May, 30 August, 27 and 28 December (the 25th is a Saturday).
 * 2028: 3 January (the 1st is a Saturday).
 * Summer time from 29 March to 25 October 2026, from 28 March to 31 October 2027. Each time is London's, with its distance from UTC.
 */
type Moment = `${'Mon' | 'Tue' | 'Wed' | 'Thu' | 'Fri' | 'Sat' | 'Sun'} ${string}`;

const dayNames = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat'];
/** UTC; throws where the name of the day is not that of the date, so that a slip of the pen cannot agree with a slip of the code. */
function utc(moment: Moment): string {
  const [name, date, time] = moment.split(' ');
  const day = dayNames[new Date(`${date}T12:00:00Z`).getUTCDay()];
  if (day !== name) throw new Error(`${date} is a ${day}`);
  return new Date(`${date}T${time}`).toISOString().replace('.000Z', 'Z');
}

function expectTimes(incident: Incident, times: Partial<Record<ClockEventName, Moment>>): void {
  for (const [name, moment] of Object.entries(times)) {
    expect(plain(dueTime(incident, name as ClockEventName)), name).toBe(utc(moment));
  }
}

// Four working hours; the reminder after two, whoever is above after eight.
describe('The manager’s answer to a report that Security must know of (BEH-8.2-2)', () => {
  it.each<[string, Moment, Moment, Moment, Moment]>([
    [
      'all on one day',
      'Wed 2026-11-11 09:00Z',
      'Wed 2026-11-11 11:00Z',
      'Wed 2026-11-11 13:00Z',
      'Wed 2026-11-11 17:00Z',
    ],
    [
      'two hours before closing',
      'Wed 2026-11-11 15:30Z',
      'Wed 2026-11-11 17:30Z',
      'Thu 2026-11-12 10:30Z',
      'Thu 2026-11-12 14:30Z',
    ],
    [
      'three quarters of an hour before a weekend',
      'Fri 2026-12-18 16:45Z',
      'Mon 2026-12-21 09:45Z',
      'Mon 2026-12-21 11:45Z',
      'Mon 2026-12-21 15:45Z',
    ],
    [
      'Christmas Eve 2026, and four days closed',
      'Thu 2026-12-24 16:00Z',
      'Tue 2026-12-29 09:00Z',
      'Tue 2026-12-29 11:00Z',
      'Tue 2026-12-29 15:00Z',
    ],
    [
      'Boxing Day, a Saturday',
      'Sat 2026-12-26 12:00Z',
      'Tue 2026-12-29 10:30Z',
      'Tue 2026-12-29 12:30Z',
      'Tue 2026-12-29 16:30Z',
    ],
    [
      'the Monday that stands in for Boxing Day',
      'Mon 2026-12-28 10:00Z',
      'Tue 2026-12-29 10:30Z',
      'Tue 2026-12-29 12:30Z',
      'Tue 2026-12-29 16:30Z',
    ],
    [
      'New Year’s Eve, half an hour before closing',
      'Thu 2026-12-31 17:00Z',
      'Mon 2027-01-04 10:00Z',
      'Mon 2027-01-04 12:00Z',
      'Mon 2027-01-04 16:00Z',
    ],
    [
      'one minute before Easter',
      'Thu 2026-04-02 17:29+01:00',
      'Tue 2026-04-07 10:29+01:00',
      'Tue 2026-04-07 12:29+01:00',
      'Tue 2026-04-07 16:29+01:00',
    ],
    [
      'on Good Friday',
      'Fri 2026-04-03 11:00+01:00',
      'Tue 2026-04-07 10:30+01:00',
      'Tue 2026-04-07 12:30+01:00',
      'Tue 2026-04-07 16:30+01:00',
    ],
    [
      'before an Easter on whose Sunday the clocks go forward',
      'Thu 2027-03-25 14:30Z',
      'Thu 2027-03-25 16:30Z',
      'Tue 2027-03-30 09:30+01:00',
      'Tue 2027-03-30 13:30+01:00',
    ],
    [
      'the last second before the hour that is skipped',
      'Sun 2026-03-29 00:59:59Z',
      'Mon 2026-03-30 10:30+01:00',
      'Mon 2026-03-30 12:30+01:00',
      'Mon 2026-03-30 16:30+01:00',
    ],
    [
      'half past one, the first time',
      'Sun 2026-10-25 01:30+01:00',
      'Mon 2026-10-26 10:30Z',
      'Mon 2026-10-26 12:30Z',
      'Mon 2026-10-26 16:30Z',
    ],
    [
      'half past one, the second time',
      'Sun 2026-10-25 01:30Z',
      'Mon 2026-10-26 10:30Z',
      'Mon 2026-10-26 12:30Z',
      'Mon 2026-10-26 16:30Z',
    ],
    [
      'the August bank holiday at opening time',
      'Mon 2026-08-31 08:30+01:00',
      'Tue 2026-09-01 10:30+01:00',
      'Tue 2026-09-01 12:30+01:00',
      'Tue 2026-09-01 16:30+01:00',
    ],
    [
      'so that it ends at closing time before a long weekend',
      'Fri 2026-08-28 13:30+01:00',
      'Fri 2026-08-28 15:30+01:00',
      'Fri 2026-08-28 17:30+01:00',
      'Tue 2026-09-01 12:30+01:00',
    ],
    [
      'Christmas Eve 2027, and two days that stand in',
      'Fri 2027-12-24 17:00Z',
      'Wed 2027-12-29 10:00Z',
      'Wed 2027-12-29 12:00Z',
      'Wed 2027-12-29 16:00Z',
    ],
    [
      'New Year’s Eve 2027; the 3rd stands in',
      'Fri 2027-12-31 16:30Z',
      'Tue 2028-01-04 09:30Z',
      'Tue 2028-01-04 11:30Z',
      'Tue 2028-01-04 15:30Z',
    ],
    [
      'the day that a leap year adds',
      'Tue 2028-02-29 16:30Z',
      'Wed 2028-03-01 09:30Z',
      'Wed 2028-03-01 11:30Z',
      'Wed 2028-03-01 15:30Z',
    ],
    [
      'the first bank holiday in May',
      'Fri 2027-04-30 17:15+01:00',
      'Tue 2027-05-04 10:15+01:00',
      'Tue 2027-05-04 12:15+01:00',
      'Tue 2027-05-04 16:15+01:00',
    ],
    [
      'the second one, over which only the second limit goes',
      'Fri 2026-05-22 12:00+01:00',
      'Fri 2026-05-22 14:00+01:00',
      'Fri 2026-05-22 16:00+01:00',
      'Tue 2026-05-26 11:00+01:00',
    ],
  ])('%s', (_, from, answerReminder, forwardOverdue, answerEscalated) => {
    expectTimes(reportedAt(utc(from)), { answerReminder, forwardOverdue, answerEscalated });
  });

  it('of one that Security need not know: up at the limit, and to whoever keeps the register after twice the time', () => {
    expectTimes(reportedAt(utc('Thu 2026-12-24 16:00Z'), localCall), {
      answerReminder: 'Tue 2026-12-29 09:00Z',
      answerEscalated: 'Tue 2026-12-29 11:00Z',
      answerUnheard: 'Tue 2026-12-29 15:00Z',
    });
  });
});

// Thirty minutes of the clock.
describe('The manager’s answer to a critical report', () => {
  it.each<[string, Moment, Moment, Moment, Moment]>([
    [
      'in the office',
      'Tue 2026-11-10 10:00Z',
      'Tue 2026-11-10 10:15Z',
      'Tue 2026-11-10 10:30Z',
      'Tue 2026-11-10 11:00Z',
    ],
    [
      'over midnight at Christmas',
      'Fri 2026-12-25 23:45Z',
      'Sat 2026-12-26 00:00Z',
      'Sat 2026-12-26 00:15Z',
      'Sat 2026-12-26 00:45Z',
    ],
    [
      'from ten to one over the hour that is skipped',
      'Sun 2026-03-29 00:50Z',
      'Sun 2026-03-29 02:05+01:00',
      'Sun 2026-03-29 02:20+01:00',
      'Sun 2026-03-29 02:50+01:00',
    ],
    [
      'through the hour that comes twice',
      'Sun 2026-10-25 01:40+01:00',
      'Sun 2026-10-25 01:55+01:00',
      'Sun 2026-10-25 01:10Z',
      'Sun 2026-10-25 01:40Z',
    ],
  ])('%s', (_, from, answerReminder, forwardOverdue, answerEscalated) => {
    expectTimes(reportedAt(utc(from), homeThreat), { answerReminder, forwardOverdue, answerEscalated });
  });
});

const told = (at: string): Delivery => ({
  key: `told ${at}`,
  role: 'security',
  channel: 'mail',
  to: 'security@sefydliad.example',
  state: 'sent',
  attempts: 1,
  at,
  failure: null,
  remoteId: null,
});

describe('Security’s acknowledgement, from when the first notice left (BEH-8.3-1)', () => {
  const withSecurity = (from: Moment, critical = false): Incident => ({
    ...reportedAt(utc(from), critical ? homeThreat : {}),
    state: 'withSecurity',
    deliveries: [told(utc(from))],
  });

  it.each<[string, Moment, Moment, Moment]>([
    ['over Easter', 'Thu 2026-04-02 12:00+01:00', 'Thu 2026-04-02 16:30+01:00', 'Tue 2026-04-07 12:00+01:00'],
    [
      'over the weekend on which the clocks go back',
      'Fri 2026-10-23 16:00+01:00',
      'Mon 2026-10-26 11:30Z',
      'Mon 2026-10-26 16:00Z',
    ],
    ['from a Saturday', 'Sat 2026-12-12 10:00Z', 'Mon 2026-12-14 13:00Z', 'Mon 2026-12-14 17:30Z'],
  ])('%s: one working day', (_, from, acknowledgeReminder, acknowledgeOverdue) => {
    expectTimes(withSecurity(from), { acknowledgeReminder, acknowledgeOverdue });
  });

  it('of a critical one: an hour, on a Sunday night too', () => {
    expectTimes(withSecurity('Sun 2026-12-13 03:00Z', true), {
      acknowledgeReminder: 'Sun 2026-12-13 03:30Z',
      acknowledgeOverdue: 'Sun 2026-12-13 04:00Z',
    });
  });
});

describe('The review, from the acknowledgement: five working days, and ten (BEH-8.3-1)', () => {
  it.each<[string, Moment, Moment, Moment]>([
    ['over Christmas', 'Mon 2026-12-14 10:00Z', 'Mon 2026-12-21 10:00Z', 'Wed 2026-12-30 10:00Z'],
    [
      'over Easter and the change of the clocks',
      'Wed 2027-03-24 16:00Z',
      'Fri 2027-04-02 16:00+01:00',
      'Fri 2027-04-09 16:00+01:00',
    ],
    [
      'from a Saturday before a bank holiday: to closing time',
      'Sat 2026-05-02 12:00+01:00',
      'Mon 2026-05-11 17:30+01:00',
      'Mon 2026-05-18 17:30+01:00',
    ],
  ])('%s', (_, from, reviewReminder, reviewOverdue) => {
    const acknowledged: Incident = {
      ...reportedAt(utc(from)),
      state: 'acknowledged',
      acknowledgement: { by: securityOfficer, at: utc(from) },
    };
    expectTimes(acknowledged, { reviewReminder, reviewOverdue });
  });
});

describe('What the service tells after a hoax in the manager’s stead: after thirty minutes (C-20)', () => {
  it.each<[string, Moment, Moment]>([
    ['over midnight and the new year', 'Thu 2026-12-31 23:50Z', 'Fri 2027-01-01 00:20Z'],
    ['into the hour that comes a second time', 'Sun 2026-10-25 01:45+01:00', 'Sun 2026-10-25 01:15Z'],
    ['over the hour that is skipped', 'Sun 2027-03-28 00:45Z', 'Sun 2027-03-28 02:15+01:00'],
  ])('%s', (_, from, dutyBackup) => {
    expectTimes(reportedAt(utc(from), { ...localCall, kind: 'hoax' }), { dutyBackup });
  });
});

describe('A statement, five working days from when it was asked for (BEH-8.5-1)', () => {
  it('over Christmas and the new year', () => {
    const asked = { by: lineManager, at: utc('Wed 2026-12-23 09:30Z') };
    const staff = { ...stranger, language: null };
    const statement: Statement = {
      id: 's1',
      witness: { staff, name: staff.name },
      role: 'witness',
      asked,
      signed: null,
      addenda: [],
      waived: null,
    };
    // Eight hours on the 23rd, nine on the 24th, and five and a half on the 29th are half of it.
    expectTimes(
      { ...reportedAt(utc('Wed 2026-12-23 09:00Z')), statements: [statement] },
      { statementReminder: 'Tue 2026-12-29 14:00Z', statementOverdue: 'Mon 2027-01-04 09:30Z' },
    );
  });
});

describe('The last day on which the customer can be met: the manager hears the working day before (BEH-5.2-2)', () => {
  it.each<[string, Moment, Moment]>([
    // 24, 29, 30, 31 December and 4 January.
    ['over Christmas: 4 January', 'Wed 2026-12-23 10:00Z', 'Thu 2026-12-31 08:30Z'],
    // 30 and 31 March, 1, 2 and 5 April.
    ['over Easter 2027: 5 April', 'Thu 2027-03-25 10:00Z', 'Fri 2027-04-02 08:30+01:00'],
    // 7, 8, 9, 10 and 13 April.
    ['over Easter 2026: 13 April', 'Thu 2026-04-02 10:00+01:00', 'Fri 2026-04-10 08:30+01:00'],
  ])('%s', (_, from, meetingWindowEnding) => {
    expectTimes(reportedAt(utc(from)), { meetingWindowEnding });
  });
});
