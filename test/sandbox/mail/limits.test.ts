import { randomUUID } from 'node:crypto';
import { request } from 'node:http';
import { afterEach, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { addresses, allMail, MailClient, to } from './mail-client.ts';

const sandbox = sandboxUnderTest();
const reporter = new MailClient(sandbox, { persona: 'reporter', scopes: allMail });
const set = (body: Record<string, unknown>) => sandbox.send('PUT', '/sandbox/mail/settings', { body });

/**
 * A request that has begun and stays under way until it is told to finish; then its status. Settles when the server has taken it
 * up (it says "100 Continue"), so that nothing asked afterwards can take its place.
 */
async function holdOpen(): Promise<{ finish(): Promise<number> }> {
  const token = await sandbox.token({ persona: 'reporter', scopes: allMail });
  const outgoing = request(`${sandbox.origin}/graph/v1.0/me/messages`, {
    method: 'POST',
    agent: false,
    headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json', expect: '100-continue' },
  });
  const isTakenUp = new Promise((resolve) => outgoing.once('continue', resolve));
  const status = new Promise<number>((resolve, reject) => {
    outgoing.on('error', reject);
    outgoing.on('response', (answer) => {
      answer.resume();
      answer.on('end', () => resolve(answer.statusCode ?? 0));
    });
  });
  outgoing.flushHeaders();
  await Promise.race([isTakenUp, status]);
  outgoing.write('{"subject":');
  return {
    finish: () => {
      outgoing.end('"Held open"}');
      return status;
    },
  };
}

afterEach(async () => {
  await set({ mailboxConcurrency: true, uploadLimit: 150 * 1024 * 1024, valueLimit: null, sharedUploadFails: false });
});

describe('limits of Outlook', () => {
  it('the fifth request of one app to one mailbox at a time is refused, and asked to wait', async () => {
    const held = await Promise.all([1, 2, 3, 4].map(() => holdOpen()));
    const ask = () => reporter.get('/me/mailFolders/inbox');
    await expect.poll(async () => (await ask()).status, { timeout: 10_000 }).toBe(429);
    const refused = await ask();
    expect(refused.headers.get('retry-after')).toBe('1');
    expect(refused.json.error).toMatchObject({
      code: 'ApplicationThrottled',
      message: expect.stringContaining('MailboxConcurrency'),
    });
    // Another mailbox, and another app in the same one, are not concerned.
    const other = new MailClient(sandbox, { persona: 'manager', scopes: allMail });
    expect((await other.get('/me/mailFolders/inbox')).status).toBe(200);
    const otherApp = new MailClient(sandbox, { persona: 'reporter', app: randomUUID(), scopes: allMail });
    expect((await otherApp.get('/me/mailFolders/inbox')).status).toBe(200);
    expect(await Promise.all(held.map((each) => each.finish()))).toEqual([201, 201, 201, 201]);
    expect((await ask()).status).toBe(200);
  });

  it('four at a time are never refused', async () => {
    for (let round = 0; round < 5; round++) {
      const answers = await Promise.all([1, 2, 3, 4].map(() => reporter.get('/me/messages?$top=1')));
      expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 200]);
    }
  });

  it('requests one after another are never refused', async () => {
    for (let index = 0; index < 12; index++) expect((await reporter.get('/me/mailFolders/inbox')).status).toBe(200);
  });

  it('requests inside a batch wait for one another instead', async () => {
    const requests = Array.from({ length: 20 }, (_, index) => ({
      id: String(index),
      method: 'POST',
      url: '/me/messages',
      headers: { 'content-type': 'application/json' },
      body: { subject: 'In a batch' },
    }));
    const { responses } = (await reporter.post('/$batch', { requests })).json;
    expect(responses.map(({ status }: { status: number }) => status)).toEqual(Array.from({ length: 20 }, () => 201));
    expect((await reporter.get('/me/mailFolders/inbox')).status).toBe(200);
  });

  it('the concurrency limit can be switched off', async () => {
    await set({ mailboxConcurrency: false });
    const answers = await Promise.all(Array.from({ length: 24 }, () => reporter.get('/me/messages?$top=1')));
    expect(answers.every(({ status }) => status === 200)).toBe(true);
  });

  it('uploads are limited over five minutes, and admitted again after', async () => {
    await set({ uploadLimit: 1_000_000 });
    const draft = (await reporter.post('/me/messages', { subject: 'Quota', toRecipients: to(addresses.manager) })).json;
    const attach = () =>
      reporter.post(`/me/messages/${draft.id}/attachments`, {
        '@odata.type': '#microsoft.graph.fileAttachment',
        name: 'a.bin',
        contentBytes: Buffer.alloc(600_000).toString('base64'),
      });
    expect((await attach()).status).toBe(201);
    const refused = await attach();
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(290);
    await sandbox.send('POST', '/sandbox/clock', { body: { advanceSeconds: 301 } });
    expect((await attach()).status).toBe(201);
  });

  it('$value of a message over 25 MB can be made to fail, and others still come', async () => {
    await set({ valueLimit: 25 * 1024 * 1024 });
    const id = async (messageId: string) =>
      (await reporter.get(`/me/messages?$filter=${encodeURIComponent(`internetMessageId eq '${messageId}'`)}`)).json
        .value[0].id;
    const failed = await reporter.get(`/me/messages/${await id('<large@hendre-uchaf.example>')}/$value`);
    expect(failed.status).toBe(500);
    expect(failed.json.error.code).toBe('ErrorInternalServerError');
    expect((await reporter.get(`/me/messages/${await id('<a3@brynhafod.example>')}/$value`)).status).toBe(200);
  });

  it('settings of the wrong name or type are refused', async () => {
    expect((await set({ nonsense: true })).status).toBe(400);
    expect((await set({ valueLimit: 'much' })).status).toBe(400);
    expect((await set({ mailboxConcurrency: 1 })).status).toBe(400);
  });
});

describe('the state of the mailboxes', () => {
  it('comes back with the same ids after a reset, and what was sent is gone', async () => {
    const before = (await reporter.get('/me/mailFolders/inbox/messages?$top=100&$select=id,changeKey')).json.value;
    await reporter.patch(`/me/messages/${before[0].id}`, { isRead: true });
    await reporter.post('/me/sendMail', { message: { subject: 'Gone', toRecipients: to('a@outside.example') } });
    expect((await sandbox.send('POST', '/sandbox/reset', { body: {} })).ok).toBe(true);
    const after = (await reporter.get('/me/mailFolders/inbox/messages?$top=100&$select=id,changeKey')).json.value;
    expect(after).toEqual(before);
    expect((await (await sandbox.send('GET', '/sandbox/mail/external')).json()).value).toEqual([]);
    expect((await reporter.get('/me/mailFolders/sentitems')).json.totalItemCount).toBe(0);
  });

  it('takes new mail from outside, byte for byte', async () => {
    const bytes = Buffer.from('From: a@b.example\nSubject: Raw\n\n\xffnot utf-8\n', 'latin1');
    const dropped = await fetch(`${sandbox.origin}/sandbox/mail/${addresses.reporter}/inbox`, {
      method: 'POST',
      body: new Uint8Array(bytes),
    });
    expect(dropped.status).toBe(201);
    const { id } = (await dropped.json()) as { id: string };
    expect((await reporter.get(`/me/messages/${id}/$value`)).bytes.equals(bytes)).toBe(true);
    expect((await reporter.get(`/me/messages/${id}`)).json.body.content).toContain('ÿnot utf-8');
    const nowhere = await fetch(`${sandbox.origin}/sandbox/mail/neb@glanrafon.example/inbox`, {
      method: 'POST',
      body: 'x',
    });
    expect(nowhere.status).toBe(404);
  });
});
