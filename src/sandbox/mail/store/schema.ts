import type Database from 'libsql';

/**
 * Mail tables. A message row belongs to one mailbox; its bytes (`mime`) are shared by every copy, so a 25 MB
 * message to 400 people is stored once. What a list shows is worked out once, when the message arrives.
 */
const statements = `
CREATE TABLE IF NOT EXISTS mail_folders (
  id TEXT PRIMARY KEY,
  mailboxId TEXT NOT NULL,
  parentId TEXT,
  wellKnown TEXT,
  displayName TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS mail_folders_of ON mail_folders (mailboxId, parentId);
CREATE TABLE IF NOT EXISTS mail_blobs (id INTEGER PRIMARY KEY, size INTEGER NOT NULL, source TEXT);
CREATE TABLE IF NOT EXISTS mail_blob_chunks (
  blobId INTEGER NOT NULL,
  start INTEGER NOT NULL,
  size INTEGER NOT NULL,
  bytes BLOB NOT NULL
);
CREATE UNIQUE INDEX IF NOT EXISTS mail_blob_chunks_of ON mail_blob_chunks (blobId, start, size);
CREATE TABLE IF NOT EXISTS mail_contents (
  blobId INTEGER PRIMARY KEY,
  bodyType TEXT NOT NULL,
  body TEXT NOT NULL,
  headers TEXT NOT NULL,
  parts TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS mail_messages (
  seq INTEGER PRIMARY KEY,
  immutableId TEXT NOT NULL UNIQUE,
  movingId TEXT NOT NULL UNIQUE,
  moves INTEGER NOT NULL DEFAULT 0,
  mailboxId TEXT NOT NULL,
  folderId TEXT NOT NULL,
  blobId INTEGER,
  version INTEGER NOT NULL DEFAULT 1,
  internetMessageId TEXT,
  conversationId TEXT NOT NULL,
  subject TEXT NOT NULL,
  sender TEXT,
  sentFrom TEXT,
  fromAddress TEXT NOT NULL DEFAULT '' COLLATE NOCASE,
  replyTo TEXT NOT NULL,
  toRecipients TEXT NOT NULL,
  ccRecipients TEXT NOT NULL,
  bccRecipients TEXT NOT NULL,
  bodyType TEXT NOT NULL,
  body TEXT,
  bodyPreview TEXT NOT NULL,
  importance TEXT NOT NULL,
  categories TEXT NOT NULL DEFAULT '[]',
  flagStatus TEXT NOT NULL DEFAULT 'notFlagged',
  meetingMessageType TEXT,
  customHeaders TEXT NOT NULL DEFAULT '[]',
  inReplyTo TEXT,
  isRead INTEGER NOT NULL,
  isDraft INTEGER NOT NULL,
  isReadReceiptRequested INTEGER NOT NULL DEFAULT 0,
  isDeliveryReceiptRequested INTEGER NOT NULL DEFAULT 0,
  hasAttachments INTEGER NOT NULL,
  receivedAt TEXT NOT NULL,
  sentAt TEXT NOT NULL,
  createdAt TEXT NOT NULL,
  modifiedAt TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS mail_messages_folder ON mail_messages (mailboxId, folderId, receivedAt DESC, seq DESC);
CREATE INDEX IF NOT EXISTS mail_messages_all ON mail_messages (mailboxId, receivedAt DESC, seq DESC);
CREATE INDEX IF NOT EXISTS mail_messages_unread ON mail_messages (folderId, isRead);
CREATE INDEX IF NOT EXISTS mail_messages_internet ON mail_messages (mailboxId, internetMessageId);
CREATE TABLE IF NOT EXISTS mail_properties (
  messageSeq INTEGER NOT NULL,
  propertyId TEXT NOT NULL COLLATE NOCASE,
  value TEXT NOT NULL,
  PRIMARY KEY (messageSeq, propertyId)
) WITHOUT ROWID;
CREATE INDEX IF NOT EXISTS mail_properties_value ON mail_properties (propertyId, value);
CREATE TABLE IF NOT EXISTS mail_draft_attachments (
  id TEXT PRIMARY KEY,
  messageSeq INTEGER NOT NULL,
  position INTEGER NOT NULL,
  kind TEXT NOT NULL,
  name TEXT NOT NULL,
  contentType TEXT NOT NULL,
  contentId TEXT,
  isInline INTEGER NOT NULL,
  blobId INTEGER NOT NULL,
  size INTEGER NOT NULL,
  modifiedAt TEXT NOT NULL
);
CREATE INDEX IF NOT EXISTS mail_draft_attachments_of ON mail_draft_attachments (messageSeq, position);
CREATE TABLE IF NOT EXISTS mail_uploads (
  id TEXT PRIMARY KEY,
  messageSeq INTEGER NOT NULL,
  mailboxId TEXT NOT NULL,
  appId TEXT NOT NULL,
  item TEXT NOT NULL,
  blobId INTEGER NOT NULL,
  size INTEGER NOT NULL,
  received INTEGER NOT NULL DEFAULT 0,
  chunks INTEGER NOT NULL DEFAULT 0,
  expiresAt TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS mail_external (
  id INTEGER PRIMARY KEY,
  recipient TEXT NOT NULL,
  sender TEXT NOT NULL,
  subject TEXT NOT NULL,
  internetMessageId TEXT NOT NULL,
  blobId INTEGER NOT NULL,
  at TEXT NOT NULL
);
CREATE TABLE IF NOT EXISTS mail_app_access (
  appId TEXT NOT NULL,
  mailboxId TEXT NOT NULL,
  PRIMARY KEY (appId, mailboxId)
);
CREATE TABLE IF NOT EXISTS mail_settings (name TEXT PRIMARY KEY, value TEXT NOT NULL);
`;

/** Makes the tables where they are missing. */
export function createMailTables(db: Database.Database): void {
  db.exec(statements);
}
