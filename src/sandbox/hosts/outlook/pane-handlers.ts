import type { HostSession } from '../shared/host-session.ts';
import { clientWithout } from './clients.ts';
import type { HostProfile } from './host-profile.ts';
import type { MailClient } from './mail-client.ts';
import { type OfficeHandlers, OfficeRefusal } from './office-host.ts';
import { type OpenMail, toBase64, toWireItem } from './wire-item.ts';

/** Bits of `Office.MailboxEnums.DelegatePermissions`. */
const readOnly = 1;
const everything = 1 | 2 | 4 | 8 | 16 | 32;

export interface PaneSurroundings {
  session: HostSession;
  profile: HostProfile;
  /** Null when nothing is open, or several messages are selected. */
  mail: OpenMail | null;
  client: MailClient;
  close(): void;
  answerNestedAppAuth(request: string): Promise<string | null>;
}

/** What Outlook answers the page in its pane. `now` is asked each time: a pinned pane outlives the message. */
export function paneHandlers(now: () => PaneSurroundings): OfficeHandlers {
  function about(restId: string): PaneSurroundings & { mail: OpenMail } {
    const surroundings = now();
    const { mail } = surroundings;
    // The item object of a message that is no longer open is dead in Outlook too.
    if (mail?.message.id !== restId) throw new OfficeRefusal(9020, 'ItemNotFound', 'The item is no longer open.');
    return { ...surroundings, mail };
  }
  return {
    start: () => {
      const { session, profile, mail } = now();
      const client = clientWithout(profile.client, profile.without);
      return {
        displayLanguage: profile.locale,
        theme: profile.theme,
        user: { displayName: session.persona.displayName, emailAddress: session.persona.userPrincipalName },
        mailboxSet: `1.${Math.min(client.mailboxMinor, profile.mailboxMinor)}`,
        nestedAppAuth: client.bridge !== 'none',
        hostName: client.hostName,
        platform: client.platform,
        hasRestIds: client.hasRestIds,
        lacking: { ...profile.lacking, missing: [...client.missing, ...profile.lacking.missing] },
        graphRoot: `${window.location.origin}/graph`,
        item: mail && toWireItem(mail),
      };
    },
    body: ({ restId, as }) => about(restId).client.body(restId, as),
    headers: async ({ restId }) => {
      const headers = await about(restId).client.headers(restId);
      return headers.map(({ name, value }) => `${name}: ${value}\r\n`).join('');
    },
    file: async ({ restId }) => toBase64(await about(restId).client.original(restId)),
    shared: ({ restId }) => {
      const { mailbox } = about(restId).mail;
      return {
        owner: mailbox.address,
        targetMailbox: mailbox.address,
        delegatePermissions: mailbox.right === 'read' ? readOnly : everything,
      };
    },
    nestedAppAuth: ({ request }) => now().answerNestedAppAuth(request),
    closePane: () => {
      now().close();
      return null;
    },
    openWindow: ({ url }) => {
      if (/^https?:/i.test(url)) window.open(url, '_blank', 'noopener');
      return null;
    },
  };
}
