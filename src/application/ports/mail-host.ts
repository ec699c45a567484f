import type { ReportedEmail } from '../../domain/incident/report.ts';

/**
 * Attachments of this size or more make a message large: the host hands one over as one text, four times in memory on the way, so that Graph
 * is asked first.
 */
export const largeMessageBytes = 4_000_000;

/** The message open beside the pane, as the host application gives it. */
export interface OpenMessage {
  /** Stable while the same message stays open; changes when the person moves to another. */
  readonly hostItemId: string;
  /** All that the host says without waiting; `headerText` is empty until `headers()` has answered. */
  readonly summary: ReportedEmail;
  /** True in a shared or delegated mailbox. */
  readonly isShared: boolean;
  /** Bytes of all attachments, as far as the host says; the message itself is larger. */
  readonly attachmentBytes: number;
  /** Raw internet headers, or an empty string where the host has none to give (not an error). */
  headers(): Promise<string>;
  /** Body as plain text. Never markup: nothing of a message is ever rendered. X-SAFE-3. */
  bodyText(): Promise<string>;
  /**
   * The message as the host's own .eml file.
   * Throws `RemoteError('unsupported')` on hosts without getAsFileAsync (Mailbox 1.14, not on mobile);
   * the caller then asks Graph for `$value`.
   */
  original(): Promise<Uint8Array>;
}

export interface MailHostEnvironment {
  /** BCP 47 tag of the host's user interface. */
  displayLanguage: string;
  theme: 'light' | 'dark' | 'highContrast';
}

/** The mail application around the pane. */
export interface MailHost {
  /** Settles when the host has answered. May stay pending for ever (its script's CDN hangs): never wait for it before showing. */
  ready(): Promise<MailHostEnvironment>;
  /** Address of the mailbox the mail application was opened for; null until the host has answered. */
  ownAddress(): string | null;
  /** Null when nothing is open, or several are selected. */
  current(): OpenMessage | null;
  /** Calls back with each newly opened message (pinned pane), and gives the function that stops it. */
  onChange(listener: (message: OpenMessage | null) => void): () => void;
}
