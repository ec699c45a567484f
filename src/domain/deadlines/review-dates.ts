import { addDays, type CalendarDate } from '../calendar/dates.ts';
import { instantOfLondonTime, londonDateOf } from '../calendar/london-time.ts';
import { type OfficeHoursRules, standardHours } from '../calendar/office-hours.ts';

/** Days before (negative) and after the review date on which whoever decided is told; the last one goes further up. B-OMB-1 */
export const reviewAlertDays = [-28, -7, 0, 1] as const;
export type ReviewAlertDay = (typeof reviewAlertDays)[number];

export interface ReviewAlert {
  /** Unique for ever for this restriction or marker: an extension has another review date, and so alerts of its own. */
  key: string;
  days: ReviewAlertDay;
  /** UTC: when the office opens on that day, be it a working day or not. */
  dueAt: string;
  /** UTC: the next alert says more; null for the last. */
  staleAt: string | null;
  isEscalation: boolean;
}

/**
 * The alerts for the review date of a restriction or a marker, in order of time. One that would have been due before the decision was
 * taken (`decidedAt`, UTC) is none. B-OMB-1, model 4.4
 */
export function reviewAlerts(
  { reviewDate, decidedAt }: { reviewDate: CalendarDate; decidedAt: string },
  hours: OfficeHoursRules = standardHours,
): ReviewAlert[] {
  const dueAt = (days: number) => instantOfLondonTime(addDays(reviewDate, days), hours.open.from);
  return reviewAlertDays
    .map((days, index): ReviewAlert => {
      const next = reviewAlertDays[index + 1];
      const staleAt = next === undefined ? null : dueAt(next);
      return { key: `review ${reviewDate} ${days}`, days, dueAt: dueAt(days), staleAt, isEscalation: days > 0 };
    })
    .filter((alert) => Date.parse(alert.dueAt) >= Date.parse(decidedAt));
}

/**
 * Where a decision stands at this moment (UTC) by its review date, on London's calendar: `lapsed` from that date on, unless it is
 * extended, and from the next day on nobody acts on it any more (`hidden`: the switchboard does not see it). B-OMB-1, model 3
 */
export function reviewStanding(reviewDate: CalendarDate, now: string): 'inForce' | 'lapsed' | 'hidden' {
  const today = londonDateOf(now);
  if (today < reviewDate) return 'inForce';
  return today === reviewDate ? 'lapsed' : 'hidden';
}
