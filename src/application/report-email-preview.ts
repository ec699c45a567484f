import { officeHoursAt } from '../domain/calendar/office-hours.ts';
import { judgeSeverity } from '../domain/incident/severity.ts';
import type { Severity } from '../domain/incident/vocabulary.ts';
import { type RoutingResult, routeReport } from '../domain/routing/route-report.ts';
import { noCircumstances } from '../domain/routing/situation.ts';
import { composeReport, type ReportDraft } from './report-email-draft.ts';

export interface Preview extends RoutingResult {
  severity: Severity;
}

/**
 * What will happen on submit, by the very rules the service applies (POL-1.1-1): who is told and why, whether the
 * original is forwarded. Null until a kind is picked. `hasManager` is true while the directory has not answered.
 */
export function previewReport(
  draft: ReportDraft,
  known: { receivedAt: string | null; hasManager: boolean },
  now: Date,
): Preview | null {
  const { kind } = draft;
  if (kind === null) return null;
  const report = composeReport({ ...draft, kind }, null, {
    submissionId: '',
    directoryManagerId: null,
    submittedAt: known.receivedAt ?? now.toISOString(),
  });
  const { severity } = judgeSeverity(report, { heightenedExposure: false });
  const routing = routeReport({
    report,
    circumstances: noCircumstances,
    severity,
    officeHours: officeHoursAt(report.occurredAt),
    manager: {
      found: known.hasManager || draft.chosenManager !== null,
      implicated: draft.managerImplicated,
      // Who stands in is found by the service; the person is told that somebody else does.
      alternateFound: draft.managerImplicated,
    },
  });
  return { ...routing, severity };
}
