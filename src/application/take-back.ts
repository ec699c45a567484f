import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { noticeOf, queued } from './notices.ts';
import type { ServicePorts } from './ports/service-ports.ts';

/** The first notice of a report that its author, or Security, has taken back: it is not sent any more. T16 */
export function isTakenBack({ withdrawal }: Pick<Incident, 'withdrawal'>, delivery: Delivery): boolean {
  return withdrawal !== null && noticeOf(delivery) === 'reported';
}

/**
 * Ends a first notice of a withdrawn report. One that may have got through without our seeing it is looked for: a mail that has left is
 * recorded as sent, and a card is taken away. Throws `RemoteError` where that cannot be found out now. X-IDEM-1
 */
export async function takeBack(
  ports: Pick<ServicePorts, 'cards' | 'mailbox'>,
  { reference, reportedAt }: Pick<Incident, 'reference' | 'reportedAt'>,
  delivery: Delivery,
  mayBeOut: boolean,
): Promise<Delivery> {
  const withheld: Delivery = { ...delivery, state: 'suppressed', failure: 'withdrawn' };
  if (!mayBeOut) return withheld;
  if (delivery.channel === 'mail') {
    const messageId = await ports.mailbox.recall(delivery.key);
    return messageId === null ? withheld : { ...delivery, state: 'sent', failure: null, remoteId: messageId };
  }
  await ports.cards.remove(delivery.to, reference, null, { since: reportedAt });
  return withheld;
}

/** Whoever was told of a report hears that it was taken back, however late it shows that they were told. */
export function tellOfWithdrawal({ withdrawal, deliveries, manager, deputies, report }: Incident): Delivery[] {
  if (withdrawal === null) return [];
  const { at } = withdrawal;
  return deliveries.flatMap((delivery): Delivery[] => {
    if (noticeOf(delivery) !== 'reported' || delivery.state !== 'sent') return [];
    const { role, channel } = delivery;
    const holder = [manager, ...deputies].find((each) => each?.id === delivery.to);
    const to = channel === 'mail' ? delivery.to : holder?.address;
    return to ? [queued(report.submissionId, 'withdraw', { role, channel: 'mail', to }, at, at)] : [];
  });
}
