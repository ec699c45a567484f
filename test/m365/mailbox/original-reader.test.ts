import { createHash } from 'node:crypto';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createGraph } from '../../../src/m365/graph/client.ts';
import { createOriginalReader } from '../../../src/m365/mailbox/original-reader.ts';
import type { RunningSandbox } from '../../../src/sandbox/server.ts';
import { registerTestApp, startTestTenant, tokenFor } from '../support/sandbox.ts';

let tenant: RunningSandbox;
let clientId: string;
let own: string;
const shared = 'ymholiadau@glanrafon.example';
// Line ends, trailing spaces and bytes that are no UTF-8 must all come back.
const eml = Buffer.concat([
  Buffer.from('From: Someone <x@elsewhere.example>\r\nTo: y@glanrafon.example\r\nSubject: Proof \r\n\r\nbody '),
  Buffer.from([0xff, 0xfe, 0xf4, 0x0d, 0x0a]),
]);

beforeAll(async () => {
  tenant = await startTestTenant();
  ({ clientId } = await registerTestApp(tenant.origin));
  const response = await fetch(`${tenant.origin}/sandbox/personas`);
  const { personas } = (await response.json()) as { personas: { key: string; userPrincipalName: string }[] };
  own = personas.find((persona) => persona.key === 'reporter')?.userPrincipalName ?? '';
});
afterAll(() => tenant.close());

const graphOf = (persona: string, scopes = ['Mail.ReadWrite', 'Mail.Read.Shared']) =>
  createGraph({
    baseUrl: `${tenant.origin}/graph`,
    getToken: () => tokenFor(tenant.origin, { persona, app: clientId, scopes }),
  });

async function drop(mailbox: string): Promise<{ id: string; immutableId: string }> {
  const response = await fetch(`${tenant.origin}/sandbox/mail/${mailbox}/inbox`, { method: 'POST', body: eml });
  return (await response.json()) as { id: string; immutableId: string };
}

const sha256 = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

it('gives the very bytes that arrived, and leaves the message unread where it lies', async () => {
  const { id } = await drop(own);
  const graph = graphOf('reporter');
  const look = () =>
    graph.bytes({
      method: 'GET',
      path: `/me/messages/${encodeURIComponent(id)}`,
      query: { $select: 'isRead,parentFolderId,changeKey,lastModifiedDateTime' },
    });
  const before = await look();
  const bytes = await createOriginalReader(graph, () => own).read({ mailbox: own, itemId: id });
  // What the transport adds stands above the message itself.
  expect(Buffer.from(bytes).includes(eml.subarray(eml.indexOf('\r\n\r\n')))).toBe(true);
  const again = await createOriginalReader(graph, () => own).read({ mailbox: own, itemId: id });
  expect(sha256(again)).toBe(sha256(bytes));
  expect(new TextDecoder().decode(await look())).toBe(new TextDecoder().decode(before));
});

it('gives the immutable id of a message', async () => {
  const { id, immutableId } = await drop(own);
  const reader = createOriginalReader(graphOf('reporter'), () => own);
  expect(await reader.immutableId({ mailbox: own, itemId: id })).toBe(immutableId);
});

it('reads from a shared mailbox that is open to the person', async () => {
  const { id } = await drop(shared);
  const reader = createOriginalReader(graphOf('reporter'), () => own);
  expect((await reader.read({ mailbox: shared, itemId: id })).byteLength).toBeGreaterThanOrEqual(eml.byteLength);
});

it('finds a message of a shared mailbox that the host did not name, where it was sent to that one', async () => {
  const { id } = await drop(shared);
  const reader = createOriginalReader(graphOf('reporter'), () => own);
  const bytes = await reader.read({ mailbox: own, itemId: id, recipients: ['someone@elsewhere.example', own, shared] });
  expect(bytes.byteLength).toBeGreaterThanOrEqual(eml.byteLength);
  const elsewhere = reader.read({ mailbox: own, itemId: id, recipients: ['someone@elsewhere.example'] });
  await expect(elsewhere).rejects.toMatchObject({ code: 'notFound' });
  const closed = createOriginalReader(graphOf('security'), () => 'nobody@glanrafon.example');
  await expect(closed.read({ mailbox: '', itemId: id, recipients: [shared] })).rejects.toMatchObject({
    code: 'notFound',
  });
});

it.each([
  ['a person it is not open to', 'security', ['Mail.ReadWrite', 'Mail.Read.Shared']],
  ['an app without the permission for shared mailboxes', 'reporter', ['Mail.ReadWrite']],
])('refuses a shared mailbox to %s', async (_name, persona, scopes) => {
  const { id } = await drop(shared);
  const reader = createOriginalReader(graphOf(persona, scopes), () => own);
  const refused = reader.read({ mailbox: shared, itemId: id });
  await expect(refused).rejects.toSatisfy((error) =>
    ['forbidden', 'notFound'].includes((error as { code: string }).code),
  );
});
