import { describe, expect, it } from 'vitest';
import { officeHoursAt } from '../../../src/domain/calendar/office-hours.ts';

// COM-3a-3, C-12, X-TIME-1: windows are half-open, on London's clock, on working days.
describe('office hours at the moment it happened', () => {
  it.each([
    ['a winter Tuesday 06:59', '2026-11-10T06:59:59Z', 'uncovered'],
    ['a winter Tuesday 07:00', '2026-11-10T07:00:00Z', 'window'],
    ['a winter Tuesday 08:29', '2026-11-10T08:29:59Z', 'window'],
    ['a winter Tuesday 08:30', '2026-11-10T08:30:00Z', 'inHours'],
    ['a winter Tuesday 17:29', '2026-11-10T17:29:59Z', 'inHours'],
    ['a winter Tuesday 17:30', '2026-11-10T17:30:00Z', 'window'],
    ['a winter Tuesday 18:59', '2026-11-10T18:59:59Z', 'window'],
    ['a winter Tuesday 19:00', '2026-11-10T19:00:00Z', 'uncovered'],
    ['a summer Tuesday 07:00', '2026-07-14T06:00:00Z', 'window'],
    ['a summer Tuesday 08:29', '2026-07-14T07:29:59Z', 'window'],
    ['a summer Tuesday 08:30', '2026-07-14T07:30:00Z', 'inHours'],
    ['a summer Tuesday 17:30', '2026-07-14T16:30:00Z', 'window'],
    ['a summer Tuesday 18:59', '2026-07-14T17:59:59Z', 'window'],
    ['a summer Tuesday 19:00', '2026-07-14T18:00:00Z', 'uncovered'],
    ['a Saturday noon', '2026-11-14T12:00:00Z', 'uncovered'],
    ['a bank holiday at 08:00', '2026-08-31T07:00:00Z', 'uncovered'],
    ['the Friday before the clocks go forward, 07:00 GMT', '2026-03-27T07:00:00Z', 'window'],
    ['the Monday after, 07:00 BST', '2026-03-30T06:00:00Z', 'window'],
    ['the Monday after, 08:30 BST', '2026-03-30T07:30:00Z', 'inHours'],
    ['the Friday before the clocks go back, 07:00 BST', '2026-10-23T06:00:00Z', 'window'],
    ['the Monday after, 06:59 GMT', '2026-10-26T06:59:00Z', 'uncovered'],
    ['the Monday after, 07:00 GMT', '2026-10-26T07:00:00Z', 'window'],
  ])('%s', (_, instant, expected) => {
    expect(officeHoursAt(instant)).toBe(expected);
  });

  it('follows hours that the organisation sets', () => {
    const hours = { open: { from: 540, to: 600 }, windows: [], extraHolidays: ['2026-11-11'] };
    expect(officeHoursAt('2026-11-10T09:00:00Z', hours)).toBe('inHours');
    expect(officeHoursAt('2026-11-10T10:00:00Z', hours)).toBe('uncovered');
    expect(officeHoursAt('2026-11-11T09:00:00Z', hours)).toBe('uncovered');
  });
});
