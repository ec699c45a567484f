import { settle } from './async-result.ts';
import type { HostLink } from './host-link.ts';
import { toEwsId } from './item-ids.ts';
import type { WireAddress, WireContext, WireItem } from './office-protocol.ts';

const toEmailDetails = (address: WireAddress) => ({
  displayName: address.displayName,
  emailAddress: address.emailAddress,
  recipientType: 'other',
});

/** A message in read mode, with what Outlook offers there in this requirement set. */
export function readItem(link: HostLink, context: WireContext, item: WireItem) {
  const { restId } = item;
  const has = (minor: number) => Number(context.mailboxSet.split('.')[1]) >= minor;
  return {
    itemType: 'message',
    itemClass: 'IPM.Note',
    itemId: context.hasRestIds ? restId : toEwsId(restId),
    conversationId: item.conversationId,
    internetMessageId: item.internetMessageId,
    subject: item.subject,
    normalizedSubject: item.subject.replace(/^((re|fw|fwd|ateb|ymlaen):\s*)+/i, ''),
    from: toEmailDetails(item.from),
    sender: toEmailDetails(item.sender),
    to: item.to.map(toEmailDetails),
    cc: item.cc.map(toEmailDetails),
    dateTimeCreated: new Date(item.createdAt),
    dateTimeModified: new Date(item.modifiedAt),
    attachments: item.attachments,
    body: {
      getAsync: (coercionType: string, ...rest: unknown[]) =>
        settle(link.ask('body', { restId, as: coercionType === 'html' ? 'html' : 'text' }), rest),
    },
    ...(has(8) && {
      getAllInternetHeadersAsync: (...args: unknown[]) => settle(link.ask('headers', { restId }), args),
    }),
    ...(has(14) && {
      getAsFileAsync: (...args: unknown[]) => settle(link.ask('file', { restId }), args),
    }),
    // Outlook has this method only on items of somebody else's mailbox: since 1.8 in a shared folder, since 1.13 in a shared mailbox, as here.
    ...(item.isShared &&
      has(13) && {
        getSharedPropertiesAsync: (...args: unknown[]) =>
          settle(
            link.ask('shared', { restId }).then((shared) => ({
              ...shared,
              targetRestUrl: context.graphRoot,
              remoteRestUrl: context.graphRoot,
            })),
            args,
          ),
      }),
  };
}

export type ReadItem = ReturnType<typeof readItem>;
