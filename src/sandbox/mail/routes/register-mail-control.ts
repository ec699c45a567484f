import { GraphFailure, type SandboxApp } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { streamBlob } from '../store/blobs.ts';
import { allowApp, everyMailbox, findMailbox } from '../store/mailboxes.ts';
import { readSettings, writeSettings } from '../store/settings.ts';
import { row, rows, run } from '../store/sql.ts';
import { dropMail } from '../transport/drop-mail.ts';

/** What a test or a visitor may look at and switch, outside Graph. */
export function registerMailControl(app: SandboxApp, tenant: Tenant): void {
  const { db } = tenant;

  app.get('/sandbox/mail/external', (c) =>
    c.json({
      value: rows(db, 'SELECT id, recipient, sender, subject, internetMessageId, at FROM mail_external ORDER BY id'),
    }),
  );

  app.get('/sandbox/mail/external/:id/value', (c) => {
    const found = row<{ blobId: number }>(db, 'SELECT blobId FROM mail_external WHERE id = ?', [
      Number(c.req.param('id')),
    ]);
    if (!found) throw new GraphFailure(404, 'itemNotFound', 'No mail of that number has left.');
    return c.body(streamBlob(db, found.blobId), 200, { 'content-type': 'text/plain' });
  });

  app.get('/sandbox/mail/settings', (c) => c.json(readSettings(db)));

  app.put('/sandbox/mail/settings', async (c) => {
    const changes = (await c.req.json().catch(() => null)) as Record<string, unknown> | null;
    if (changes === null || typeof changes !== 'object')
      throw new GraphFailure(400, 'invalidRequest', 'JSON is needed.');
    const refused = writeSettings(db, changes);
    if (refused !== null)
      throw new GraphFailure(400, 'invalidRequest', `${refused} is no setting, or not of its type.`);
    return c.json(readSettings(db));
  });

  // Which mailboxes an app with application permissions may open; without a rule of its own only the service mailbox. `all`: Entra has
  // consented to its mail permissions, and Exchange confines nothing.
  app.put('/sandbox/mail/apps/:app/mailboxes', async (c) => {
    const body = (await c.req.json().catch(() => null)) as { mailboxes?: unknown } | null;
    const app = c.req.param('app');
    const forget = () => run(db, 'DELETE FROM mail_app_access WHERE appId = ?', [app]);
    if (body?.mailboxes === 'all') {
      forget();
      allowApp(db, app, everyMailbox);
      return c.json({ mailboxes: 'all' });
    }
    const wanted = Array.isArray(body?.mailboxes) ? body.mailboxes.map(String) : null;
    if (wanted === null)
      throw new GraphFailure(400, 'invalidRequest', 'mailboxes must be a list of addresses, or all.');
    const found = wanted.map((address) => {
      const mailbox = findMailbox(tenant, address);
      if (!mailbox) throw new GraphFailure(404, 'itemNotFound', `There is no mailbox ${address}.`);
      return mailbox;
    });
    forget();
    for (const mailbox of found) allowApp(db, app, mailbox.id);
    return c.json({ mailboxes: found.map(({ address }) => address) });
  });

  // A mail from outside: the raw bytes of a message, put into one mailbox as if a server had handed it over.
  app.post('/sandbox/mail/:mailbox/inbox', async (c) => {
    const mailbox = findMailbox(tenant, c.req.param('mailbox'));
    if (!mailbox) throw new GraphFailure(404, 'itemNotFound', `There is no mailbox ${c.req.param('mailbox')}.`);
    const message = dropMail(tenant, mailbox, Buffer.from(await c.req.arrayBuffer()));
    return c.json({ id: message.movingId, immutableId: message.immutableId }, 201);
  });
}
