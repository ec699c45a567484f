import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import type { Recipient } from '../mime/addresses.ts';
import { immutableIdOf, movingIdOf, toRestForm } from './ids.ts';
import { atomically, row, rows, run, type SqlValue } from './sql.ts';

/** A message as stored; JSON columns are still text. */
export interface MessageRow {
  seq: number;
  immutableId: string;
  movingId: string;
  moves: number;
  mailboxId: string;
  folderId: string;
  blobId: number | null;
  version: number;
  internetMessageId: string | null;
  conversationId: string;
  subject: string;
  sender: string | null;
  sentFrom: string | null;
  fromAddress: string;
  replyTo: string;
  toRecipients: string;
  ccRecipients: string;
  bccRecipients: string;
  bodyType: string;
  /** Only of drafts; the body of a sent message is in `mail_contents`. */
  body: string | null;
  bodyPreview: string;
  importance: string;
  categories: string;
  flagStatus: string;
  meetingMessageType: string | null;
  customHeaders: string;
  inReplyTo: string | null;
  isRead: number;
  isDraft: number;
  isReadReceiptRequested: number;
  isDeliveryReceiptRequested: number;
  hasAttachments: number;
  receivedAt: string;
  sentAt: string;
  createdAt: string;
  modifiedAt: string;
}

/** What a new row needs; the ids follow from `seed`, which makes them the same after every reset. */
export type NewMessage = Partial<Omit<MessageRow, 'seq' | 'movingId' | 'immutableId' | 'moves' | 'version'>> &
  Pick<MessageRow, 'mailboxId' | 'folderId' | 'subject' | 'bodyType' | 'receivedAt' | 'sentAt'> & {
    seed?: string;
  };

const defaults = {
  blobId: null,
  internetMessageId: null,
  sender: null,
  sentFrom: null,
  fromAddress: '',
  replyTo: '[]',
  toRecipients: '[]',
  ccRecipients: '[]',
  bccRecipients: '[]',
  body: null,
  bodyPreview: '',
  importance: 'normal',
  categories: '[]',
  flagStatus: 'notFlagged',
  meetingMessageType: null,
  customHeaders: '[]',
  inReplyTo: null,
  isRead: 0,
  isDraft: 0,
  isReadReceiptRequested: 0,
  isDeliveryReceiptRequested: 0,
  hasAttachments: 0,
};

/** Adds a message to a folder. */
export function insertMessage(db: Database.Database, message: NewMessage): MessageRow {
  const { seed = randomUUID(), ...given } = message;
  const full: Record<string, SqlValue> = {
    ...defaults,
    conversationId: toRestForm(immutableIdOf(`conversation|${seed}`)),
    createdAt: message.receivedAt,
    modifiedAt: message.receivedAt,
    ...given,
    immutableId: immutableIdOf(`${message.mailboxId}|${seed}`),
    movingId: movingIdOf(`${message.mailboxId}|${seed}`, 0),
  };
  const columns = Object.keys(full);
  const { rowId } = run(
    db,
    `INSERT INTO mail_messages (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`,
    columns.map((column) => full[column] ?? null),
  );
  return messageBySeq(db, rowId) as MessageRow;
}

export function messageBySeq(db: Database.Database, seq: number): MessageRow | undefined {
  return row<MessageRow>(db, 'SELECT * FROM mail_messages WHERE seq = ?', [seq]);
}

/** By either of its ids, letter case and all. An id from before a move finds nothing. */
export function findMessage(db: Database.Database, mailboxId: string, id: string): MessageRow | undefined {
  return row<MessageRow>(
    db,
    'SELECT * FROM mail_messages WHERE (immutableId = ?1 OR movingId = ?1) AND mailboxId = ?2',
    [id, mailboxId],
  );
}

/** Changes columns; the change key changes with them. */
export function updateMessage(
  db: Database.Database,
  message: MessageRow,
  changes: Partial<Omit<MessageRow, 'seq'>>,
  at: string,
): MessageRow {
  const values: Record<string, SqlValue> = { ...changes, modifiedAt: at };
  const columns = Object.keys(values);
  run(
    db,
    `UPDATE mail_messages SET version = version + 1, ${columns.map((column) => `${column} = ?`).join(', ')} WHERE seq = ?`,
    [...columns.map((column) => values[column] ?? null), message.seq],
  );
  return messageBySeq(db, message.seq) as MessageRow;
}

/** Puts the message into another folder of its mailbox: a new id, the same immutable id. */
export function moveMessage(db: Database.Database, message: MessageRow, folderId: string, at: string): MessageRow {
  const moves = message.moves + 1;
  return updateMessage(db, message, { folderId, moves, movingId: movingIdOf(message.immutableId, moves) }, at);
}

/** A second message with the same content, under ids of its own. */
export function copyMessage(db: Database.Database, message: MessageRow, folderId: string, at: string): MessageRow {
  return atomically(db, () => {
    const { seq, immutableId: _i, movingId: _m, moves: _n, version: _v, ...content } = message;
    const copy = insertMessage(db, { ...content, folderId, createdAt: at, modifiedAt: at });
    for (const property of propertiesOf(db, seq)) setProperty(db, copy.seq, property.id, property.value);
    return copy;
  });
}

export function propertiesOf(db: Database.Database, seq: number): { id: string; value: string }[] {
  return rows(db, 'SELECT propertyId AS id, value FROM mail_properties WHERE messageSeq = ?', [seq]);
}

/** Sets a single-value extended property. */
export function setProperty(db: Database.Database, seq: number, id: string, value: string): void {
  run(db, 'INSERT OR REPLACE INTO mail_properties (messageSeq, propertyId, value) VALUES (?, ?, ?)', [seq, id, value]);
}

/** Takes a message out for ever. */
export function destroyMessage(db: Database.Database, message: MessageRow): void {
  run(db, 'DELETE FROM mail_properties WHERE messageSeq = ?', [message.seq]);
  run(db, 'DELETE FROM mail_messages WHERE seq = ?', [message.seq]);
}

export function readRecipients(json: string): Recipient[] {
  return JSON.parse(json) as Recipient[];
}
