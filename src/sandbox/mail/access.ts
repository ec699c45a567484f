import type { Caller, SandboxContext } from '../http.ts';
import { GraphFailure } from '../http.ts';
import type { Tenant } from '../tenant.ts';
import { accessDenied, invalidUser } from './refusals.ts';
import { accessOf, findMailbox, isAppAllowed, type MailboxRow } from './store/mailboxes.ts';

export type MailAction = 'read' | 'write' | 'send';

/** Permissions that allow an action; a mailbox that is not one's own needs the `.Shared` one. */
const permissions: Record<MailAction, string[]> = {
  read: ['Mail.Read', 'Mail.ReadWrite'],
  write: ['Mail.ReadWrite'],
  send: ['Mail.Send'],
};

/** The mailbox a request is about: `/me`, or `/users/{id or address}`. */
export function mailboxAskedFor(tenant: Tenant, c: SandboxContext): MailboxRow {
  const caller = c.get('caller');
  const asked = c.req.param('user') ?? caller.userId;
  if (asked === null) {
    throw new GraphFailure(400, 'BadRequest', '/me request is only valid with delegated authentication flow.');
  }
  const mailbox = findMailbox(tenant, asked);
  if (!mailbox) throw invalidUser(asked);
  return mailbox;
}

/** Refuses unless the token and the person behind it may do this in the mailbox. */
export function requireMailAccess(tenant: Tenant, caller: Caller, mailbox: MailboxRow, action: MailAction): void {
  if (caller.kind === 'app') {
    const isGranted = permissions[action].some((permission) => caller.roles.includes(permission));
    // Exchange's role-based access for applications: the role counts only inside the mailboxes it was given for.
    if (!isGranted || !isAppAllowed(tenant.db, caller.appId, mailbox.id)) throw accessDenied();
    return;
  }
  const isOwn = mailbox.id === caller.userId;
  const needed = permissions[action].flatMap((permission) =>
    isOwn ? [permission, `${permission}.Shared`] : [`${permission}.Shared`],
  );
  if (!needed.some((permission) => caller.scopes.includes(permission))) throw accessDenied();
  const right = accessOf(tenant, mailbox.id, caller.userId ?? '');
  if (right === 'none' || (right === 'read' && action !== 'read')) throw accessDenied();
}

/** The mailbox of this request, after checking that the caller may do this there. */
export function openMailbox(tenant: Tenant, c: SandboxContext, action: MailAction): MailboxRow {
  const mailbox = mailboxAskedFor(tenant, c);
  requireMailAccess(tenant, c.get('caller'), mailbox, action);
  return mailbox;
}
