import { describe, expect, it } from 'vitest';
import { bankHolidays, easterSunday, isWorkingDay } from '../../../src/domain/calendar/bank-holidays.ts';

describe('bank holidays of England and Wales', () => {
  it.each([
    [2024, '2024-03-31'],
    [2025, '2025-04-20'],
    [2026, '2026-04-05'],
    [2027, '2027-03-28'],
    [2028, '2028-04-16'],
    [2029, '2029-04-01'],
    [2030, '2030-04-21'],
    [2038, '2038-04-25'],
  ])('finds Easter Sunday of %i on %s', (year, date) => {
    expect(easterSunday(year)).toBe(date);
  });

  it.each([
    [
      2025,
      ['2025-01-01', '2025-04-18', '2025-04-21', '2025-05-05', '2025-05-26', '2025-08-25', '2025-12-25', '2025-12-26'],
    ],
    [
      2026,
      ['2026-01-01', '2026-04-03', '2026-04-06', '2026-05-04', '2026-05-25', '2026-08-31', '2026-12-25', '2026-12-28'],
    ],
    [
      2027,
      ['2027-01-01', '2027-03-26', '2027-03-29', '2027-05-03', '2027-05-31', '2027-08-30', '2027-12-27', '2027-12-28'],
    ],
    [
      2028,
      ['2028-01-03', '2028-04-14', '2028-04-17', '2028-05-01', '2028-05-29', '2028-08-28', '2028-12-25', '2028-12-26'],
    ],
    [
      2029,
      ['2029-01-01', '2029-03-30', '2029-04-02', '2029-05-07', '2029-05-28', '2029-08-27', '2029-12-25', '2029-12-26'],
    ],
    [
      2030,
      ['2030-01-01', '2030-04-19', '2030-04-22', '2030-05-06', '2030-05-27', '2030-08-26', '2030-12-25', '2030-12-26'],
    ],
  ])('lists those of %i, with substitute days', (year, dates) => {
    expect(bankHolidays(year)).toEqual(dates);
  });

  it('moves a Sunday Christmas behind a Monday Boxing Day, as in 2022', () => {
    expect(bankHolidays(2022)).toContain('2022-12-27');
    expect(bankHolidays(2022)).toContain('2022-12-26');
    expect(bankHolidays(2022)).not.toContain('2022-12-25');
  });

  it.each([
    ['2026-11-20', true],
    ['2026-11-21', false],
    ['2026-11-22', false],
    ['2026-12-25', false],
    ['2026-12-28', false],
    ['2026-12-29', true],
    // St Andrew’s Day and St Patrick’s Day are not ours.
    ['2026-11-30', true],
    ['2026-03-17', true],
  ])('%s is a working day: %s', (date, expected) => {
    expect(isWorkingDay(date)).toBe(expected);
  });

  it('takes a day that was proclaimed from the configuration', () => {
    expect(isWorkingDay('2026-06-15')).toBe(true);
    expect(isWorkingDay('2026-06-15', ['2026-06-15'])).toBe(false);
  });
});
