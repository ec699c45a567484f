import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { addresses, allMail, immutable, MailClient, to } from './mail-client.ts';

const sandbox = sandboxUnderTest();
const reporter = new MailClient(sandbox, { persona: 'reporter', scopes: allMail });
const manager = new MailClient(sandbox, { persona: 'manager', scopes: allMail });
const colleague = new MailClient(sandbox, { persona: 'colleague', scopes: allMail });

async function received(client: MailClient, subject: string, folder = 'inbox') {
  const filter = encodeURIComponent(`subject eq '${subject.replaceAll("'", "''")}'`);
  return (await client.get(`/me/mailFolders/${folder}/messages?$filter=${filter}`)).json.value;
}

async function external() {
  return (await (await sandbox.send('GET', '/sandbox/mail/external')).json()).value as Record<string, string>[];
}

describe('sending', () => {
  it('reaches a mailbox by each of its addresses, and not by a sign-in name that is none of them', async () => {
    const addressed = ['colleague.main@glanrafon.example', 'colleague.other@glanrafon.example'];
    const change = (body: object) => sandbox.send('PATCH', '/sandbox/people/colleague', { body });
    await change({ addresses: addressed });
    const send = (subject: string, address: string) =>
      reporter.post('/me/sendMail', { message: { subject, toRecipients: to(address) } });
    for (const [index, address] of [...addressed, addresses.colleague].entries()) await send(`By ${index}`, address);
    const arrived = await Promise.all([0, 1, 2].map((index) => received(colleague, `By ${index}`)));
    expect(arrived.map(({ length }) => length)).toEqual([1, 1, 0]);
    await change({ addresses: [addresses.colleague] });
  });

  it('a draft delivers to everyone at once under one internetMessageId, and keeps its immutable id in Sent Items', async () => {
    const bytes = Buffer.from(Array.from({ length: 1000 }, (_, index) => index % 256));
    const draft = await reporter.post(
      '/me/messages',
      {
        subject: 'Tŷ a dŵr: y ddogfen',
        body: { contentType: 'Text', content: 'Dyma hi.\r\n.\r\nFrom here on = nothing.   \r\nŴ' },
        toRecipients: to(addresses.manager),
        ccRecipients: to(addresses.colleague, addresses.colleague.toUpperCase()),
        bccRecipients: to('cudd@elsewhere.example'),
        internetMessageHeaders: [{ name: 'x-urddas-key', value: 'k1' }],
        attachments: [
          {
            '@odata.type': '#microsoft.graph.fileAttachment',
            name: 'Cofnod o’r tŷ ŵyn.eml',
            contentType: 'message/rfc822',
            contentBytes: bytes.toString('base64'),
          },
        ],
      },
      immutable,
    );
    expect(draft.status).toBe(201);
    expect(draft.json).toMatchObject({ isDraft: true, hasAttachments: true });
    const sent = await reporter.post(`/me/messages/${draft.json.id}/send`, undefined, immutable);
    expect(sent.status).toBe(202);

    const kept = (await reporter.get(`/me/messages/${draft.json.id}`, immutable)).json;
    const sentItems = (await reporter.get('/me/mailFolders/sentitems')).json.id;
    expect(kept).toMatchObject({
      isDraft: false,
      parentFolderId: sentItems,
      internetMessageId: draft.json.internetMessageId,
    });
    expect(kept.bccRecipients).toHaveLength(1);

    const copies = [...(await received(manager, kept.subject)), ...(await received(colleague, kept.subject))];
    expect(copies).toHaveLength(2);
    for (const [index, copy] of copies.entries()) {
      expect(copy.internetMessageId).toBe(kept.internetMessageId);
      expect(copy).toMatchObject({ isRead: false, hasAttachments: true, subject: 'Tŷ a dŵr: y ddogfen' });
      expect(copy.from.emailAddress).toEqual({ name: 'Carys Llwyd-Fenn', address: addresses.reporter });
      expect(copy.bccRecipients).toEqual([]);
      const client = index === 0 ? manager : colleague;
      const [attachment] = (await client.get(`/me/messages/${copy.id}/attachments`)).json.value;
      expect(attachment.name).toBe('Cofnod o’r tŷ ŵyn.eml');
      expect(Buffer.from(attachment.contentBytes, 'base64').equals(bytes)).toBe(true);
      // A reader that shares no code with the sandbox's own agrees.
      const raw = await client.get(`/me/messages/${copy.id}/$value`);
      const parsed = await PostalMime.parse(raw.bytes);
      expect(parsed.subject).toBe('Tŷ a dŵr: y ddogfen');
      expect(parsed.text?.trimEnd()).toBe('Dyma hi.\n.\nFrom here on = nothing.   \nŴ');
      expect(parsed.attachments[0]?.filename).toBe('Cofnod o’r tŷ ŵyn.eml');
      expect(Buffer.from(parsed.attachments[0]?.content as ArrayBuffer).equals(bytes)).toBe(true);
      expect(raw.bytes.toString('latin1')).toContain('x-urddas-key: k1\r\n');
      expect(raw.bytes.toString('latin1')).not.toContain('cudd@elsewhere.example');
    }
    expect(copies[0].id).not.toBe(copies[1].id);
    expect((await external()).at(-1)).toMatchObject({
      recipient: 'cudd@elsewhere.example',
      subject: 'Tŷ a dŵr: y ddogfen',
    });
  });

  it('the same draft twice does it once', async () => {
    const draft = (
      await reporter.post('/me/messages', { subject: 'Only once', toRecipients: to(addresses.manager) }, immutable)
    ).json;
    const both = await Promise.all(
      [1, 2].map(() => reporter.post(`/me/messages/${draft.id}/send`, undefined, immutable)),
    );
    expect(both.map(({ status }) => status).sort()).toEqual([202, 404]);
    expect(both.find(({ status }) => status === 404)?.json.error.code).toBe('ErrorItemNotFound');
    expect(await received(manager, 'Only once')).toHaveLength(1);
  });

  it('sendMail leaves a copy, or none when told so', async () => {
    const message = (subject: string) => ({
      subject,
      body: { contentType: 'HTML', content: '<p>Dŵr &amp; <b>tŷ</b></p>' },
      toRecipients: to(addresses.manager),
    });
    expect((await reporter.post('/me/sendMail', { message: message('With a copy') })).status).toBe(202);
    expect((await reporter.post('/me/sendMail', { message: message('Without'), saveToSentItems: false })).status).toBe(
      202,
    );
    expect(await received(reporter, 'With a copy', 'sentitems')).toHaveLength(1);
    expect(await received(reporter, 'Without', 'sentitems')).toHaveLength(0);
    expect(await received(reporter, 'Without', 'drafts')).toHaveLength(0);
    const [copy] = await received(manager, 'Without');
    expect(copy.body).toEqual({ contentType: 'html', content: expect.stringContaining('<b>tŷ</b>') });
    expect(copy.bodyPreview).toBe('Dŵr & tŷ');
  });

  it('sendMail takes a whole MIME message in base64', async () => {
    const mime = [
      'From: someone@else.example',
      `To: ${addresses.manager}`,
      `Bcc: ${addresses.colleague}`,
      'Subject: =?UTF-8?B?VMW3IE1JTUU=?=',
      'Content-Type: text/plain; charset=utf-8',
      '',
      'Helo',
    ].join('\r\n');
    const sent = await reporter.postText('/me/sendMail', Buffer.from(mime).toString('base64'));
    expect(sent.status).toBe(403);
    expect(sent.json.error.code).toBe('ErrorSendAsDenied');
    const own = mime.replace('someone@else.example', addresses.reporter);
    expect((await reporter.postText('/me/sendMail', Buffer.from(own).toString('base64'))).status).toBe(202);
    expect(await received(manager, 'Tŷ MIME')).toHaveLength(1);
    expect(await received(colleague, 'Tŷ MIME')).toHaveLength(1);
    expect((await reporter.postText('/me/sendMail', 'not base64!')).status).toBe(400);
  });

  it.each([
    ['nobody', []],
    ['no address', to('')],
    ['half an address', to('someone')],
    ['a header in the address', to('a@b.example>\r\nBcc: <x@y.example')],
  ])('to %s is refused and sends nothing', async (_, toRecipients) => {
    const before = (await external()).length;
    const answer = await reporter.post('/me/sendMail', { message: { subject: 'Bad address', toRecipients } });
    expect(answer.status).toBe(400);
    expect(answer.json.error.code).toBe('ErrorInvalidRecipients');
    expect(await received(reporter, 'Bad address', 'drafts')).toEqual([]);
    expect(await external()).toHaveLength(before);
  });

  it('never lets a line break in a subject, name or header become a header', async () => {
    const sent = await reporter.post('/me/sendMail', {
      message: {
        subject: 'Broken\r\nX-Injected: yes',
        toRecipients: [{ emailAddress: { name: 'Siân\r\nX-Injected: yes', address: addresses.manager } }],
        internetMessageHeaders: [{ name: 'x-note', value: 'one\r\nX-Injected: yes' }],
      },
    });
    expect(sent.status).toBe(202);
    const [copy] = (await manager.get('/me/mailFolders/inbox/messages?$top=1')).json.value;
    const raw = await manager.get(`/me/messages/${copy.id}/$value`);
    expect(raw.bytes.toString('latin1')).not.toMatch(/^X-Injected/m);
  });

  it('own headers must begin with x- and be at most five', async () => {
    const send = (headers: unknown) => reporter.post('/me/messages', { subject: 'h', internetMessageHeaders: headers });
    expect((await send([{ name: 'Received', value: 'x' }])).json.error.code).toBe('InvalidInternetMessageHeader');
    const six = Array.from({ length: 6 }, (_, index) => ({ name: `x-${index}`, value: 'x' }));
    expect((await send(six)).json.error.code).toBe('InvalidInternetMessageHeaderCollection');
  });

  it('to somebody who is not there brings a report to the sender, and still reaches the others', async () => {
    await reporter.post('/me/sendMail', {
      message: {
        subject: 'Half of you',
        toRecipients: to('neb@glanrafon.example', addresses.manager, 'colin.underhay@glanrafon.example'),
      },
    });
    expect(await received(manager, 'Half of you')).toHaveLength(1);
    const [report] = await received(reporter, 'Undeliverable: Half of you');
    const raw = (await reporter.get(`/me/messages/${report.id}/$value`)).bytes.toString('utf8');
    expect(raw).toContain('report-type=delivery-status');
    expect(raw).toContain('Final-Recipient: rfc822;neb@glanrafon.example');
    expect(raw).toContain('Final-Recipient: rfc822;colin.underhay@glanrafon.example');
    expect(raw).not.toContain(`rfc822;${addresses.manager}`);
  });

  it('a request over 4 MB is refused', async () => {
    const content = 'x'.repeat(4 * 1024 * 1024);
    const answer = await reporter.post('/me/sendMail', {
      message: { subject: 'Big', body: { content }, toRecipients: to(addresses.manager) },
    });
    expect(answer.status).toBe(413);
    expect(answer.json.error.code).toBe('ErrorMessageSizeExceeded');
  });
});

describe('answering', () => {
  const original = async () => {
    const filter = encodeURIComponent("internetMessageId eq '<a3@brynhafod.example>'");
    return (await reporter.get(`/me/messages?$filter=${filter}`)).json.value[0];
  };

  it('createForward carries the attachments, and loses the original headers', async () => {
    const { id, changeKey } = await original();
    const draft = await reporter.post(`/me/messages/${id}/createForward`, {
      comment: 'See below',
      toRecipients: to(addresses.manager),
    });
    expect(draft.status).toBe(201);
    expect(draft.json).toMatchObject({ subject: 'FW: Evidence of what you are', isDraft: true, hasAttachments: true });
    const attachments = (await reporter.get(`/me/messages/${draft.json.id}/attachments`)).json.value;
    expect(attachments).toHaveLength(6);
    const raw = (await reporter.get(`/me/messages/${draft.json.id}/$value`)).bytes.toString('latin1');
    expect(raw).not.toMatch(/^Received:/m);
    expect((await original()).changeKey).toBe(changeKey);
  });

  it('forward sends, and an attached message stays one', async () => {
    const filter = encodeURIComponent("internetMessageId eq '<outer@tanrallt.example>'");
    const [{ id }] = (await reporter.get(`/me/messages?$filter=${filter}`)).json.value;
    expect((await reporter.post(`/me/messages/${id}/forward`, { toRecipients: to(addresses.manager) })).status).toBe(
      202,
    );
    const [copy] = await received(manager, 'FW: FW: The very first letter');
    const [item] = (await manager.get(`/me/messages/${copy.id}/attachments`)).json.value;
    expect(item['@odata.type']).toBe('#microsoft.graph.itemAttachment');
    const before = (await reporter.get(`/me/messages/${id}/attachments`)).json.value[0];
    const [ours, theirs] = await Promise.all([
      reporter.get(`/me/messages/${id}/attachments/${before.id}/$value`),
      manager.get(`/me/messages/${copy.id}/attachments/${item.id}/$value`),
    ]);
    expect(theirs.bytes.equals(ours.bytes)).toBe(true);
  });

  it('a reply goes to Reply-To and stays in the conversation', async () => {
    const filter = encodeURIComponent("internetMessageId eq '<onbehalf17@moelygest.example>'");
    const [message] = (await reporter.get(`/me/messages?$filter=${filter}`)).json.value;
    const draft = (await reporter.post(`/me/messages/${message.id}/createReply`, { comment: 'No.' })).json;
    expect(draft.subject).toBe('RE: On behalf of all of us');
    expect(
      draft.toRecipients.map((person: { emailAddress: { address: string } }) => person.emailAddress.address),
    ).toEqual(['nobody@moelygest.example', 'second@moelygest.example']);
    expect(draft.conversationId).toBe(message.conversationId);
    expect((await reporter.post(`/me/messages/${message.id}/reply`, { comment: 'No.' })).status).toBe(202);
    expect((await external()).map(({ recipient }) => recipient)).toContain('second@moelygest.example');
  });
});
