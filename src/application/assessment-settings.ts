import { standardHours } from '../domain/calendar/office-hours.ts';
import type { AssessmentSettings } from '../domain/incident/assess-report.ts';
import { standardRetention } from '../domain/retention/keep-until.ts';
import type { Organisation } from './organisation.ts';

/** The rules' settings out of the Config list; what it does not say is as in the source documents (C-03, C-12). */
export function assessmentSettings({
  hours,
  retention,
  sites,
}: Pick<Organisation, 'hours' | 'retention' | 'sites'>): AssessmentSettings {
  return {
    hours: hours
      ? {
          open: { from: minutes(hours.opensAt), to: minutes(hours.closesAt) },
          windows: [
            { from: minutes(hours.guardedFrom), to: minutes(hours.opensAt) },
            { from: minutes(hours.closesAt), to: minutes(hours.guardedUntil) },
          ],
          extraHolidays: [],
        }
      : standardHours,
    retention: retention ?? standardRetention,
    heightenedExposure: false,
    cathaysParkSiteIds: sites.filter((site) => site.isCathaysPark).map((site) => site.id),
  };
}

function minutes(clockTime: string): number {
  const [hour = 0, minute = 0] = clockTime.split(':').map(Number);
  return hour * 60 + minute;
}
