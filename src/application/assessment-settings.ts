import { type OfficeHoursRules, standardHours } from '../domain/calendar/office-hours.ts';
import {
  type ClockSettings,
  type DeadlineSettings,
  standardDeadlines,
  standardDutyMinutes,
} from '../domain/deadlines/deadline-settings.ts';
import type { AssessmentSettings } from '../domain/incident/assess-report.ts';
import { standardRetention } from '../domain/retention/keep-until.ts';
import { type AreaRules, areaOf, areaRules } from './business-area.ts';
import type { Organisation } from './organisation.ts';

/** What the rules need of the configuration; the service has it from the Config list, a page came with it. */
export interface RuleSource extends Pick<Organisation, 'hours' | 'retention' | 'sites' | 'deadlines'> {
  areas: readonly AreaRules[];
}

/** The whole configuration, as the rules look at it. */
export function ruleSource(organisation: Organisation): RuleSource {
  return { ...organisation, areas: organisation.areas.map(areaRules) };
}

/**
 * The rules' settings for a reporter of this department; what the Config list does not say is as in the source documents
 * (C-03, C-12, C-20). `department` is as the directory has it; null where it says nothing. BEH-1.1-2.
 */
export function assessmentSettings(
  { hours, retention, sites, areas, deadlines }: RuleSource,
  department: string | null,
): AssessmentSettings {
  const area = areaOf(department, areas);
  return {
    hours: officeHoursRules({ hours, deadlines }),
    retention: retention ?? standardRetention,
    heightenedExposure: area?.heightenedExposure ?? false,
    areaArrangement: area?.addsRecipients ?? false,
    cathaysParkSiteIds: sites.filter((site) => site.isCathaysPark).map((site) => site.id),
    dutyMinutes: deadlines?.managerDutyMinutes ?? standardDutyMinutes,
  };
}

/** `08:30` as minutes since midnight. */
export function minutes(clockTime: string): number {
  const [hour = 0, minute = 0] = clockTime.split(':').map(Number);
  return hour * 60 + minute;
}

/** When the office is open; it is closed on the extra holidays of the deadlines too. C-12 */
function officeHoursRules({ hours, deadlines }: Pick<Organisation, 'hours' | 'deadlines'>): OfficeHoursRules {
  return {
    ...standardHours,
    ...(hours && {
      open: { from: minutes(hours.opensAt), to: minutes(hours.closesAt) },
      windows: [
        { from: minutes(hours.guardedFrom), to: minutes(hours.opensAt) },
        { from: minutes(hours.closesAt), to: minutes(hours.guardedUntil) },
      ],
    }),
    extraHolidays: deadlines?.extraHolidays ?? [],
  };
}

/** What the clocks go by: deadlines, office hours, days closed. For `answerDueAt`, `dueEvents` and `nextDueAt`. F29 */
export function clockSettings(organisation: Pick<Organisation, 'hours' | 'deadlines'>): ClockSettings {
  return { deadlines: deadlineSettings(organisation), hours: officeHoursRules(organisation) };
}

/** How long people have; what the Config list does not say is as in the source documents. Model 4.4 */
export function deadlineSettings({ deadlines }: Pick<Organisation, 'deadlines'>): DeadlineSettings {
  if (!deadlines) return standardDeadlines;
  const { managerDutyMinutes: dutyMinutes, ...others } = deadlines;
  const given = Object.fromEntries(Object.entries(others).filter(([, value]) => value !== undefined));
  return { ...standardDeadlines, ...given, dutyMinutes };
}
