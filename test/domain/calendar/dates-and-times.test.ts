import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { addDays, addMonths, addMonthsClamped, weekdayOf } from '../../../src/domain/calendar/dates.ts';
import { instantOfLondonTime, londonMonthOf, londonTimeAt } from '../../../src/domain/calendar/london-time.ts';
import { addWorkingDays, addWorkingHours } from '../../../src/domain/calendar/working-time.ts';

describe('dates', () => {
  it.each([
    ['2025-08-31', 6, '2026-02-28'],
    ['2027-08-31', 6, '2028-02-29'],
    ['2026-01-31', 1, '2026-02-28'],
    ['2026-11-10', 12, '2027-11-10'],
    ['2024-02-29', 12, '2025-02-28'],
    ['2026-11-30', 3, '2027-02-28'],
    ['2026-03-31', -1, '2026-02-28'],
  ])('%s and %i months is %s', (date, months, expected) => {
    expect(addMonthsClamped(date, months)).toBe(expected);
  });

  it('walks months and days over the ends of years', () => {
    expect(addMonths('2026-01', -1)).toBe('2025-12');
    expect(addMonths('2026-12', 1)).toBe('2027-01');
    expect(addDays('2026-12-31', 1)).toBe('2027-01-01');
    expect(addDays('2026-03-29', 1)).toBe('2026-03-30');
    expect(weekdayOf('2026-11-22')).toBe(7);
  });

  it('never gives an earlier date for more months', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 4000 }), fc.nat(48), fc.nat(48), (days, one, other) => {
        const date = addDays('2020-01-01', days);
        const [less, more] = one < other ? [one, other] : [other, one];
        expect(addMonthsClamped(date, less) <= addMonthsClamped(date, more)).toBe(true);
      }),
    );
  });
});

describe('London’s clock', () => {
  it.each([
    ['before the clocks go forward', '2026-03-29T00:59:59Z', '2026-03-29', 0, 59],
    ['after the clocks went forward', '2026-03-29T01:00:00Z', '2026-03-29', 2, 0],
    ['before the clocks go back', '2026-10-25T00:59:59Z', '2026-10-25', 1, 59],
    ['after the clocks went back', '2026-10-25T01:00:00Z', '2026-10-25', 1, 0],
    ['a summer midnight, still yesterday in UTC', '2026-06-30T23:00:00Z', '2026-07-01', 0, 0],
  ])('%s', (_, instant, date, hour, minute) => {
    expect(londonTimeAt(instant)).toMatchObject({ date, hour, minute });
  });

  it('puts a report of the last summer evening of a month into London’s month', () => {
    expect(londonMonthOf('2026-06-30T23:30:00Z')).toBe('2026-07');
  });

  it('finds the instant of a wall-clock time, also on the days of change', () => {
    expect(instantOfLondonTime('2026-07-14', 510)).toBe('2026-07-14T07:30:00.000Z');
    expect(instantOfLondonTime('2026-11-10', 510)).toBe('2026-11-10T08:30:00.000Z');
    // 01:30 does not happen on the morning the clocks go forward.
    expect(instantOfLondonTime('2026-03-29', 90)).toBe('2026-03-29T01:00:00.000Z');
    // 01:30 happens twice on the morning the clocks go back: the first counts.
    expect(instantOfLondonTime('2026-10-25', 90)).toBe('2026-10-25T00:30:00.000Z');
  });

  it('refuses what is no instant', () => {
    expect(() => londonTimeAt('yesterday')).toThrow(RangeError);
  });
});

describe('working time', () => {
  // BEH-5.2-2
  it('counts five working days over Easter 2026', () => {
    expect(addWorkingDays('2026-04-02', 5)).toBe('2026-04-13');
    expect(addWorkingDays('2026-04-04', 0)).toBe('2026-04-04');
  });

  it.each([
    ['within a day', '2026-11-10T10:00:00Z', 4, '2026-11-10T14:00:00.000Z'],
    ['over a night', '2026-11-10T15:30:00Z', 4, '2026-11-11T10:30:00.000Z'],
    ['over a weekend', '2026-11-13T16:30:00Z', 2, '2026-11-16T09:30:00.000Z'],
    ['from before opening', '2026-11-10T06:00:00Z', 1, '2026-11-10T09:30:00.000Z'],
    ['to closing time', '2026-11-10T15:30:00Z', 2, '2026-11-10T17:30:00.000Z'],
    ['over the change to summer time', '2026-03-27T16:30:00Z', 2, '2026-03-30T08:30:00.000Z'],
    ['over the change to winter time', '2026-10-23T15:30:00Z', 2, '2026-10-26T09:30:00.000Z'],
  ])('adds working hours %s', (_, from, hours, expected) => {
    expect(addWorkingHours(from, hours)).toBe(expected);
  });
});
