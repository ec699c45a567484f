import type { Delivery, Incident } from '../domain/incident/incident.ts';
import { keeperOf } from '../domain/incident/roles-in-record.ts';
import { noticeOf, occasionOf, type PutBackNotice, queued } from './notices.ts';
import type { Organisation } from './organisation.ts';
import type { RegisterEdit } from './ports/register.ts';

const putBackNotices: readonly PutBackNotice[] = ['putBack', 'putBackOther', 'rowChangedByOther'];

/** Of the columns that a key names; it stands in the trail, and a mail is looked for by it. */
const mostNamed = 6;

/**
 * Word to whoever saved what was put back, and to the keeper's mailbox where they do not keep the register. A program has no mailbox. The
 * version that they saved makes the key: the same edit found twice is told once. X-AUD-1, X-IDEM-1
 */
export function tellOfPutBack(
  incident: Incident,
  edit: RegisterEdit,
  columns: readonly string[],
  organisation: Pick<Organisation, 'recipients'>,
): Delivery[] {
  if (columns.length === 0) return [];
  const { submissionId } = incident.report;
  const named = columns.length > mostNamed ? [...columns.slice(0, mostNamed), '…'] : columns;
  const occasion = `${edit.version}~${named.join('.')}`;
  const told: Delivery[] = [];
  if (edit.by.address !== '') {
    const where = { role: 'columnEditor', channel: 'mail', to: edit.by.address } as const;
    told.push(queued(submissionId, edit.isKeeper ? 'putBack' : 'putBackOther', where, edit.at, occasion));
  }
  if (!edit.isKeeper) {
    const keeper = keeperOf(incident.boundary);
    const to = organisation.recipients[keeper]?.address ?? '';
    const where = { role: 'columnEditor', channel: 'mail', to } as const;
    const delivery = queued(submissionId, 'rowChangedByOther', where, edit.at, occasion);
    told.push(to === '' ? { ...delivery, state: 'gaveUp', failure: 'noRecipient' } : delivery);
  }
  return told;
}

/** What such a notice is about; null for every other notice. */
export function putBackIn(delivery: Delivery): { notice: PutBackNotice; columns: string[] } | null {
  const notice = putBackNotices.find((each) => each === noticeOf(delivery));
  if (!notice) return null;
  const [, names = ''] = (occasionOf(delivery) ?? '').split('~');
  return { notice, columns: names.split('.') };
}
