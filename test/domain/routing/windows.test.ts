import { describe, expect, it } from 'vitest';
import { assessReport } from '../../../src/domain/incident/assess-report.ts';
import { emptyAccount, emptyCall } from '../../../src/domain/incident/empty-account.ts';
import { sampleReport, standardSettings } from '../samples.ts';

const manager = { found: true, implicated: false, alternateFound: false };

function assessCall(occurredAt: string, submittedAt = occurredAt) {
  const account = { ...emptyAccount('call'), call: emptyCall() };
  const report = sampleReport({ channel: 'phone', kind: 'abusive', email: null, account, occurredAt, submittedAt });
  const { officeHours, routing } = assessReport(report, manager, standardSettings);
  const [first] = routing.notices;
  return { officeHours, isFacilitiesFirst: first?.role === 'facilities' && first.urgency === 'first' };
}

/** Both sides of every edge; half-open, so the minute named belongs to what begins there. COM-3a-3, C-12 */
const edges = [
  ['06:59:59', 'uncovered'],
  ['07:00:00', 'window'],
  ['08:29:59', 'window'],
  ['08:30:00', 'inHours'],
  ['17:29:59', 'inHours'],
  ['17:30:00', 'window'],
  ['18:59:59', 'window'],
  ['19:00:00', 'uncovered'],
  ['00:00:00', 'uncovered'],
  ['23:59:59', 'uncovered'],
] as const;

/** London is an hour ahead of UTC in summer. */
const at = (date: string, time: string, isSummer: boolean) =>
  new Date(`${date}T${time}${isSummer ? '+01:00' : 'Z'}`).toISOString();

const workingDays = [
  ['a Tuesday in winter', '2026-11-10', false],
  ['a Tuesday in summer', '2026-07-14', true],
  ['the Friday before the clocks go forward', '2026-03-27', false],
  ['the Monday after the clocks went forward', '2026-03-30', true],
  ['the Friday before the clocks go back', '2026-10-23', true],
  ['the Monday after the clocks went back', '2026-10-26', false],
  ['St Andrew’s day, a holiday in Scotland alone', '2026-11-30', false],
  ['St Patrick’s day, a holiday in Northern Ireland alone', '2026-03-17', false],
] as const;

describe.each(workingDays)('an abusive call on %s', (_, date, isSummer) => {
  it.each(edges)('at %s is %s, and facilities security is told first outside the hours', (time, officeHours) => {
    expect(assessCall(at(date, time, isSummer))).toEqual({
      officeHours,
      isFacilitiesFirst: officeHours !== 'inHours',
    });
  });
});

const otherDays = [
  ['a Saturday', '2026-11-14', false],
  ['a Sunday', '2026-11-15', false],
  ['the Sunday on which the clocks go forward', '2026-03-29', true],
  ['the Sunday on which the clocks go back', '2026-10-25', false],
  ['Good Friday', '2026-04-03', true],
  ['Easter Monday', '2026-04-06', true],
  ['the early May holiday', '2026-05-04', true],
  ['Christmas day', '2026-12-25', false],
  ['the day that stands for Boxing day', '2026-12-28', false],
] as const;

describe.each(otherDays)('an abusive call on %s', (_, date, isSummer) => {
  it.each(edges)('at %s is covered by nobody’s hours', (time) => {
    expect(assessCall(at(date, time, isSummer))).toEqual({ officeHours: 'uncovered', isFacilitiesFirst: true });
  });
});

describe('the hour that is there twice, when the clocks go back', () => {
  it.each(['2026-10-25T00:30:00Z', '2026-10-25T01:30:00Z'])('is outside the hours both times (%s)', (instant) => {
    expect(assessCall(instant).officeHours).toBe('uncovered');
  });
});

describe('the time that counts', () => {
  it('is when the call began, not when it was reported (COM-3a-3, scenario S2)', () => {
    expect(assessCall('2026-11-10T07:45:00Z', '2026-11-10T08:50:00Z')).toEqual({
      officeHours: 'window',
      isFacilitiesFirst: true,
    });
    expect(assessCall('2026-11-10T17:29:00Z', '2026-11-10T18:10:00Z')).toEqual({
      officeHours: 'inHours',
      isFacilitiesFirst: false,
    });
  });
});
