import type { SandboxApp } from '../http.ts';
import { addressOf } from '../identity/organisation.ts';
import type { Tenant } from '../tenant.ts';
import { loadInboxes } from './inbox/load-inboxes.ts';
import { mailBases } from './routes/mail-bases.ts';
import { registerAttachments } from './routes/register-attachments.ts';
import { registerFolders } from './routes/register-folders.ts';
import { registerIdTranslation } from './routes/register-id-translation.ts';
import { registerMailControl } from './routes/register-mail-control.ts';
import { registerMessages } from './routes/register-messages.ts';
import { registerSending } from './routes/register-sending.ts';
import { createStandardFolders } from './store/folders.ts';
import { allowApp, findMailbox, listMailboxes } from './store/mailboxes.ts';
import { createMailTables } from './store/schema.ts';
import { atomically, row } from './store/sql.ts';
import { MailThrottle } from './throttle.ts';
import { registerUploads } from './uploads/register-uploads.ts';

/** The one mailbox that apps with application permissions may use. */
const serviceMailbox = addressOf('urddas');

/** Makes the mailboxes and fills them, unless that was done before. The directory must be there already. */
export function prepareMail(tenant: Tenant): void {
  createMailTables(tenant.db);
  if (row(tenant.db, 'SELECT 1 FROM mail_folders LIMIT 1')) return;
  atomically(tenant.db, () => {
    for (const mailbox of listMailboxes(tenant)) createStandardFolders(tenant.db, mailbox.id);
    const service = findMailbox(tenant, serviceMailbox);
    if (service) allowApp(tenant.db, '*', service.id);
    loadInboxes(tenant);
  });
}

/** Outlook mail of Graph v1.0, the upload addresses, and the mail part of the control surface. */
export function registerMail(app: SandboxApp, tenant: Tenant): void {
  const throttle = new MailThrottle(tenant);
  prepareMail(tenant);
  tenant.events.on('reset', () => {
    throttle.clear();
    prepareMail(tenant);
  });
  for (const base of mailBases) {
    // In Hono `/messages/*` matches `/messages` too; a second pattern would count a request twice.
    for (const path of ['messages/*', 'mailFolders/*', 'sendMail', 'translateExchangeIds']) {
      app.use(`${base}/${path}`, throttle.limitConcurrency());
    }
  }
  registerFolders(app, tenant);
  registerMessages(app, tenant);
  registerAttachments(app, tenant, throttle);
  registerSending(app, tenant);
  registerIdTranslation(app, tenant);
  registerUploads(app, tenant, throttle);
  registerMailControl(app, tenant);
}
