import type { OfficeHours } from '../../../src/domain/incident/incident.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { judgeSeverity } from '../../../src/domain/incident/severity.ts';
import type { Role } from '../../../src/domain/incident/vocabulary.ts';
import { type ManagerFound, type RoutingResult, routeReport } from '../../../src/domain/routing/route-report.ts';
import { type Circumstances, noCircumstances } from '../../../src/domain/routing/situation.ts';
import { sampleReport } from '../samples.ts';

const managerThere: ManagerFound = { found: true, implicated: false, alternateFound: false };

export function route(
  change: Partial<Report>,
  given: { officeHours?: OfficeHours; manager?: ManagerFound; circumstances?: Partial<Circumstances> } = {},
): RoutingResult {
  const report = sampleReport(change);
  return routeReport({
    report,
    severity: judgeSeverity(report, { heightenedExposure: false }).severity,
    officeHours: given.officeHours ?? 'inHours',
    manager: given.manager ?? managerThere,
    circumstances: { ...noCircumstances, ...given.circumstances },
  });
}

/** Roles of these urgencies, sorted, as codes of the model's table. */
export function told(result: RoutingResult, ...urgencies: string[]): Role[] {
  return result.notices
    .filter((each) => urgencies.includes(each.urgency))
    .map((each) => each.role)
    .sort();
}

export const atSubmit = (result: RoutingResult) => told(result, 'first', 'auto');
