import type { Delivery, Incident } from '../domain/incident/incident.ts';
import type { Staff } from '../domain/incident/staff.ts';
import { noticeOf, withDeliveries } from './notices.ts';
import { tellOfWithdrawal } from './take-back.ts';

/**
 * The withdrawn record: reason kept, what has not been sent is not sent (`takeBack` sees to it), and whoever was told already is told in
 * a line that it was taken back. Nobody hears of it who had not heard of the report. `told` are the notices of the move itself. T16.
 */
export function withWithdrawal(
  incident: Incident,
  by: { staff: Staff; reason: string; at: string },
  told: readonly Delivery[],
): Incident {
  const withdrawn = { ...incident, withdrawal: { by: by.staff, at: by.at, reason: by.reason } };
  const wasTold = incident.deliveries.filter((each) => noticeOf(each) === 'reported' && each.state === 'sent');
  const toldRoles = new Set(wasTold.map(({ role }) => role));
  const movers = told.filter(({ role }) => role === 'reporter' || toldRoles.has(role));
  return {
    ...withdrawn,
    deliveries: withDeliveries(incident.deliveries, [...movers, ...tellOfWithdrawal(withdrawn)]),
  };
}
