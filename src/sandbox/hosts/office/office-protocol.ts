/** What the stand-in's Office object and the mail host say to each other by postMessage. Types only: nothing of this is in a bundle. */

export interface WireAddress {
  displayName: string;
  emailAddress: string;
}

export interface WireAttachment {
  id: string;
  name: string;
  size: number;
  contentType: string;
  attachmentType: 'file' | 'item' | 'cloud';
  isInline: boolean;
}

/** Everything of an open message that Outlook has at hand without asking. */
export interface WireItem {
  /** Id as Graph gives it; the Office object turns it into the form that needs `convertToRestId`. */
  restId: string;
  subject: string;
  from: WireAddress;
  sender: WireAddress;
  to: WireAddress[];
  cc: WireAddress[];
  internetMessageId: string;
  conversationId: string;
  /** ISO 8601, UTC. */
  createdAt: string;
  modifiedAt: string;
  attachments: WireAttachment[];
  isShared: boolean;
}

export type WireTheme = 'light' | 'dark' | 'highContrast';

/** Each by where a page finds it: `Office.context.mailbox.item.getAsFileAsync`. */
export interface WireLacking {
  /** Not there. */
  missing: string[];
  /** Methods that are there and answer with a failure, or throw where they answer at once. */
  refusing: string[];
  /** Methods that are there and never answer. */
  silent: string[];
}

export interface WireContext {
  displayLanguage: string;
  theme: WireTheme;
  user: WireAddress;
  /** Highest Mailbox requirement set, for example `1.15`. */
  mailboxSet: string;
  /** Whether the host says that it has nested sign-in; its bridge may fail all the same. */
  nestedAppAuth: boolean;
  hostName: string;
  platform: string;
  /** Item ids are Graph's, and `convertToRestId` refuses. */
  hasRestIds: boolean;
  /** What this host lacks, whatever set it names. */
  lacking: WireLacking;
  graphRoot: string;
  item: WireItem | null;
}

export interface WireShared {
  owner: string;
  targetMailbox: string;
  /** Bits of `Office.MailboxEnums.DelegatePermissions`. */
  delegatePermissions: number;
}

/** Questions, each with what it carries and what is answered. */
export interface OfficeCalls {
  start: { ask: null; answer: WireContext };
  body: { ask: { restId: string; as: 'text' | 'html' }; answer: string };
  headers: { ask: { restId: string }; answer: string };
  file: { ask: { restId: string }; answer: string };
  shared: { ask: { restId: string }; answer: WireShared };
  nestedAppAuth: { ask: { request: string }; answer: string | null };
  closePane: { ask: null; answer: null };
  openWindow: { ask: { url: string }; answer: null };
}
export type OfficeCall = keyof OfficeCalls;

export interface OfficeQuestion<Call extends OfficeCall = OfficeCall> {
  kind: 'office.ask';
  id: number;
  call: Call;
  ask: OfficeCalls[Call]['ask'];
}

export type OfficeAnswer =
  | { kind: 'office.answer'; id: number; ok: true; answer: unknown }
  | { kind: 'office.answer'; id: number; ok: false; error: { code: number; name: string; message: string } };

export type OfficeEvent =
  | { kind: 'office.event'; event: 'itemChanged'; item: WireItem | null }
  | { kind: 'office.event'; event: 'themeChanged'; theme: WireTheme };
