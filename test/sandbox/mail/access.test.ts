import { randomUUID } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { addresses, immutable, MailClient, to } from './mail-client.ts';

const sandbox = sandboxUnderTest();
const as = (persona: string, ...scopes: string[]) => new MailClient(sandbox, { persona, scopes });
const enquiries = `/users/${addresses.enquiries}`;
const inbox = `${enquiries}/mailFolders/inbox/messages`;

describe('what a token may do', () => {
  it.each([
    ['reads with Mail.Read', ['Mail.Read'], 200],
    ['reads with Mail.ReadWrite', ['Mail.ReadWrite'], 200],
    ['does not read with Mail.Send', ['Mail.Send'], 403],
    ['does not read with User.Read', ['User.Read'], 403],
  ])('in its own mailbox: %s', async (_, scopes, status) => {
    const answer = await as('reporter', ...scopes).get('/me/messages?$top=1');
    expect(answer.status).toBe(status);
    if (status === 403) expect(answer.json.error.code).toBe('ErrorAccessDenied');
  });

  it('does not write with Mail.Read, nor send without Mail.Send', async () => {
    const reader = as('reporter', 'Mail.Read');
    const [message] = (await reader.get('/me/messages?$top=1')).json.value;
    expect((await reader.patch(`/me/messages/${message.id}`, { isRead: true })).status).toBe(403);
    expect((await reader.post('/me/messages', { subject: 'x' })).status).toBe(403);
    expect((await reader.delete(`/me/messages/${message.id}`)).status).toBe(403);
    expect((await reader.post(`/me/messages/${message.id}/move`, { destinationId: 'archive' })).status).toBe(403);
    const writer = as('reporter', 'Mail.ReadWrite');
    const draft = await writer.post('/me/messages', { subject: 'x', toRecipients: to(addresses.manager) });
    expect((await writer.post(`/me/messages/${draft.json.id}/send`)).status).toBe(403);
    expect((await writer.post('/me/sendMail', { message: {} })).status).toBe(403);
  });
});

describe("another's mailbox", () => {
  it('needs the shared scope and a right that was given', async () => {
    expect((await as('reporter', 'Mail.Read').get(inbox)).status).toBe(403);
    expect((await as('reporter', 'Mail.Read.Shared').get(inbox)).status).toBe(200);
    expect((await as('security', 'Mail.Read.Shared').get(inbox)).status).toBe(403);
    expect((await as('reporter', 'Mail.Read.Shared').get(`/users/${addresses.manager}/messages`)).status).toBe(403);
    const unknown = await as('reporter', 'Mail.Read.Shared').get('/users/neb@glanrafon.example/messages');
    expect(unknown.status).toBe(404);
    expect(unknown.json.error.code).toBe('ErrorInvalidUser');
  });

  it('that may only be read cannot be changed or sent from', async () => {
    const reader = as('seniorManager', 'Mail.ReadWrite.Shared', 'Mail.Send.Shared');
    const [message] = (await reader.get(inbox)).json.value;
    expect((await reader.patch(`${enquiries}/messages/${message.id}`, { isRead: true })).status).toBe(403);
    const sent = await reader.post(`${enquiries}/sendMail`, { message: { toRecipients: to(addresses.manager) } });
    expect(sent.status).toBe(403);
  });

  it('with full access sends as itself, and keeps the copy', async () => {
    const client = as('reporter', 'Mail.ReadWrite.Shared', 'Mail.Send.Shared');
    const draft = await client.post(
      `${enquiries}/messages`,
      { subject: 'From all of us', toRecipients: to(addresses.colleague) },
      immutable,
    );
    expect((await client.post(`${enquiries}/messages/${draft.json.id}/send`, undefined, immutable)).status).toBe(202);
    const kept = await client.get(`${enquiries}/messages/${draft.json.id}`, immutable);
    expect(kept.json).toMatchObject({ isDraft: false, from: { emailAddress: { address: addresses.enquiries } } });
  });

  it('does not show its messages under another mailbox', async () => {
    const [message] = (await as('reporter', 'Mail.Read.Shared').get(inbox)).json.value;
    const answer = await as('reporter', 'Mail.Read').get(`/me/messages/${message.id}`);
    expect(answer.status).toBe(404);
  });
});

describe('an app without a person', () => {
  const app = randomUUID();
  const service = `/users/${addresses.service}`;
  const client = new MailClient(sandbox, { app, scopes: ['Mail.ReadWrite', 'Mail.Send'] });

  it('may use the service mailbox and no other', async () => {
    expect((await client.get(`${service}/mailFolders/inbox`)).status).toBe(200);
    const draft = await client.post(`${service}/messages`, { subject: 'Notice', toRecipients: to(addresses.manager) });
    expect((await client.post(`${service}/messages/${draft.json.id}/send`)).status).toBe(202);
    for (const address of [addresses.reporter, addresses.enquiries]) {
      const answer = await client.get(`/users/${address}/messages`);
      expect(answer.status).toBe(403);
      expect(answer.json.error.code).toBe('ErrorAccessDenied');
    }
    const spoofed = await client.post(`/users/${addresses.reporter}/sendMail`, {
      message: { toRecipients: to(addresses.manager) },
    });
    expect(spoofed.status).toBe(403);
  });

  it('cannot pretend to be somebody else from there', async () => {
    const answer = await client.post(`${service}/sendMail`, {
      message: {
        subject: 'x',
        toRecipients: to(addresses.manager),
        from: { emailAddress: { address: addresses.reporter } },
      },
    });
    expect(answer.json.error.code).toBe('ErrorSendAsDenied');
  });

  it('has no /me', async () => {
    expect((await client.get('/me/messages')).status).toBe(400);
  });

  it('needs the role as well', async () => {
    const other = new MailClient(sandbox, { app, scopes: ['User.Read.All'] });
    expect((await other.get(`${service}/messages`)).status).toBe(403);
  });

  it('can be let into other mailboxes by the administrator, and then only into those', async () => {
    const second = randomUUID();
    const rule = { mailboxes: [addresses.securityTeam] };
    expect((await sandbox.send('PUT', `/sandbox/mail/apps/${second}/mailboxes`, { body: rule })).status).toBe(200);
    const allowed = new MailClient(sandbox, { app: second, scopes: ['Mail.Read'] });
    expect((await allowed.get(`/users/${addresses.securityTeam}/messages`)).status).toBe(200);
    expect((await allowed.get(`${service}/messages`)).status).toBe(403);
  });
});
