import { keeperOf } from '../domain/incident/roles-in-record.ts';
import type { CaveatBoundary } from '../domain/incident/vocabulary.ts';
import type { RegisterPage } from './ports/register.ts';
import type { ServicePorts } from './ports/service-ports.ts';
import { isRemoteError } from './remote-error.ts';

/**
 * Says of rows that somebody has added to a register, copied in it, or deleted from it by hand. Nothing is done to them: what was added may
 * hold the only account of something, and a record that was deleted is whole in SharePoint's recycle bin, which the service cannot see into.
 * Each is in the log, and told once by mail: an added one to whoever added it, a deleted one to whoever keeps the register (SharePoint does
 * not say to a program who it was). Throws `RemoteError` where the mail may get through later; the page is then read again. X-AUD-1
 */
export async function tellOfRowsByHand(
  ports: ServicePorts,
  boundary: CaveatBoundary,
  { strays, deleted }: Pick<RegisterPage, 'strays' | 'deleted'>,
): Promise<void> {
  for (const { itemId, by } of strays) {
    ports.log.warn('registerRowByHand', { boundary, itemId, by: by.id });
    await tell(ports, boundary, { notice: 'rowAdded', itemId, to: by.address });
  }
  const keeper = ports.organisation().recipients[keeperOf(boundary)]?.address ?? '';
  for (const itemId of deleted) {
    ports.log.warn('registerRowDeleted', { boundary, itemId });
    await tell(ports, boundary, { notice: 'rowDeleted', itemId, to: keeper });
  }
}

async function tell(
  { mailbox, writer, organisation, log }: ServicePorts,
  boundary: CaveatBoundary,
  { notice, itemId, to }: { notice: 'rowAdded' | 'rowDeleted'; itemId: string; to: string },
): Promise<void> {
  if (to === '') return;
  const recipient = organisation().recipients[keeperOf(boundary)];
  const mail = writer.rowByHand(notice, itemId, recipient?.address === to ? (recipient.language ?? null) : null);
  try {
    await mailbox.sendOnce(
      { ...mail, key: `${boundary}/${itemId}/${notice}`, to: [to], attachment: null },
      { resume: true },
    );
  } catch (error) {
    // An address that takes no mail must not hold up the register.
    if (!isRemoteError(error) || error.isRepeatable) throw error;
    log.error('rowNoticeFailed', error, { boundary, itemId });
  }
}
