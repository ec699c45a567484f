import { largeMessageBytes, type OpenMessage } from '../../application/ports/mail-host.ts';
import { RemoteError } from '../../application/remote-error.ts';
import type { Correspondent, ReportedEmail } from '../../domain/incident/report.ts';
import { withinLimits } from '../../domain/incident/report-limits.ts';
import { fromBase64 } from '../base64/from-base64.ts';
import { hostOffers } from './environment.ts';
import * as offered from './host-capabilities.ts';
import { officeCall } from './office-call.ts';

/** Of a large message, where Graph was asked before. Of a smaller one Graph is asked next, so that a silent host is not waited for as long. */
const largeFileTimeoutMs = 120_000;
/** Until it is known the pane says of no message that it is open. */
const ownerTimeoutMs = 8_000;

/** The owner of a shared or delegated mailbox that the message lies in; null for the person's own. */
export interface Owner {
  address: string;
}

/** Asks whose mailbox it is. Hosts offer the question only for messages of shared mailboxes. */
export async function findOwner(item: Office.MessageRead): Promise<Owner | null> {
  if (!hostOffers(offered.owner) || typeof item.getSharedPropertiesAsync !== 'function') return null;
  const properties = await officeCall<Office.SharedProperties>(
    'shared properties',
    (callback) => item.getSharedPropertiesAsync(callback),
    ownerTimeoutMs,
  );
  return { address: properties.targetMailbox || properties.owner };
}

/**
 * The message as it is open now. Office's item object silently becomes the next message when the person moves on, so
 * everything asked of it later is refused as `gone` once another is open.
 */
export function openMessage(mailbox: Office.Mailbox, item: Office.MessageRead, owner: Owner | null): OpenMessage {
  const hostItemId = item.itemId;
  const attachmentBytes = (item.attachments ?? []).reduce((sum, { size }) => sum + (size || 0), 0);

  async function ask<T>(
    what: string,
    start: (item: Office.MessageRead, callback: (result: Office.AsyncResult<T>) => void) => void,
    timeoutMs?: number,
  ): Promise<T> {
    refuseAnother();
    const answer = await officeCall<T>(what, (callback) => start(item, callback), timeoutMs);
    refuseAnother();
    return answer;
  }

  function refuseAnother(): void {
    if (mailbox.item?.itemId !== hostItemId) throw new RemoteError('gone', 'another message is open by now');
  }

  return {
    hostItemId,
    summary: summarise(mailbox, item, owner),
    isShared: owner !== null,
    attachmentBytes,
    headers: async () => {
      if (!hostOffers(offered.headers) || typeof item.getAllInternetHeadersAsync !== 'function') return '';
      return ask<string>('headers', (open, callback) => open.getAllInternetHeadersAsync(callback));
    },
    bodyText: () => ask<string>('body', (open, callback) => open.body.getAsync('text', callback)),
    original: async () => {
      if (!hostOffers(offered.originalFile) || typeof item.getAsFileAsync !== 'function') {
        throw new RemoteError('unsupported', 'no file on this host');
      }
      const timeoutMs = attachmentBytes < largeMessageBytes ? undefined : largeFileTimeoutMs;
      const base64 = await ask<string>('file', (open, callback) => open.getAsFileAsync(callback), timeoutMs);
      return fromBase64(base64);
    },
  };
}

function summarise(mailbox: Office.Mailbox, item: Office.MessageRead, owner: Owner | null): ReportedEmail {
  const from = correspondent(item.from);
  const sender = correspondent(item.sender);
  const [to, cc] = [item.to ?? [], item.cc ?? []];
  const isOther = sender.address !== '' && sender.address.toLowerCase() !== from.address.toLowerCase();
  return withinLimits({
    from,
    otherSenders: isOther ? [sender] : [],
    // Office has no such field: it comes with the headers.
    replyTo: [],
    to: to.map(correspondent),
    cc: cc.map(correspondent),
    recipientCount: to.length + cc.length,
    subject: item.subject ?? '',
    receivedAt: instant(item.dateTimeCreated),
    internetMessageId: item.internetMessageId ?? '',
    conversationId: item.conversationId ?? '',
    itemId: restId(mailbox, item.itemId),
    mailbox: owner?.address ?? mailbox.userProfile?.emailAddress ?? '',
    headerText: '',
    attachmentNames: (item.attachments ?? []).map((attachment) => attachment.name),
  });
}

/** A message without a From line has none in Office either. */
function correspondent(details: Office.EmailAddressDetails | undefined): Correspondent {
  return { name: details?.displayName ?? '', address: details?.emailAddress ?? '' };
}

function instant(date: Date | undefined): string | null {
  return date && !Number.isNaN(date.getTime()) ? date.toISOString() : null;
}

/** Desktop and web give Exchange's own id, which Graph does not take; mobile gives Graph's already (facts 2.3). */
function restId(mailbox: Office.Mailbox, itemId: string): string {
  const isRestId = offered.hostsWithRestIds.includes(mailbox.diagnostics?.hostName ?? '');
  if (isRestId) return itemId;
  // Where the host has no answer, what it does elsewhere: Graph's ids are the same, in the alphabet for addresses. One of Graph's stays as it is.
  const inAddresses = itemId.replaceAll('/', '-').replaceAll('+', '_');
  if (typeof mailbox.convertToRestId !== 'function') return inAddresses;
  try {
    return mailbox.convertToRestId(itemId, 'v2.0') || inAddresses;
  } catch {
    return inAddresses;
  }
}
