import * as v from 'valibot';
import type { SandboxApp, SandboxContext } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { openMailbox } from '../access.ts';
import { type AnswerKind, createAnswerDraft } from '../drafts/answer-drafts.ts';
import { createDraft, createDraftFromMime } from '../drafts/drafts.ts';
import { readInput, readMessageInput } from '../drafts/message-input.ts';
import { readPreferences, toMessageResource } from '../resource/message-resource.ts';
import { type MessageRow, messageBySeq } from '../store/messages.ts';
import { atomically } from '../store/sql.ts';
import { sendDraft } from '../transport/send.ts';
import { mailBases, messageAskedFor } from './mail-bases.ts';
import { carriesMime, readJson, readMime } from './read-body.ts';

const recipients = v.array(v.object({ emailAddress: v.object({ name: v.optional(v.string()), address: v.string() }) }));

const answerInput = v.object({
  comment: v.optional(v.nullable(v.string())),
  Comment: v.optional(v.nullable(v.string())),
  toRecipients: v.optional(recipients),
  ToRecipients: v.optional(recipients),
  message: v.optional(v.record(v.string(), v.unknown())),
  Message: v.optional(v.record(v.string(), v.unknown())),
});

/** The documentation's own example writes the word in quotes, and Exchange takes it. */
const looseBoolean = v.union([
  v.boolean(),
  v.pipe(
    v.picklist(['true', 'false']),
    v.transform((word) => word === 'true'),
  ),
]);

const sendMailInput = v.object({
  message: v.optional(v.record(v.string(), v.unknown())),
  Message: v.optional(v.record(v.string(), v.unknown())),
  saveToSentItems: v.optional(looseBoolean),
  SaveToSentItems: v.optional(looseBoolean),
});

const answers: [string, AnswerKind][] = [
  ['reply', 'reply'],
  ['replyAll', 'replyAll'],
  ['forward', 'forward'],
];

/** Everything that makes mail leave. Accepted is 202: delivery here is at once, failures come back as a report. */
export function registerSending(app: SandboxApp, tenant: Tenant): void {
  for (const base of mailBases) {
    app.post(`${base}/sendMail`, async (c) => {
      const mailbox = openMailbox(tenant, c, 'send');
      const personId = c.get('caller').userId;
      if (carriesMime(c)) {
        const mime = await readMime(c);
        atomically(tenant.db, () =>
          sendDraft(tenant, mailbox, createDraftFromMime(tenant, mailbox, mime), { personId, saveToSentItems: true }),
        );
        return c.body(null, 202);
      }
      const input = readInput(sendMailInput, await readJson(c));
      const message = readMessageInput(input.message ?? input.Message);
      const saveToSentItems = input.saveToSentItems ?? input.SaveToSentItems ?? true;
      atomically(tenant.db, () =>
        sendDraft(tenant, mailbox, reread(tenant, createDraft(tenant, mailbox, message)), {
          personId,
          saveToSentItems,
        }),
      );
      return c.body(null, 202);
    });

    app.post(`${base}/messages/:id/send`, (c) => {
      const mailbox = openMailbox(tenant, c, 'send');
      const draft = messageAskedFor(tenant, mailbox, c.req.param('id'));
      sendDraft(tenant, mailbox, draft, { personId: c.get('caller').userId, saveToSentItems: true });
      return c.body(null, 202);
    });

    for (const [verb, kind] of answers) {
      const prepare = async (c: SandboxContext, action: 'write' | 'send') => {
        const mailbox = openMailbox(tenant, c, action);
        const input = readInput(answerInput, await readJson(c));
        const original = messageAskedFor(tenant, mailbox, c.req.param('id'));
        const answer = {
          kind,
          comment: input.comment ?? input.Comment ?? '',
          toRecipients: input.toRecipients ?? input.ToRecipients,
          message: readMessageInput(input.message ?? input.Message ?? {}),
        };
        return { mailbox, make: () => createAnswerDraft(tenant, mailbox, original, answer) };
      };

      app.post(`${base}/messages/:id/${verb}`, async (c) => {
        const { mailbox, make } = await prepare(c, 'send');
        const personId = c.get('caller').userId;
        atomically(tenant.db, () =>
          sendDraft(tenant, mailbox, reread(tenant, make()), { personId, saveToSentItems: true }),
        );
        return c.body(null, 202);
      });

      app.post(`${base}/messages/:id/create${verb.charAt(0).toUpperCase()}${verb.slice(1)}`, async (c) => {
        const { mailbox, make } = await prepare(c, 'write');
        const draft = reread(tenant, make());
        const context = `${tenant.origin}/graph/v1.0/$metadata#users('${mailbox.id}')/messages/$entity`;
        const resource = toMessageResource(tenant, draft, { select: null, extended: [] }, readPreferences(c));
        return c.json({ '@odata.context': context, ...resource }, 201);
      });
    }
  }
}

/** The row as it stands after attachments were added. */
function reread(tenant: Tenant, message: MessageRow): MessageRow {
  return messageBySeq(tenant.db, message.seq) ?? message;
}
