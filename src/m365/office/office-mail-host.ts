import type { MailHost, MailHostEnvironment, OpenMessage } from '../../application/ports/mail-host.ts';
import { isRemoteError } from '../../application/remote-error.ts';
import { readEnvironment } from './environment.ts';
import { startOffice } from './office-script.ts';
import { findOwner, openMessage } from './open-message.ts';

/** Outlook around the pane, by Office.js. Office itself keeps the state, so there is one host a page. */
export function createOfficeMailHost(scriptUrl: string): MailHost {
  const listeners = new Set<(message: OpenMessage | null) => void>();
  let shown: OpenMessage | null = null;
  let reading = 0;
  let started: Promise<MailHostEnvironment> | null = null;

  /** Reads the message that is open now, and tells those who listen. A slow answer about an earlier message is dropped. */
  async function readOpen(): Promise<void> {
    reading += 1;
    const turn = reading;
    const message = await readItem(Office.context.mailbox);
    if (turn !== reading) return;
    shown = message;
    for (const listener of listeners) listener(message);
  }

  /** Hosts that cannot pin a pane have no such event, and a pane for each message: some have no method, some refuse. */
  function followOpen(mailbox: Office.Mailbox): void {
    if (typeof mailbox.addHandlerAsync !== 'function') return;
    try {
      mailbox.addHandlerAsync(Office.EventType.ItemChanged, () => void readOpen());
    } catch {
      // It said so by throwing.
    }
  }

  async function start(): Promise<MailHostEnvironment> {
    await startOffice(scriptUrl);
    // Outside Outlook there is no mailbox; the pane then works without a message.
    const { mailbox } = Office.context;
    if (mailbox) {
      followOpen(mailbox);
      await readOpen();
    }
    return readEnvironment(Office.context);
  }

  return {
    ready: () => {
      started ??= start();
      const attempt = started;
      attempt.catch(() => {
        if (started === attempt) started = null;
      });
      return attempt;
    },
    current: () => shown,
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    ownAddress: () =>
      typeof Office === 'undefined' ? null : (Office.context?.mailbox?.userProfile?.emailAddress ?? null),
  };
}

/** Null when nothing is open, several are selected, or what is open is no message that was received. */
async function readItem(mailbox: Office.Mailbox): Promise<OpenMessage | null> {
  const item = mailbox.item as Office.MessageRead | null | undefined;
  if (!item?.itemId || String(item.itemType) !== 'message') return null;
  try {
    return openMessage(mailbox, item, await findOwner(item));
  } catch (error) {
    // Whose mailbox it is stays unknown; the person's own is the likeliest, and Graph refuses where it is not.
    if (isRemoteError(error)) return openMessage(mailbox, item, null);
    throw error;
  }
}
