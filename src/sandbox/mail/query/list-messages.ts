import type Database from 'libsql';
import type { MessageRow } from '../store/messages.ts';
import { row, rows, type SqlValue } from '../store/sql.ts';
import type { MessageQuery } from './options.ts';

export interface MessagePage {
  messages: MessageRow[];
  hasMore: boolean;
  /** All that match; only when asked for. */
  total: number | null;
}

/** One page of a mailbox, or of one of its folders. */
export function listMessages(
  db: Database.Database,
  mailboxId: string,
  folderId: string | null,
  query: MessageQuery,
): MessagePage {
  const conditions = ['m.mailboxId = ?'];
  const values: SqlValue[] = [mailboxId];
  if (folderId !== null) {
    conditions.push('m.folderId = ?');
    values.push(folderId);
  }
  if (query.filter) {
    conditions.push(`(${query.filter.sql})`);
    values.push(...query.filter.values);
  }
  const where = conditions.join(' AND ');
  const found = rows<MessageRow>(
    db,
    `SELECT m.* FROM mail_messages m WHERE ${where} ORDER BY ${query.orderBy} LIMIT ? OFFSET ?`,
    [...values, query.top + 1, query.skip],
  );
  const total = query.count
    ? (row<{ n: number }>(db, `SELECT count(*) AS n FROM mail_messages m WHERE ${where}`, values)?.n ?? 0)
    : null;
  return { messages: found.slice(0, query.top), hasMore: found.length > query.top, total };
}
