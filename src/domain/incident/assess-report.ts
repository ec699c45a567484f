import { type OfficeHoursRules, officeHoursAt } from '../calendar/office-hours.ts';
import { keepUntil, type RetentionSettings } from '../retention/keep-until.ts';
import { type ManagerFound, type RoutingResult, routeReport } from '../routing/route-report.ts';
import { type Circumstances, noCircumstances, type RoutedReport } from '../routing/situation.ts';
import type { OfficeHours, Retention } from './incident.ts';
import { judgeSeverity } from './severity.ts';
import type { IncidentState, Severity, SeverityReason } from './vocabulary.ts';

/** What the organisation has set, as far as the rules need it. */
export interface AssessmentSettings {
  hours: OfficeHoursRules;
  retention: RetentionSettings;
  /** The reporter's area is one that the organisation marks as more exposed. BEH-1.1-2 */
  heightenedExposure: boolean;
  /** Ids of the sites where the security office of Cathays Park answers. COM-3e-1 */
  cathaysParkSiteIds: readonly string[];
}

export type AssessedReport = RoutedReport & { occurredAt: string };

/** Everything the rules say about a report. */
export interface Assessment {
  severity: Severity;
  severityReasons: SeverityReason[];
  officeHours: OfficeHours;
  routing: RoutingResult;
  retention: Retention;
  /** Where the incident goes first. T2, T3. */
  state: Extract<IncidentState, 'managerReview' | 'hrRoute' | 'withSecurity'>;
}

/**
 * Applies all rules to a report: severity, office hours (of when it happened, not of now), routing, retention, first state.
 * The pane calls it for the preview, the service for the record, so both say the same. COM-6.1-1, POL-1.1-1.
 */
export function assessReport(
  report: AssessedReport,
  manager: ManagerFound,
  settings: AssessmentSettings,
  circumstances: Circumstances = noCircumstances,
): Assessment {
  const { severity, reasons } = judgeSeverity(report, settings);
  const officeHours = officeHoursAt(report.occurredAt, settings.hours);
  const routing = routeReport({ report, circumstances, severity, officeHours, manager });
  const retention = keepUntil(
    {
      kind: report.kind,
      behaviours: report.behaviours,
      towardsFamily: report.towardsFamily,
      violenceThreatened: report.violenceThreatened,
      isReportableInjury: false,
      occurredAt: report.occurredAt,
      latestInCaseAt: null,
      endedDecisions: [],
    },
    settings.retention,
  );
  const state = report.kind === 'internal' ? 'hrRoute' : routing.managerUnresolved ? 'withSecurity' : 'managerReview';
  return { severity, severityReasons: reasons, officeHours, routing, retention, state };
}
