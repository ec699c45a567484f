/**
 * What each Outlook can do, and what we do where it cannot: the only place that names Office's requirement sets. The code asks the running
 * host by the sets below (a manifest cannot promise, and a class of Outlook says nothing about one build); README's table is made from both.
 * Sources, by page of learn.microsoft.com: "Outlook JavaScript API requirement sets" (highest set of each client), "Nested app
 * authentication requirement sets", "Outlook JavaScript APIs supported in Outlook on mobile devices", "Implement a pinnable task pane",
 * "Unified app manifest for Microsoft 365" (which clients read it).
 */
export type RequirementSet = readonly [name: 'Mailbox' | 'NestedAppAuth', version: `1.${number}`];

/** `MessageRead.getAsFileAsync`. Without it Graph gives the same bytes (`$value`). */
export const originalFile: RequirementSet = ['Mailbox', '1.14'];
/** `MessageRead.getAllInternetHeadersAsync`. Without it the headers are read from the original alone. */
export const headers: RequirementSet = ['Mailbox', '1.8'];
/** `getSharedPropertiesAsync`, for shared folders. Without it the message counts as the person's own. */
export const owner: RequirementSet = ['Mailbox', '1.8'];
/** The same in mailboxes of a team. */
const teamMailbox: RequirementSet = ['Mailbox', '1.13'];
/** The event `ItemChanged` of a pinned pane; the set that both manifests ask for. Without it each message has a pane of its own. */
const itemChanged: RequirementSet = ['Mailbox', '1.5'];
/** `Body.getAsync`, for the words of the message where the person uncovers them. Without it the pane says that it cannot show them. */
const bodyText: RequirementSet = ['Mailbox', '1.3'];
/** `Mailbox.convertToRestId`. Without it, or where it refuses, we do what it does. */
const restIds: RequirementSet = ['Mailbox', '1.3'];
/** Never asked: hosts say yes and then fail (facts 7.13), so that only a failure decides for the window of the browser. */
const nestedAppAuth: RequirementSet = ['NestedAppAuth', '1.1'];

export interface HostCapability {
  set: RequirementSet;
  /** Where a page finds it. */
  member: string;
}

const item = 'Office.context.mailbox.item';
/**
 * All that the code calls of Office and that a host may lack, by name: README's table, and the tests that take away each, are made from it.
 * The pane uses the sets one by one, so that this is not in what people download.
 */
export const capabilities = {
  originalFile: { set: originalFile, member: `${item}.getAsFileAsync` },
  headers: { set: headers, member: `${item}.getAllInternetHeadersAsync` },
  owner: { set: owner, member: `${item}.getSharedPropertiesAsync` },
  teamMailbox: { set: teamMailbox, member: `${item}.getSharedPropertiesAsync` },
  bodyText: { set: bodyText, member: `${item}.body.getAsync` },
  restIds: { set: restIds, member: 'Office.context.mailbox.convertToRestId' },
  itemChanged: { set: itemChanged, member: 'Office.context.mailbox.addHandlerAsync' },
  nestedAppAuth: { set: nestedAppAuth, member: 'nestedAppAuthBridge' },
} as const satisfies Record<string, HostCapability>;
export type Capability = keyof typeof capabilities;

/** Hosts whose item ids are Graph's already; `convertToRestId` is not to be called there. `diagnostics.hostName`. */
export const hostsWithRestIds: readonly string[] = ['OutlookIOS', 'OutlookAndroid'];

export interface OutlookHost {
  name: string;
  /** Highest Mailbox set. */
  mailboxSet: `1.${number}`;
  /** `unsure`: the set is declared, and builds are known that refuse all the same (office-js#5209, #6691). */
  nestedAppAuth: 'yes' | 'unsure' | 'no';
  manifest: 'unified' | 'add-in only';
  /** Whether a pane stays open while the person reads on. */
  isPinnable: boolean;
  hasRestIds: boolean;
}

const desktop = { isPinnable: true, hasRestIds: false } as const;
/** Pinning is for subscribers ("Implement a pinnable task pane"). */
const withoutSubscription = { isPinnable: false, hasRestIds: false } as const;

export const outlookHosts = {
  web: { name: 'Outlook on the web', mailboxSet: '1.16', nestedAppAuth: 'yes', manifest: 'unified', ...desktop },
  newWindows: {
    name: 'New Outlook on Windows',
    mailboxSet: '1.16',
    nestedAppAuth: 'yes',
    manifest: 'unified',
    ...desktop,
  },
  classicWindows: {
    name: 'Classic Outlook on Windows (subscription)',
    mailboxSet: '1.16',
    nestedAppAuth: 'yes',
    manifest: 'unified',
    ...desktop,
  },
  ltsc2024: {
    name: 'Outlook LTSC 2024',
    mailboxSet: '1.14',
    nestedAppAuth: 'yes',
    manifest: 'add-in only',
    ...withoutSubscription,
  },
  ltsc2021: {
    name: 'Outlook LTSC 2021',
    mailboxSet: '1.9',
    nestedAppAuth: 'no',
    manifest: 'add-in only',
    ...withoutSubscription,
  },
  mac: {
    name: 'Outlook on Mac, new interface',
    mailboxSet: '1.14',
    nestedAppAuth: 'unsure',
    manifest: 'add-in only',
    ...desktop,
  },
  macClassic: {
    name: 'Outlook on Mac, classic interface',
    mailboxSet: '1.8',
    nestedAppAuth: 'unsure',
    manifest: 'add-in only',
    ...desktop,
  },
  phone: {
    name: 'Outlook on iOS and Android',
    mailboxSet: '1.5',
    nestedAppAuth: 'unsure',
    manifest: 'add-in only',
    isPinnable: false,
    hasRestIds: true,
  },
} as const satisfies Record<string, OutlookHost>;
