/**
 * The Outlooks that this one can be, by what each has. Read from Microsoft's pages "Outlook JavaScript API requirement sets", "Nested app
 * authentication requirement sets", "Outlook JavaScript APIs supported in Outlook on mobile devices" and "Implement a pinnable task pane".
 * `bridge: fails` is a broker that says it is there and refuses everything without a reason, as builds for the Mac do (office-js#5209).
 */
export interface OutlookClient {
  words: string;
  /** Minor version of the highest Mailbox set. */
  mailboxMinor: number;
  bridge: 'works' | 'fails' | 'none';
  platform: 'OfficeOnline' | 'PC' | 'Mac' | 'iOS';
  hostName: 'OutlookWebApp' | 'newOutlookWindows' | 'Outlook' | 'MacOutlook' | 'OutlookIOS';
  isPinnable: boolean;
  /** Graph's ids already, and `convertToRestId` refuses. */
  hasRestIds: boolean;
  isFullScreen: boolean;
  /** Members that it lacks, whatever set it names: where a page finds each. */
  missing: readonly string[];
}

const web: OutlookClient = {
  words: 'On the web',
  mailboxMinor: 16,
  bridge: 'works',
  platform: 'OfficeOnline',
  hostName: 'OutlookWebApp',
  isPinnable: true,
  hasRestIds: false,
  isFullScreen: false,
  missing: [],
};
const windows: OutlookClient = { ...web, platform: 'PC', hostName: 'Outlook' };
const onMac: OutlookClient = { ...web, platform: 'Mac', hostName: 'MacOutlook', bridge: 'fails' };

export const clients = {
  web,
  newWindows: { ...web, words: 'New, on Windows', hostName: 'newOutlookWindows' },
  classicWindows: { ...windows, words: 'Classic, on Windows' },
  ltsc2024: { ...windows, words: 'LTSC 2024', mailboxMinor: 14, isPinnable: false },
  ltsc2021: { ...windows, words: 'LTSC 2021', mailboxMinor: 9, bridge: 'none', isPinnable: false },
  mac: { ...onMac, words: 'On a Mac', mailboxMinor: 14 },
  macClassic: { ...onMac, words: 'On a Mac, classic', mailboxMinor: 8 },
  phone: {
    ...web,
    words: 'On a phone',
    mailboxMinor: 5,
    platform: 'iOS',
    hostName: 'OutlookIOS',
    isPinnable: false,
    hasRestIds: true,
    isFullScreen: true,
  },
} as const satisfies Record<string, OutlookClient>;
export type ClientName = keyof typeof clients;
export const clientNames = Object.keys(clients) as ClientName[];

/** What a real Outlook may lack: each can be taken away from any of them, from the address bar (`?without=headers,office`) or the page. */
export const capabilityWords = {
  originalFile: 'No original file (getAsFileAsync; Mailbox 1.13)',
  headers: 'No headers (getAllInternetHeadersAsync)',
  sharedMailbox: 'No shared mailboxes (getSharedPropertiesAsync)',
  convertToRestId: 'Graph’s own ids, and no convertToRestId',
  itemChanged: 'No events (addHandlerAsync)',
  pinning: 'No pinning',
  nestedAppAuth: 'No nested sign-in',
  bridge: 'Nested sign-in is there and fails',
  office: 'Office.js never answers',
} as const;
export type Lack = keyof typeof capabilityWords;
export const lacks = Object.keys(capabilityWords) as Lack[];

const members: Partial<Record<Lack, string>> = {
  headers: 'Office.context.mailbox.item.getAllInternetHeadersAsync',
  sharedMailbox: 'Office.context.mailbox.item.getSharedPropertiesAsync',
  convertToRestId: 'Office.context.mailbox.convertToRestId',
  itemChanged: 'Office.context.mailbox.addHandlerAsync',
};

/** That Outlook with these taken away. */
export function clientWithout(name: ClientName, without: readonly Lack[]): OutlookClient {
  const client: OutlookClient = clients[name];
  const is = (lack: Lack) => without.includes(lack);
  return {
    ...client,
    mailboxMinor: Math.min(client.mailboxMinor, is('originalFile') ? 13 : Number.POSITIVE_INFINITY),
    bridge: is('nestedAppAuth') ? 'none' : is('bridge') && client.bridge === 'works' ? 'fails' : client.bridge,
    isPinnable: client.isPinnable && !is('pinning'),
    hasRestIds: client.hasRestIds || is('convertToRestId'),
    missing: [...client.missing, ...without.flatMap((lack) => members[lack] ?? [])],
  };
}
