import * as v from 'valibot';
import type { SandboxApp, SandboxContext } from '../../http.ts';
import { GraphFailure } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { openMailbox } from '../access.ts';
import { changeMessage, createDraft, createDraftFromMime, unchangeableIn } from '../drafts/drafts.ts';
import { readInput, readMessageInput } from '../drafts/message-input.ts';
import { listMessages } from '../query/list-messages.ts';
import { readMessageQuery } from '../query/options.ts';
import { changeKeyMismatch, folderNotFound, invalidRequest } from '../refusals.ts';
import { attachmentsOf, toAttachmentResource } from '../resource/attachments.ts';
import { changeKeyOf, readPreferences, toMessageResource } from '../resource/message-resource.ts';
import { findFolder, standardFolderId } from '../store/folders.ts';
import type { MailboxRow } from '../store/mailboxes.ts';
import { copyMessage, destroyMessage, type MessageRow, moveMessage } from '../store/messages.ts';
import { mailBases, messageAskedFor } from './mail-bases.ts';
import { carriesMime, readJson, readMime } from './read-body.ts';
import { messageBytes } from './register-mime.ts';

const destination = v.object({ destinationId: v.string() });

/** Refuses a change made on an older state than the present one. */
function checkIfMatch(c: SandboxContext, message: MessageRow): void {
  const wanted = c.req.header('if-match');
  if (!wanted || wanted === '*') return;
  if (wanted.replace(/^W\//, '').replaceAll('"', '') !== changeKeyOf(message)) throw changeKeyMismatch();
}

function shown(tenant: Tenant, c: SandboxContext, mailbox: MailboxRow, message: MessageRow): Record<string, unknown> {
  const query = readMessageQuery(c);
  return {
    '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#users('${mailbox.id}')/messages/$entity`,
    ...toMessageResource(tenant, message, query, readPreferences(c)),
    ...(query.withAttachments
      ? { attachments: attachmentsOf(tenant, message).map((attachment) => toAttachmentResource(attachment, true)) }
      : {}),
  };
}

/** Messages: list, read, create, change, delete, move, copy. https://learn.microsoft.com/graph/api/resources/message */
export function registerMessages(app: SandboxApp, tenant: Tenant): void {
  const changed = (mailbox: MailboxRow, message: MessageRow) =>
    tenant.events.emit('mailChanged', { userId: mailbox.id, messageId: message.immutableId });

  for (const base of mailBases) {
    for (const path of [`${base}/messages`, `${base}/mailFolders/:folder/messages`]) {
      app.get(path, (c) => listRoute(tenant, c));

      app.get(`${path}/$count`, (c) => {
        const { page } = askedPage(tenant, c, true);
        return c.text(String(page.total));
      });

      app.post(path, async (c) => {
        const mailbox = openMailbox(tenant, c, 'write');
        const asked = c.req.param('folder');
        const folder = asked === undefined ? undefined : findFolder(tenant.db, mailbox.id, asked);
        if (asked !== undefined && !folder) throw folderNotFound();
        const draft = carriesMime(c)
          ? createDraftFromMime(tenant, mailbox, await readMime(c), folder?.id)
          : createDraft(tenant, mailbox, readMessageInput(await readJson(c)), folder?.id);
        changed(mailbox, draft);
        return c.json(shown(tenant, c, mailbox, messageAskedFor(tenant, mailbox, draft.immutableId)), 201);
      });
    }

    app.get(`${base}/messages/:id`, (c) => {
      const mailbox = openMailbox(tenant, c, 'read');
      return c.json(shown(tenant, c, mailbox, messageAskedFor(tenant, mailbox, c.req.param('id'))));
    });

    app.get(`${base}/messages/:id/$value`, (c) => {
      const mailbox = openMailbox(tenant, c, 'read');
      return messageBytes(tenant, mailbox, messageAskedFor(tenant, mailbox, c.req.param('id')));
    });

    app.patch(`${base}/messages/:id`, async (c) => {
      const mailbox = openMailbox(tenant, c, 'write');
      const input = readMessageInput(await readJson(c));
      if (input.attachments) throw invalidRequest('Attachments are added one by one, not by changing the message.');
      const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
      checkIfMatch(c, message);
      const refused = unchangeableIn(message, input);
      if (refused) {
        throw new GraphFailure(400, 'ErrorInvalidPropertySet', `Set action is invalid for property '${refused}'.`);
      }
      const after = changeMessage(tenant, message, input);
      changed(mailbox, after);
      return c.json(shown(tenant, c, mailbox, after));
    });

    app.delete(`${base}/messages/:id`, (c) => {
      const mailbox = openMailbox(tenant, c, 'write');
      const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
      checkIfMatch(c, message);
      const bin = standardFolderId(mailbox.id, 'deleteditems');
      const beyond = standardFolderId(mailbox.id, 'recoverableitemsdeletions');
      if (message.folderId === beyond) destroyMessage(tenant.db, message);
      else moveMessage(tenant.db, message, message.folderId === bin ? beyond : bin, tenant.clock.stamp());
      changed(mailbox, message);
      return c.body(null, 204);
    });

    for (const [verb, act] of [
      ['move', moveMessage],
      ['copy', copyMessage],
    ] as const) {
      app.post(`${base}/messages/:id/${verb}`, async (c) => {
        const mailbox = openMailbox(tenant, c, 'write');
        const { destinationId } = readInput(destination, await readJson(c));
        const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
        const folder = findFolder(tenant.db, mailbox.id, destinationId);
        if (!folder) throw folderNotFound();
        const after = act(tenant.db, message, folder.id, tenant.clock.stamp());
        changed(mailbox, after);
        return c.json(shown(tenant, c, mailbox, after), 201);
      });
    }
  }
}

function askedPage(tenant: Tenant, c: SandboxContext, count: boolean) {
  const mailbox = openMailbox(tenant, c, 'read');
  const asked = c.req.param('folder');
  const folder = asked === undefined ? null : findFolder(tenant.db, mailbox.id, asked);
  if (folder === undefined) throw folderNotFound();
  const query = readMessageQuery(c);
  const page = listMessages(tenant.db, mailbox.id, folder?.id ?? null, count ? { ...query, count } : query);
  return { mailbox, query, page };
}

function listRoute(tenant: Tenant, c: SandboxContext): Response {
  const { mailbox, query, page } = askedPage(tenant, c, false);
  const preferences = readPreferences(c);
  const next = new URL(c.req.url);
  next.searchParams.set('$skip', String(query.skip + query.top));
  return c.json({
    '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#users('${mailbox.id}')/messages`,
    ...(page.total === null ? {} : { '@odata.count': page.total }),
    value: page.messages.map((message) => ({
      ...toMessageResource(tenant, message, query, preferences),
      ...(query.withAttachments
        ? { attachments: attachmentsOf(tenant, message).map((attachment) => toAttachmentResource(attachment, true)) }
        : {}),
    })),
    ...(page.hasMore ? { '@odata.nextLink': `${tenant.origin}${next.pathname}${next.search}` } : {}),
  });
}
