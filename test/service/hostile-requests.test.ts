import { request } from 'node:http';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { issueInvokeToken } from '../../src/sandbox/bot/invoke-token.ts';
import { incidents, itemsOf } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';
import { uploadEvidence } from './support/security.ts';

const sha256 = 'a'.repeat(64);

describe('Requests that nobody of good will makes', () => {
  let product: Product;
  let service: Replica;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  async function report() {
    number += 1;
    const made = await reportOf(await personOf(product, 'reporter'), number);
    await addReport(product, 'reporter', made);
    return made;
  }
  const ownToken = (over: Record<string, unknown> = {}) => {
    const { clientId } = product.settings;
    return product.token({
      persona: 'reporter',
      app: clientId,
      audience: `api://${clientId}`,
      scopes: ['access_as_user'],
      ...over,
    });
  };

  describe('to the bot', () => {
    const post = async (body: string, contentType = 'application/json') => {
      const token = await issueInvokeToken(product.sandbox.tenant, product.settings.bot.id, {});
      const response = await fetch(`${service.origin}/api/messages`, {
        method: 'POST',
        headers: { 'content-type': contentType, authorization: `Bearer ${token}` },
        body,
      });
      return response.status;
    };
    const activity = (over: Record<string, unknown>) =>
      JSON.stringify({
        type: 'invoke',
        name: 'adaptiveCard/action',
        channelId: 'msteams',
        serviceUrl: `${product.sandbox.origin}/connector/`,
        from: { id: '29:x', aadObjectId: 'x' },
        conversation: { id: 'a:1', tenantId: product.settings.tenantId, conversationType: 'personal' },
        ...over,
      });

    it.each([
      ['nothing', ''],
      ['half of a JSON', '{"type":"invoke"'],
      ['a JSON that is no object', '[1,2]'],
      ['null', 'null'],
      ['deeply nested JSON', '['.repeat(20_000)],
    ])('%s: 400', async (_, body) => {
      expect(await post(body)).toBe(400);
    });

    it('fields of the wrong type, in an activity whose token is right: 400', async () => {
      expect(await post(activity({ from: 'nobody' }))).toBe(400);
      expect(await post(activity({ conversation: { id: 7 } }))).toBe(400);
    });

    it.each([
      ['no value', undefined],
      ['a text', 'x'],
      ['an action of the wrong type', { action: 7 }],
      ['a verb nobody knows', { action: { verb: '__proto__', data: {} } }],
      ['no submission', { action: { verb: 'refresh', data: null } }],
      [
        'a submission that is no id',
        { action: { verb: 'refresh', data: { submissionId: "' or 1 eq 1", cardVersion: 1 } } },
      ],
    ])('a card action with %s gets a polite answer', async (_, value) => {
      expect(await post(activity({ value }))).toBe(200);
    });

    it('more than an activity can be is not read: 413', async () => {
      expect(await post(activity({ value: 'x'.repeat(300 * 1024) }))).toBe(413);
    });

    it.each(['installationUpdate', 'conversationUpdate'])('remembers the chat of a %s', async (type) => {
      const { id: staffId } = await personOf(product, type === 'installationUpdate' ? 'hr' : 'helpDesk');
      const conversation = {
        id: `a:${type}`,
        tenantId: product.settings.tenantId,
        conversationType: 'personal',
      };
      expect(await post(activity({ type, from: { id: '29:me', aadObjectId: staffId }, conversation }))).toBe(202);
      const kept = (await itemsOf(product, product.settings.site.lists.state)).find(
        ({ fields }) => fields.Key === `chat:${staffId}`,
      );
      expect(JSON.parse(kept?.fields.Value ?? '{}')).toEqual({
        serviceUrl: `${product.sandbox.origin}/connector/`,
        conversationId: `a:${type}`,
        memberId: '29:me',
      });
    });

    it('remembers no chat of a channel or a group', async () => {
      const { id: staffId } = await personOf(product, 'switchboard');
      const conversation = { id: '19:x', tenantId: product.settings.tenantId, conversationType: 'channel' };
      const type = 'conversationUpdate';
      expect(await post(activity({ type, from: { id: '29:me', aadObjectId: staffId }, conversation }))).toBe(202);
      const keys = (await itemsOf(product, product.settings.site.lists.state)).map(({ fields }) => fields.Key);
      expect(keys).not.toContain(`chat:${staffId}`);
    });
  });

  describe('to the evidence upload', () => {
    it('a token of the right audience without the scope: 403', async () => {
      const made = await report();
      const { clientId } = product.settings;
      const appOnly = await product.token({ app: clientId, audience: `api://${clientId}`, scopes: ['.default'] });
      const response = await uploadEvidence(product, service.origin, {
        submissionId: made.submissionId,
        bytes: new Uint8Array([1]),
        sha256,
        token: appOnly,
      });
      expect(response.status).toBe(403);
    });

    it('more than 150 MB: 413 by what is announced, before a byte of it has come', async () => {
      const made = await report();
      const authorization = `Bearer ${await ownToken()}`;
      const status = await new Promise<number | undefined>((done, failed) => {
        const call = request(
          `${service.origin}/api/submissions/${made.submissionId}/evidence`,
          {
            method: 'PUT',
            headers: {
              authorization,
              'content-length': String(151 * 1024 * 1024),
              'x-evidence-sha256': sha256,
              'x-evidence-method': 'officeFile',
              'x-evidence-captured-at': '2026-11-20T10:05:00Z',
            },
          },
          (response) => {
            done(response.statusCode);
            call.destroy();
          },
        );
        call.on('error', failed);
        // The head leaves; the body never does.
        call.flushHeaders();
      });
      expect(status).toBe(413);
    });

    it.each<[string, Record<string, string>]>([
      ['a broken percent code', { 'x-evidence-message-id': '%E0%A4%A' }],
      ['a header of 9,000 characters', { 'x-evidence-item-id': 'x'.repeat(9_000) }],
      ['a time that is none', { 'x-evidence-captured-at': 'yesterday' }],
      ['a method of its own', { 'x-evidence-method': '__proto__' }],
      ['a hash in capitals', { 'x-evidence-sha256': 'A'.repeat(64) }],
      ['a path in the hash', { 'x-evidence-sha256': '../../original' }],
    ])('%s: 400, and nothing is filed', async (_, headers) => {
      const made = await report();
      const { submissionId } = made;
      const request = { submissionId, bytes: new Uint8Array([1]), sha256, headers };
      expect((await uploadEvidence(product, service.origin, request)).status).toBe(400);
      const found = (await incidents(product)).find(({ item }) => item.fields.SubmissionId === submissionId);
      expect(found?.incident.evidence ?? []).toEqual([]);
    });

    it.each(['..%2F..%2Froot', "x'%20or%201%20eq%201", '0'.repeat(27), '%00'])(
      'a submission called %s: 404',
      async (submissionId) => {
        const request = { submissionId, bytes: new Uint8Array([1]), sha256 };
        expect((await uploadEvidence(product, service.origin, request)).status).toBe(404);
      },
    );

    it('keeps line ends and other alphabets of a message id as they are', async () => {
      const made = await report();
      const bytes = new Uint8Array([1]);
      const hash = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
        .map((byte) => byte.toString(16).padStart(2, '0'))
        .join('');
      const messageId = '<a\r\nX-Evil: 1@ŵ.example>';
      const headers = { 'x-evidence-message-id': encodeURIComponent(messageId) };
      const { submissionId } = made;
      expect(
        (await uploadEvidence(product, service.origin, { submissionId, bytes, sha256: hash, headers })).status,
      ).toBe(200);
      const found = (await incidents(product)).find(({ item }) => item.fields.SubmissionId === submissionId);
      expect(found?.incident.evidence[0]?.internetMessageId).toBe(messageId);
    });

    it('a verification that is a huge JSON: 413', async () => {
      const made = await report();
      await service.work.readLists();
      const response = await fetch(
        `${service.origin}/api/incidents/${made.submissionId}/evidence/original/verification`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${await ownToken({ persona: 'security' })}` },
          body: JSON.stringify({ sha256, more: 'x'.repeat(2 * 1024 * 1024) }),
        },
      );
      expect(response.status).toBe(413);
    });
  });

  describe('to the webhook', () => {
    it('more than a notification can be: 413', async () => {
      const response = await fetch(`${service.origin}/api/notifications`, {
        method: 'POST',
        body: JSON.stringify({ value: [{ clientState: 'x'.repeat(1_100_000) }] }),
      });
      expect(response.status).toBe(413);
    });

    it.each(['', 'null', '{"value":7}', '{"value":[7]}', '{'])('%j: 400', async (body) => {
      const response = await fetch(`${service.origin}/api/notifications`, { method: 'POST', body });
      expect(response.status).toBe(400);
    });

    it('a call with a wrong secret, or none, wakes nobody', async () => {
      const made = await report();
      for (const clientState of ['guess', '', null]) {
        const response = await fetch(`${service.origin}/api/notifications`, {
          method: 'POST',
          body: JSON.stringify({ value: [{ clientState, subscriptionId: 'x' }] }),
        });
        expect(response.status).toBe(202);
      }
      await new Promise((done) => setTimeout(done, 1_500));
      const known = (await incidents(product)).map(({ item }) => item.fields.SubmissionId);
      expect(known).not.toContain(made.submissionId);
      expect(product.logged()).not.toContain('requestFailed');
    });
  });
});
