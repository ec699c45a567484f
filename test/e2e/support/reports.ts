import type { Report } from '../../../src/domain/incident/report.ts';
import { addForwarded, addReport, forwardedOf, numberOf, personOf, reportOf } from '../../service/support/reporter.ts';
import { incidentOf } from './counts.ts';
import type { RunningSystem } from './running-system.ts';
import { until } from './until.ts';

let number = 0;

/** A report as the pane writes it, straight into Intake with the person's own rights; waits until the service is done with it. */
export async function reported(
  system: RunningSystem,
  over: Partial<Report> = {},
  persona = 'reporter',
): Promise<{ report: Report; rowId: string; reference: string }> {
  number += 1;
  const report = await reportOf(await personOf(system, persona), number, over);
  const rowId = await addReport(system, persona, report);
  await addForwarded(system, persona, forwardedOf(report));
  const reference = numberOf(rowId);
  await until(`${reference} is told to everyone`, async () => {
    const deliveries = (await incidentOf(system, reference))?.incident.deliveries;
    return deliveries !== undefined && deliveries.length > 0 && deliveries.every(({ state }) => state === 'sent');
  });
  return { report, rowId, reference };
}
