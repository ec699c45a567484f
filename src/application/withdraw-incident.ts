import type { Delivery, Incident } from '../domain/incident/incident.ts';
import type { Staff } from '../domain/incident/staff.ts';
import { noticeOf, queued, withDeliveries } from './notices.ts';

/** Told of a withdrawal by their own mail, whoever else was told before. */
const withMove: ReadonlySet<Delivery['role']> = new Set(['lineManager', 'managerAlternate', 'security', 'reporter']);

function isFirstNotice(delivery: Delivery): boolean {
  return noticeOf(delivery) === 'reported';
}

/**
 * The withdrawn record: reason kept, what has not been sent is not sent, and whoever was told already is told in a line that it was
 * taken back. Nobody hears of it who had not heard of the report. `told` are the notices of the move itself. T16.
 */
export function withWithdrawal(
  incident: Incident,
  by: { staff: Staff; reason: string; at: string },
  told: readonly Delivery[],
): Incident {
  const { submissionId } = incident.report;
  const wasTold = incident.deliveries.filter((each) => isFirstNotice(each) && each.state === 'sent');
  const toldRoles = new Set(wasTold.map(({ role }) => role));
  const deliveries = incident.deliveries.map((each): Delivery => {
    const isOpen = each.state === 'queued' || each.state === 'failed';
    return isFirstNotice(each) && isOpen ? { ...each, state: 'suppressed', failure: 'withdrawn' } : each;
  });
  const others = wasTold
    .filter(({ role, channel }) => !withMove.has(role) && channel === 'mail')
    .map(({ role, to }) => queued(submissionId, 'withdraw', { role, channel: 'mail', to }, by.at, by.at));
  const movers = told.filter(({ role }) => role === 'reporter' || toldRoles.has(role));
  return {
    ...incident,
    withdrawal: { by: by.staff, at: by.at, reason: by.reason },
    deliveries: withDeliveries(deliveries, [...movers, ...others]),
  };
}
