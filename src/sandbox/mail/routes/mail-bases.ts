import type { Tenant } from '../../tenant.ts';
import { itemNotFound } from '../refusals.ts';
import type { MailboxRow } from '../store/mailboxes.ts';
import { findMessage, type MessageRow } from '../store/messages.ts';

/** Every mail route exists twice: for the signed-in person, and for a mailbox by id or address. */
export const mailBases = ['/graph/v1.0/me', '/graph/v1.0/users/:user'] as const;

/** The message asked for, in this mailbox; 404 when there is none under that id (any more). */
export function messageAskedFor(tenant: Tenant, mailbox: MailboxRow, id: string | undefined): MessageRow {
  const message = findMessage(tenant.db, mailbox.id, id ?? '');
  if (!message) throw itemNotFound();
  return message;
}
