import { createHash } from 'node:crypto';
import { beforeEach, describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { addresses, allMail, immutable, MailClient, to } from './mail-client.ts';

const sandbox = sandboxUnderTest();
const reporter = new MailClient(sandbox, { persona: 'reporter', scopes: allMail });
const manager = new MailClient(sandbox, { persona: 'manager', scopes: allMail });
const megabyte = 1024 * 1024;

/** Bytes that are the same each time and unlike their neighbours. */
function bytesOf(size: number): Buffer {
  const bytes = Buffer.alloc(size);
  for (let at = 0; at < size; at += 4093) bytes.writeUInt8((at * 31) % 251, at);
  return bytes;
}

const newDraft = async () =>
  (await reporter.post('/me/messages', { subject: 'Large', toRecipients: to(addresses.manager) })).json;

const file = (bytes: Buffer, extra: Record<string, unknown> = {}) => ({
  '@odata.type': '#microsoft.graph.fileAttachment',
  name: 'evidence.eml',
  contentType: 'message/rfc822',
  contentBytes: bytes.toString('base64'),
  ...extra,
});

async function openSession(draftId: string, size: number, mailbox = '/me', client = reporter) {
  return client.post(`${mailbox}/messages/${draftId}/attachments/createUploadSession`, {
    AttachmentItem: { attachmentType: 'file', name: 'original.eml', size },
  });
}

function put(uploadUrl: string, bytes: Buffer, first: number, total: number, headers: Record<string, string> = {}) {
  return fetch(uploadUrl, {
    method: 'PUT',
    headers: { 'content-range': `bytes ${first}-${first + bytes.length - 1}/${total}`, ...headers },
    body: new Uint8Array(bytes),
  });
}

async function uploadAll(uploadUrl: string, bytes: Buffer, chunk = 3 * megabyte): Promise<Response> {
  let last = new Response(null);
  for (let at = 0; at < bytes.length; at += chunk) {
    last = await put(uploadUrl, bytes.subarray(at, at + chunk), at, bytes.length);
    if (!last.ok) return last;
  }
  return last;
}

beforeEach(async () => {
  await sandbox.send('DELETE', '/sandbox/faults');
});

describe('an attachment posted directly', () => {
  it('is kept to the byte and marks the draft', async () => {
    const draft = await newDraft();
    const bytes = bytesOf(10_000);
    const added = await reporter.post(`/me/messages/${draft.id}/attachments`, file(bytes));
    expect(added.status).toBe(201);
    expect(added.json).toMatchObject({ name: 'evidence.eml', contentType: 'message/rfc822', size: 10_000 });
    const value = await reporter.get(`/me/messages/${draft.id}/attachments/${added.json.id}/$value`);
    expect(value.bytes.equals(bytes)).toBe(true);
    expect((await reporter.get(`/me/messages/${draft.id}`)).json.hasAttachments).toBe(true);
    expect((await reporter.delete(`/me/messages/${draft.id}/attachments/${added.json.id}`)).status).toBe(204);
    expect((await reporter.get(`/me/messages/${draft.id}`)).json.hasAttachments).toBe(false);
  });

  it('of 3 MB or more is refused', async () => {
    const draft = await newDraft();
    const large = await reporter.post(`/me/messages/${draft.id}/attachments`, file(bytesOf(3 * megabyte)));
    expect(large.status).toBe(413);
    expect(large.json.error.code).toBe('ErrorMessageSizeExceeded');
    const fits = await reporter.post(`/me/messages/${draft.id}/attachments`, file(bytesOf(3 * megabyte - 2000)));
    expect(fits.status).toBe(201);
  });

  it.each([
    ['no type', { '@odata.type': undefined }],
    ['no name', { name: undefined }],
    ['bytes that are not base64', { contentBytes: '%%%' }],
  ])('with %s is refused', async (_, extra) => {
    const draft = await newDraft();
    expect((await reporter.post(`/me/messages/${draft.id}/attachments`, file(bytesOf(10), extra))).status).toBe(400);
  });

  it('cannot be put on, or taken off, what was received', async () => {
    const filter = encodeURIComponent("internetMessageId eq '<a3@brynhafod.example>'");
    const [received] = (await reporter.get(`/me/messages?$filter=${filter}`)).json.value;
    const [attachment] = (await reporter.get(`/me/messages/${received.id}/attachments`)).json.value;
    expect((await reporter.post(`/me/messages/${received.id}/attachments`, file(bytesOf(1)))).status).toBe(400);
    expect((await reporter.delete(`/me/messages/${received.id}/attachments/${attachment.id}`)).status).toBe(400);
  });
});

describe('an upload session', () => {
  it('takes 26 MB in ranges without a token, and the recipient gets the very bytes', async () => {
    const draft = (
      await reporter.post('/me/messages', { subject: 'Evidence', toRecipients: to(addresses.manager) }, immutable)
    ).json;
    const bytes = bytesOf(26 * megabyte);
    const session = await openSession(draft.id, bytes.length);
    expect(session.status).toBe(201);
    expect(session.json.nextExpectedRanges).toEqual(['0-']);
    const last = await uploadAll(session.json.uploadUrl, bytes);
    expect(last.status).toBe(201);
    expect(last.headers.get('location')).toMatch(/\/attachments\/AAMk/);
    expect((await reporter.get(last.headers.get('location') ?? '')).json).toMatchObject({
      name: 'original.eml',
      size: bytes.length,
    });
    expect((await reporter.post(`/me/messages/${draft.id}/send`, undefined, immutable)).status).toBe(202);
    const [copy] = (await manager.get("/me/mailFolders/inbox/messages?$filter=subject eq 'Evidence'")).json.value;
    const [attachment] = (await manager.get(`/me/messages/${copy.id}/attachments?$select=name,size`)).json.value;
    const value = await manager.get(`/me/messages/${copy.id}/attachments/${attachment.id}/$value`);
    const hash = (content: Buffer) => createHash('sha256').update(content).digest('hex');
    expect(hash(value.bytes)).toBe(hash(bytes));
  });

  it('refuses a token, a range out of order, one of 4 MB, and a wrong length', async () => {
    const draft = await newDraft();
    const total = 9 * megabyte;
    const { uploadUrl } = (await openSession(draft.id, total)).json;
    expect((await put(uploadUrl, bytesOf(100), 0, total, { authorization: 'Bearer x' })).status).toBe(401);
    expect((await put(uploadUrl, bytesOf(100), 50, total)).status).toBe(416);
    expect((await put(uploadUrl, bytesOf(4 * megabyte), 0, total)).status).toBe(413);
    expect((await put(uploadUrl, bytesOf(100), 0, total + 1)).status).toBe(400);
    expect(
      (await fetch(uploadUrl, { method: 'PUT', headers: { 'content-range': `bytes 0-9/${total}` }, body: 'short' }))
        .status,
    ).toBe(400);
    expect((await fetch(uploadUrl, { method: 'PUT', body: 'x' })).status).toBe(400);
    const first = await put(uploadUrl, bytesOf(megabyte), 0, total);
    expect(first.status).toBe(200);
    expect(await first.json()).toMatchObject({ nextExpectedRanges: [String(megabyte)] });
    // The same range again, as after a lost answer: the session says where it stands.
    expect((await put(uploadUrl, bytesOf(megabyte), 0, total)).status).toBe(416);
    expect((await (await fetch(uploadUrl)).json()).nextExpectedRanges).toEqual([String(megabyte)]);
    expect((await fetch(uploadUrl, { method: 'DELETE' })).status).toBe(204);
    expect((await fetch(uploadUrl)).status).toBe(404);
  });

  it.each([
    [3 * megabyte - 1, 400, 'ErrorAttachmentSizeShouldNotBeLessThanMinimumSize'],
    [3 * megabyte, 201, undefined],
    [150 * megabyte, 201, undefined],
    [150 * megabyte + 1, 413, 'ErrorMessageSizeExceeded'],
  ])('for %i bytes answers %i', async (size, status, code) => {
    const answer = await openSession((await newDraft()).id, size);
    expect(answer.status).toBe(status);
    expect(answer.json.error?.code).toBe(code);
  });

  it('breaks off where a fault says, and goes on from there', async () => {
    await sandbox.send('POST', '/sandbox/faults', {
      body: { match: { part: 'upload' }, effect: { kind: 'breakUpload', afterChunks: 1 } },
    });
    const draft = await newDraft();
    const bytes = bytesOf(7 * megabyte);
    const { uploadUrl } = (await openSession(draft.id, bytes.length)).json;
    await put(uploadUrl, bytes.subarray(0, 3 * megabyte), 0, bytes.length);
    const broken = await put(uploadUrl, bytes.subarray(3 * megabyte, 6 * megabyte), 3 * megabyte, bytes.length).catch(
      () => null,
    );
    expect(broken?.ok ?? false).toBe(false);
    await sandbox.send('DELETE', '/sandbox/faults');
    const stands = Number((await (await fetch(uploadUrl)).json()).nextExpectedRanges[0]);
    expect(stands).toBe(3 * megabyte);
    expect((await put(uploadUrl, bytes.subarray(stands, stands + 3 * megabyte), stands, bytes.length)).status).toBe(
      200,
    );
    expect((await put(uploadUrl, bytes.subarray(6 * megabyte), 6 * megabyte, bytes.length)).status).toBe(201);
    const [attachment] = (await reporter.get(`/me/messages/${draft.id}/attachments`)).json.value;
    expect(Buffer.from(attachment.contentBytes, 'base64').equals(bytes)).toBe(true);
  });

  it('runs out after an hour', async () => {
    const { uploadUrl } = (await openSession((await newDraft()).id, 4 * megabyte)).json;
    await sandbox.send('POST', '/sandbox/clock', { body: { advanceSeconds: 3601 } });
    expect((await put(uploadUrl, bytesOf(100), 0, 4 * megabyte)).status).toBe(404);
    await sandbox.send('POST', '/sandbox/clock', { body: { advanceSeconds: -3601 } });
  });

  it('on a shared mailbox fails when Graph is set to its known defect', async () => {
    const shared = `/users/${addresses.enquiries}`;
    const draft = (await reporter.post(`${shared}/messages`, { subject: 'Shared' })).json;
    expect((await openSession(draft.id, 4 * megabyte, shared)).status).toBe(201);
    await sandbox.send('PUT', '/sandbox/mail/settings', { body: { sharedUploadFails: true } });
    expect((await openSession(draft.id, 4 * megabyte, shared)).status).toBe(500);
    expect((await openSession((await newDraft()).id, 4 * megabyte)).status).toBe(201);
    await sandbox.send('PUT', '/sandbox/mail/settings', { body: { sharedUploadFails: false } });
  });
});
