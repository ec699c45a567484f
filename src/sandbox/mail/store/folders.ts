import { randomUUID } from 'node:crypto';
import type Database from 'libsql';
import { folderIdOf } from './ids.ts';
import { row, rows, run } from './sql.ts';

export interface FolderRow {
  id: string;
  mailboxId: string;
  parentId: string | null;
  wellKnown: string | null;
  displayName: string;
}

/** Well-known names with what Outlook calls the folder. The root is never listed. */
const standardFolders: Record<string, string> = {
  inbox: 'Inbox',
  drafts: 'Drafts',
  sentitems: 'Sent Items',
  deleteditems: 'Deleted Items',
  junkemail: 'Junk Email',
  archive: 'Archive',
  outbox: 'Outbox',
  recoverableitemsdeletions: 'Deletions',
};

/** Gives a mailbox its standard folders, where it has none yet. */
export function createStandardFolders(db: Database.Database, mailboxId: string): void {
  const rootId = standardFolderId(mailboxId, 'msgfolderroot');
  if (row(db, 'SELECT 1 FROM mail_folders WHERE id = ?', [rootId])) return;
  const insert =
    'INSERT OR IGNORE INTO mail_folders (id, mailboxId, parentId, wellKnown, displayName) VALUES (?, ?, ?, ?, ?)';
  run(db, insert, [rootId, mailboxId, null, 'msgfolderroot', 'Top of Information Store']);
  for (const [wellKnown, displayName] of Object.entries(standardFolders)) {
    // What was deleted for good is kept outside the visible tree, as in Exchange.
    const parent = wellKnown === 'recoverableitemsdeletions' ? null : rootId;
    run(db, insert, [folderIdOf(`${mailboxId}|${wellKnown}`), mailboxId, parent, wellKnown, displayName]);
  }
}

/** By id or well-known name (any case). */
export function findFolder(db: Database.Database, mailboxId: string, idOrName: string): FolderRow | undefined {
  return row<FolderRow>(db, 'SELECT * FROM mail_folders WHERE mailboxId = ? AND (id = ? OR wellKnown = ?)', [
    mailboxId,
    idOrName,
    idOrName.toLowerCase(),
  ]);
}

export function standardFolderId(mailboxId: string, wellKnown: string): string {
  return folderIdOf(`${mailboxId}|${wellKnown}`);
}

export function listFolders(db: Database.Database, mailboxId: string, parentId: string): FolderRow[] {
  return rows<FolderRow>(
    db,
    'SELECT * FROM mail_folders WHERE mailboxId = ? AND parentId = ? ORDER BY displayName COLLATE NOCASE',
    [mailboxId, parentId],
  );
}

/** Adds a folder; undefined when its parent has one of that name already. */
export function addFolder(
  db: Database.Database,
  mailboxId: string,
  parentId: string,
  displayName: string,
): FolderRow | undefined {
  const taken = row(db, 'SELECT 1 FROM mail_folders WHERE mailboxId = ? AND parentId = ? AND displayName = ?', [
    mailboxId,
    parentId,
    displayName,
  ]);
  if (taken) return undefined;
  const id = folderIdOf(`${mailboxId}|${randomUUID()}`);
  run(db, 'INSERT INTO mail_folders (id, mailboxId, parentId, wellKnown, displayName) VALUES (?, ?, ?, ?, ?)', [
    id,
    mailboxId,
    parentId,
    null,
    displayName,
  ]);
  return findFolder(db, mailboxId, id);
}

/** How many messages a folder holds, and how many of them are unread. */
export function countFolder(db: Database.Database, folderId: string): { total: number; unread: number } {
  const found = row<{ total: number; unread: number | null }>(
    db,
    'SELECT count(*) AS total, sum(isRead = 0) AS unread FROM mail_messages WHERE folderId = ?',
    [folderId],
  );
  return { total: found?.total ?? 0, unread: found?.unread ?? 0 };
}

export function countChildFolders(db: Database.Database, folderId: string): number {
  return row<{ n: number }>(db, 'SELECT count(*) AS n FROM mail_folders WHERE parentId = ?', [folderId])?.n ?? 0;
}
