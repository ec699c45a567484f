import type Database from 'libsql';
import { findPerson, findPersonByAddress, listPeople, mailboxRight } from '../../identity/directory-store.ts';
import { addressesOf, organisation, type Person } from '../../identity/organisation.ts';
import type { Tenant } from '../../tenant.ts';
import { createStandardFolders } from './folders.ts';
import { rows, run } from './sql.ts';

export interface MailboxRow {
  id: string;
  address: string;
  displayName: string;
  shared: boolean;
}

/** Guests have their mail at home, and a leaver's mailbox is gone. */
function toMailbox(person: Person | null): MailboxRow | undefined {
  if (!person || person.kind === 'guest') return undefined;
  if (person.kind === 'member' && !person.accountEnabled) return undefined;
  return {
    id: person.id,
    address: addressesOf(person)[0] ?? person.userPrincipalName,
    displayName: person.displayName,
    shared: person.kind === 'sharedMailbox',
  };
}

/** By id or sign-in name (any case), as paths name one. */
export function findMailbox(tenant: Tenant, idOrName: string): MailboxRow | undefined {
  return withFolders(tenant, findPerson(tenant, idOrName));
}

/** By an address that mail reaches it by (any case). */
export function findMailboxByAddress(tenant: Tenant, address: string): MailboxRow | undefined {
  return withFolders(tenant, findPersonByAddress(tenant, address));
}

function withFolders(tenant: Tenant, person: Person | null): MailboxRow | undefined {
  const mailbox = toMailbox(person);
  if (mailbox) createStandardFolders(tenant.db, mailbox.id);
  return mailbox;
}

/** Every mailbox of the tenant. */
export function listMailboxes(tenant: Tenant): MailboxRow[] {
  return listPeople(tenant).flatMap((person) => toMailbox(person) ?? []);
}

/** True when mail to the address would stay inside the organisation, whether or not anyone has it. */
export function isInternalAddress(address: string): boolean {
  return address.toLowerCase().endsWith(`@${organisation.domain}`);
}

/** Full access here includes sending as the mailbox. */
export function accessOf(tenant: Tenant, mailboxId: string, userId: string): 'full' | 'read' | 'none' {
  return mailboxRight(tenant, mailboxId, userId);
}

/** In the place of a mailbox: every one, as where Entra itself has consented to an app's mail permissions. */
export const everyMailbox = '*';

/**
 * Lets an app with application permissions into one mailbox, or `everyMailbox`. `*` as the app stands for every app that has no rule
 * of its own.
 */
export function allowApp(db: Database.Database, appId: string, mailboxId: string): void {
  run(db, 'INSERT OR IGNORE INTO mail_app_access (appId, mailboxId) VALUES (?, ?)', [appId, mailboxId]);
}

export function isAppAllowed(db: Database.Database, appId: string, mailboxId: string): boolean {
  const own = rows<{ mailboxId: string }>(db, 'SELECT mailboxId FROM mail_app_access WHERE appId = ?', [appId]);
  const rules =
    own.length > 0 ? own : rows<{ mailboxId: string }>(db, "SELECT mailboxId FROM mail_app_access WHERE appId = '*'");
  return rules.some((rule) => rule.mailboxId === mailboxId || rule.mailboxId === everyMailbox);
}
