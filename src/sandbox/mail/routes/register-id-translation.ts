import * as v from 'valibot';
import { GraphFailure, type SandboxApp } from '../../http.ts';
import type { Tenant } from '../../tenant.ts';
import { openMailbox } from '../access.ts';
import { readInput } from '../drafts/message-input.ts';
import { toEwsForm, toRestForm } from '../store/ids.ts';
import { findMessage } from '../store/messages.ts';
import { mailBases } from './mail-bases.ts';
import { readJson } from './read-body.ts';

const kinds = ['entryId', 'ewsId', 'immutableEntryId', 'restId', 'restImmutableEntryId'] as const;

const input = v.object({
  inputIds: v.array(v.string()),
  sourceIdType: v.picklist(kinds),
  targetIdType: v.picklist(kinds),
});

const mostIds = 1000;

/** https://learn.microsoft.com/graph/api/user-translateexchangeids */
export function registerIdTranslation(app: SandboxApp, tenant: Tenant): void {
  for (const base of mailBases) {
    app.post(`${base}/translateExchangeIds`, async (c) => {
      const mailbox = openMailbox(tenant, c, 'read');
      const { inputIds, sourceIdType, targetIdType } = readInput(input, await readJson(c));
      if (inputIds.length > mostIds) {
        throw new GraphFailure(400, 'ErrorInvalidRequest', 'At most 1000 ids can be translated in one request.');
      }
      if (sourceIdType === 'entryId' || targetIdType === 'entryId') {
        throw new GraphFailure(400, 'ErrorInvalidRequest', 'The stand-in has no MAPI entry ids.');
      }
      const value = inputIds.map((sourceId) => {
        const message = findMessage(tenant.db, mailbox.id, sourceIdType === 'ewsId' ? toRestForm(sourceId) : sourceId);
        if (!message) {
          return {
            sourceId,
            errorDetails: { code: 'ErrorInvalidIdMalformed', message: 'Id is malformed or does not exist.' },
          };
        }
        const isImmutable = targetIdType === 'restImmutableEntryId' || targetIdType === 'immutableEntryId';
        const targetId = isImmutable ? message.immutableId : message.movingId;
        return { sourceId, targetId: targetIdType === 'ewsId' ? toEwsForm(targetId) : targetId };
      });
      return c.json({ '@odata.context': `${tenant.origin}/graph/v1.0/$metadata#Collection(convertIdResult)`, value });
    });
  }
}
