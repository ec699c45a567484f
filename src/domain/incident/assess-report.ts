import { londonDateOf } from '../calendar/london-time.ts';
import { type OfficeHoursRules, officeHoursAt } from '../calendar/office-hours.ts';
import { keepUntil, type RetentionSettings } from '../retention/keep-until.ts';
import { type ManagerFound, type RoutingResult, routeReport } from '../routing/route-report.ts';
import type { RoutedReport } from '../routing/situation.ts';
import { circumstancesOf } from './circumstances.ts';
import { isReportableInjury, withImpliedFacts } from './implied-facts.ts';
import type { OfficeHours, Retention } from './incident.ts';
import { judgeSeverity, type SeverityJudgement, setSeverity } from './severity.ts';
import type { IncidentState, Severity, SeverityReason } from './vocabulary.ts';

/** What the organisation has set, as far as the rules need it. The two of the area are those of the reporter's own. */
export interface AssessmentSettings {
  hours: OfficeHoursRules;
  retention: RetentionSettings;
  /** The reporter's area is one that the organisation marks as more exposed. BEH-1.1-2 */
  heightenedExposure: boolean;
  /** The reporter's area wants people of its own told. BEH-8.2-3 */
  areaArrangement: boolean;
  /** Ids of the sites where the security office of Cathays Park answers. COM-3e-1 */
  cathaysParkSiteIds: readonly string[];
  /** How long a manager has for a duty, in minutes. C-20 */
  dutyMinutes: number;
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

/** A person raises what the rules found, and never lowers it. Model 1.5. */
function raise(judged: SeverityJudgement, wanted: Severity | null): SeverityJudgement {
  if (wanted === null) return judged;
  const set = setSeverity(judged, wanted, { isSecurity: false, reason: '' });
  return set.ok ? set.judgement : judged;
}

/**
 * Applies all rules to a report: severity, office hours (of when it happened, not of now), routing, retention, first state.
 * The clients call it for the preview, the service for the record, so both say the same. `raisedTo` is what a manager has raised it
 * to since. COM-6.1-1, POL-1.1-1.
 */
export function assessReport(
  given: AssessedReport,
  manager: ManagerFound,
  settings: AssessmentSettings,
  raisedTo: Severity | null = null,
): Assessment {
  const report = withImpliedFacts(given);
  const { account, occurredAt } = report;
  const own = raise(judgeSeverity(report, settings), account?.raisedSeverity ?? null);
  const { severity, reasons } = raise(own, raisedTo);
  const officeHours = officeHoursAt(occurredAt, settings.hours);
  const circumstances = {
    ...circumstancesOf(account, settings.cathaysParkSiteIds),
    areaArrangement: settings.areaArrangement,
  };
  const routing = routeReport({ report, circumstances, severity, officeHours, manager });
  const retention = keepUntil(
    {
      kind: report.kind,
      behaviours: report.behaviours,
      towardsFamily: report.towardsFamily,
      violenceThreatened: report.violenceThreatened,
      isReportableInjury: isReportableInjury(account?.assault ?? null, londonDateOf(occurredAt)),
      occurredAt,
      latestInCaseAt: null,
      endedDecisions: [],
    },
    settings.retention,
  );
  const state = report.kind === 'internal' ? 'hrRoute' : routing.managerUnresolved ? 'withSecurity' : 'managerReview';
  return { severity, severityReasons: reasons, officeHours, routing, retention, state };
}
