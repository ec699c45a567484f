import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { keeperOf } from '../domain/incident/roles-in-record.ts';
import type { Role } from '../domain/incident/vocabulary.ts';
import { noticeOf, queued } from './notices.ts';
import type { Organisation } from './organisation.ts';

const managerRoles: ReadonlySet<Role> = new Set(['lineManager', 'managerAlternate']);

/**
 * What whoever keeps the register is told when the first notice to somebody is given up: nobody is left out in silence. Security keeps
 * its own register and HR that of internal cases, of which Security hears nothing. Empty when the keeper is the one who could not be
 * told, or when there was nothing to ask (a call without an extension). `at` is UTC. X-PART-1, BEH-4.3-2, COM-3f-1.
 */
export function tellOfLoss(
  incident: Pick<Incident, 'boundary' | 'report'>,
  lost: Delivery,
  organisation: Pick<Organisation, 'recipients'>,
  at: string,
): Delivery[] {
  const keeper = keeperOf(incident.boundary);
  const to = organisation.recipients[keeper]?.address;
  const isFirst = lost.state === 'gaveUp' && noticeOf(lost) === 'reported' && lost.failure !== 'noExtension';
  if (!isFirst || lost.role === keeper || !to) return [];
  const where = { role: keeper, channel: 'mail', to } as const;
  const { submissionId } = incident.report;
  return managerRoles.has(lost.role)
    ? [queued(submissionId, 'managerUnreached', where, at)]
    : [queued(submissionId, 'recipientUnreached', where, at, lost.role)];
}
