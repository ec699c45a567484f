/** A mail that must leave once, however often it is asked for. */
export interface KeyedMail {
  /** Unique for ever; carried by the message itself, so that a repeat finds it. X-IDEM-1. */
  key: string;
  to: string[];
  subject: string;
  /** Plain text; no markup ever. */
  text: string;
  /** `high` sets the importance flag. */
  importance: 'normal' | 'high';
  attachment: { name: string; contentType: string; bytes: Uint8Array } | null;
}

export interface SentMail {
  /** Immutable id in the sender's mailbox. */
  messageId: string;
  /** False when an earlier attempt had already sent it. */
  sentNow: boolean;
}

/** The mailbox mails leave from: the reporter's own in the pane, the service mailbox in the service. */
export interface Mailbox {
  /**
   * Sends the mail unless a message with this key has left already.
   * `resume` says that an earlier attempt may have gone through, so the mailbox is searched for the key first.
   * `draftId` is the draft an earlier attempt made; `onDraft` tells the caller a new one's id before it is sent.
   * Attachments over 3 MB go by upload session, up to 150 MB; larger ones throw `RemoteError('tooLarge')`.
   */
  sendOnce(
    mail: KeyedMail,
    options?: {
      resume?: boolean;
      draftId?: string;
      onDraft?: (id: string) => Promise<void>;
      onProgress?: (sent: number, total: number) => void;
    },
  ): Promise<SentMail>;
}

/** A mailbox that is looked after by the service. */
export interface ServiceMailbox extends Mailbox {
  /** Immutable id of the message with this key that has left; null when none has, and then no draft of it is there any more. */
  recall(key: string): Promise<string | null>;
}

/** Reads the original of a message in the signed-in person's mailbox, or a shared one. */
export interface OriginalReader {
  /**
   * The MIME bytes of `$value`, as stored. `mailbox` is the owner's address; a message that is not in the person's own is looked for in the
   * mailboxes of `recipients` too (addresses), for some hosts do not say that a mailbox is shared.
   */
  read(message: { mailbox: string; itemId: string; recipients?: readonly string[] }): Promise<Uint8Array>;
  /** Immutable id of a message by the host's REST id. */
  immutableId(message: { mailbox: string; itemId: string }): Promise<string>;
}
