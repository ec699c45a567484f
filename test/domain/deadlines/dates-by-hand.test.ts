import { describe, it } from 'vitest';
import type { Delivery, Incident } from '../../../src/domain/incident/incident.ts';
import type { Statement } from '../../../src/domain/incident/manager-work.ts';
import { lineManager, securityOfficer, stranger } from '../samples.ts';
import { homeThreat, localCall, reportedAt } from './clock-samples.ts';
import { expectTimes, type Moment, utc } from './dates-on-paper.ts';

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
