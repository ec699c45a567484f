import { describe, it } from 'vitest';
import { homeThreat, localCall, reportedAt } from './clock-samples.ts';
import { expectTimes, type Moment, utc } from './dates-on-paper.ts';

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
