import { describe, expect, it } from 'vitest';
import { reviewAlerts, reviewStanding } from '../../../src/domain/deadlines/review-dates.ts';
import { plain } from './clock-samples.ts';

describe('The review date of a restriction or a marker (B-OMB-1)', () => {
  it.each([
    ['2026-10-25', ['2026-09-27T07:30:00Z', '2026-10-18T07:30:00Z', '2026-10-25T08:30:00Z', '2026-10-26T08:30:00Z']],
    ['2027-03-28', ['2027-02-28T08:30:00Z', '2027-03-21T08:30:00Z', '2027-03-28T07:30:00Z', '2027-03-29T07:30:00Z']],
    ['2027-01-01', ['2026-12-04T08:30:00Z', '2026-12-25T08:30:00Z', '2027-01-01T08:30:00Z', '2027-01-02T08:30:00Z']],
  ])('of %s is announced 28 and 7 days before, on the day, and further up a day later', (reviewDate, times) => {
    const alerts = reviewAlerts({ reviewDate, decidedAt: '2026-07-01T10:00:00Z' });
    expect(alerts.map(({ dueAt }) => plain(dueAt))).toEqual(times);
    expect(alerts.map(({ isEscalation }) => isEscalation)).toEqual([false, false, false, true]);
    expect(new Set(alerts.map(({ key }) => key)).size).toBe(4);
  });

  it('leaves out what would have been due before the decision', () => {
    const alerts = reviewAlerts({ reviewDate: '2026-07-20', decidedAt: '2026-07-01T10:00:00Z' });
    expect(alerts.map(({ days }) => days)).toEqual([-7, 0, 1]);
  });

  it('gives an extension alerts of its own', () => {
    const keys = (reviewDate: string) =>
      reviewAlerts({ reviewDate, decidedAt: '2026-07-01T10:00:00Z' }).map(({ key }) => key);
    expect(keys('2027-01-01').filter((key) => keys('2027-07-01').includes(key))).toEqual([]);
  });

  it.each([
    ['the evening before, summer time', '2026-07-19T22:59:59Z', 'inForce'],
    ['midnight in London, an hour earlier in UTC', '2026-07-19T23:00:00Z', 'lapsed'],
    ['the last second of the day', '2026-07-20T22:59:59Z', 'lapsed'],
    ['the next day', '2026-07-20T23:00:00Z', 'hidden'],
  ])('%s', (_, now, standing) => {
    expect(reviewStanding('2026-07-20', now)).toBe(standing);
  });
});
