import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { openMailbox } from '../access.ts';
import { addAttachment, removeAttachment } from '../drafts/draft-attachments.ts';
import { attachmentInput, readInput } from '../drafts/message-input.ts';
import { invalidRequest, itemNotFound, tooLarge } from '../refusals.ts';
import { type Attachment, attachmentsOf, toAttachmentResource } from '../resource/attachments.ts';
import type { MessageRow } from '../store/messages.ts';
import type { MailThrottle } from '../throttle.ts';
import { createUploadSession } from '../uploads/upload-sessions.ts';
import { mailBases, messageAskedFor } from './mail-bases.ts';
import { largestAttachmentRequest, readJson } from './read-body.ts';

/** From here on an attachment needs an upload session. */
const directLimit = 3 * 1024 * 1024;

const sessionInput = v.object({
  AttachmentItem: v.optional(v.unknown()),
  attachmentItem: v.optional(v.unknown()),
});

/** Attachments of messages and drafts. https://learn.microsoft.com/graph/api/resources/attachment */
export function registerAttachments(app: SandboxApp, tenant: Tenant, throttle: MailThrottle): void {
  const attachmentAskedFor = (message: MessageRow, id: string): Attachment => {
    const found = attachmentsOf(tenant, message).find((attachment) => attachment.id === id);
    if (!found) throw itemNotFound();
    return found;
  };

  for (const base of mailBases) {
    const path = `${base}/messages/:id/attachments`;

    app.get(path, (c) => {
      const mailbox = openMailbox(tenant, c, 'read');
      const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
      const select = c.req.query('$select')?.split(',');
      const value = attachmentsOf(tenant, message).map((attachment) => {
        const resource = toAttachmentResource(attachment, !select || select.includes('contentBytes'));
        if (!select) return resource;
        return Object.fromEntries(
          Object.entries(resource).filter(([name]) => name.startsWith('@') || name === 'id' || select.includes(name)),
        );
      });
      return c.json({ '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#attachments`, value });
    });

    app.get(`${path}/:attachment`, (c) => {
      const mailbox = openMailbox(tenant, c, 'read');
      const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
      return c.json(toAttachmentResource(attachmentAskedFor(message, c.req.param('attachment')), true));
    });

    app.get(`${path}/:attachment/$value`, (c) => {
      const mailbox = openMailbox(tenant, c, 'read');
      const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
      const attachment = attachmentAskedFor(message, c.req.param('attachment'));
      const contentType = attachment.kind === 'item' ? 'text/plain' : attachment.contentType;
      return c.body(new Uint8Array(attachment.load()), 200, { 'content-type': contentType });
    });

    app.post(path, async (c) => {
      const mailbox = openMailbox(tenant, c, 'write');
      const input = readInput(attachmentInput, await readJson(c, largestAttachmentRequest));
      const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
      requireDraft(message);
      if (input['@odata.type'] !== '#microsoft.graph.fileAttachment') {
        throw invalidRequest("The property '@odata.type' must be '#microsoft.graph.fileAttachment' here.");
      }
      const bytes = Buffer.from(input.contentBytes ?? '', 'base64');
      if (bytes.length >= directLimit) {
        throw tooLarge('The attachment is 3 MB or larger: create an upload session for it.');
      }
      throttle.admitUpload(c.get('caller').appId, mailbox.id, bytes.length);
      const { id } = addAttachment(tenant, message, {
        name: input.name,
        contentType: input.contentType ?? null,
        contentId: input.contentId ?? null,
        isInline: input.isInline ?? false,
        bytes: [bytes],
      });
      const context = `${tenant.origin}/graph/v1.0/$metadata#users('${mailbox.id}')/messages('${encodeURIComponent(message.movingId)}')/attachments/$entity`;
      return c.json({ '@odata.context': context, ...toAttachmentResource(attachmentAskedFor(message, id), true) }, 201);
    });

    app.post(`${path}/createUploadSession`, async (c) => {
      const mailbox = openMailbox(tenant, c, 'write');
      const input = readInput(sessionInput, await readJson(c));
      const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
      requireDraft(message);
      const item = input.AttachmentItem ?? input.attachmentItem;
      return c.json(createUploadSession(tenant, c.get('caller'), mailbox, message, item), 201);
    });

    app.delete(`${path}/:attachment`, (c) => {
      const mailbox = openMailbox(tenant, c, 'write');
      const message = messageAskedFor(tenant, mailbox, c.req.param('id'));
      requireDraft(message);
      if (!removeAttachment(tenant, message, c.req.param('attachment'))) throw itemNotFound();
      return c.body(null, 204);
    });
  }
}

/** The evidence is safe from us: what was received or sent keeps its attachments. */
function requireDraft(message: MessageRow): void {
  if (message.isDraft === 1) return;
  throw new GraphFailure(
    400,
    'ErrorInvalidOperation',
    'Attachments of a message that is not a draft cannot be changed.',
  );
}
