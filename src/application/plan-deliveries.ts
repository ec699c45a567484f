import type { Delivery, Incident } from '../domain/incident/incident.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import { queued } from './notices.ts';
import type { Organisation } from './organisation.ts';

const cardRoles: ReadonlySet<Role> = new Set(['lineManager', 'managerAlternate']);

/**
 * The deliveries that the routing asks for by itself, in the order they leave (`first` before `auto`). A role without a mailbox
 * in the configuration is not left out in silence: its delivery says so. An address in `excluded` (the implicated manager's) gets
 * nothing, whatever the configuration says; last rule wins (C-21). `seniorManager` is whom the directory names above the manager.
 */
export function planDeliveries(
  incident: Incident,
  organisation: Organisation,
  known: { excluded: readonly string[]; seniorManager: string | null },
  at: string,
): Delivery[] {
  const { submissionId } = incident.report;
  return incident.routing.flatMap(({ role, urgency }): Delivery[] => {
    if (urgency !== 'first' && urgency !== 'auto') return [];
    // The original itself, sent by the reporter's own client, is IT Security's notice (COM-6.1-3).
    if (role === 'itSecurity' && incident.forward.state === 'queued') return [];
    if (cardRoles.has(role)) {
      if (!incident.manager) return [];
      return [queued(submissionId, 'reported', { role, channel: 'card', to: incident.manager.id }, at)];
    }
    const fromDirectory = role === 'seniorManager' ? known.seniorManager : null;
    const to = organisation.recipients[role]?.address ?? fromDirectory ?? '';
    const delivery = queued(submissionId, 'reported', { role, channel: 'mail', to }, at);
    if (to === '') return [{ ...delivery, state: 'gaveUp', failure: 'noRecipient' }];
    const isExcluded = known.excluded.some((address) => address.toLowerCase() === to.toLowerCase());
    return [isExcluded ? { ...delivery, state: 'suppressed', failure: 'excluded' } : delivery];
  });
}
