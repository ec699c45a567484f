import { readdirSync, readFileSync } from 'node:fs';
import PostalMime from 'postal-mime';
import { describe, expect, it } from 'vitest';
import { sandboxUnderTest } from '../running-sandbox.ts';
import { MailClient } from './mail-client.ts';

const folder = new URL('../../../src/sandbox/mail/inbox/', import.meta.url);
const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
const index = JSON.parse(readFileSync(new URL('index.json', folder), 'utf8')) as {
  file: string;
  mailboxes: string[];
  receivedAt: string;
  subject: string;
  from: string;
  about: string;
}[];

const sandbox = sandboxUnderTest();
const scopes = ['Mail.Read', 'Mail.Read.Shared'];

/** Whom each mailbox is read as. */
const readers: Record<string, string> = {
  'carys.llwydfenn@glanrafon.example': 'reporter',
  'sian.morlais@glanrafon.example': 'manager',
  'tom.hathersedge@glanrafon.example': 'colleague',
  'anwen.dwr@glanrafon.example': 'anwen.dwr@glanrafon.example',
  'ymholiadau@glanrafon.example': 'reporter',
};

async function find(entry: (typeof index)[number], address: string) {
  const reader = new MailClient(sandbox, { persona: readers[address] ?? '', scopes });
  const list = await reader.get(
    `/users/${address}/mailFolders/inbox/messages?$top=5&$filter=receivedDateTime eq ${entry.receivedAt}`,
  );
  expect(list.status).toBe(200);
  expect(list.json.value).toHaveLength(1);
  return { reader, message: list.json.value[0] };
}

describe('the inbox', () => {
  it('holds every file, and the manifest names every file', () => {
    expect(index.map((entry) => entry.file).sort()).toEqual(files.sort());
    expect(files.length).toBeGreaterThanOrEqual(24);
  });

  it.each(index.flatMap((entry) => entry.mailboxes.map((address) => ({ entry, address, file: entry.file }))))(
    'gives $file back byte for byte, with the subject and sender a person sees ($address)',
    async ({ entry, address }) => {
      const { reader, message } = await find(entry, address);
      const value = await reader.get(`/users/${address}/messages/${encodeURIComponent(message.id)}/$value`);
      expect(value.bytes.equals(readFileSync(new URL(entry.file, folder)))).toBe(true);
      expect(message.subject).toBe(entry.subject);
      expect(message.from.emailAddress.address).toBe(entry.from);
      expect(message.isDraft).toBe(false);
      expect(message.internetMessageId).toMatch(/^<.+>$/);
    },
  );

  it.each([
    ['welsh-utf-8-8bit.eml', 'Dŵr, tŷ a chywilydd', 'Sŵn y Môr', 'arian fel dŵr'],
    ['welsh-iso-8859-14-quoted-printable.eml', "Ŵyna, y tŷ a'r dŵr", 'Gwenno Tŷddewi', "Ŷch chi'n gwrando? Ni ŵyr neb"],
    ['welsh-iso-8859-14-8bit.eml', 'Eto: y tŷ', 'gwenno@llanfair-isaf.example', "Cofiwch y tŷ ar y bryn, a'r ŵyn"],
    ['welsh-base64-body.eml', 'Cŵyn am eich tŷ bach chi', 'Ŵan Glyndŵr', 'Ŷd, ŵy, tŷ, dŵr.'],
    [
      'welsh-split-encoded-words.eml',
      "Neges hir am y dŵr a'r tŷ ar y bryn a'r cŵn sy'n udo",
      'Cled Tŷ, Dŵr & Cwmni',
      'Atebwch y tro hwn',
    ],
    [
      'welsh-with-hidden-subject-access-request.eml',
      'Digon yw digon, y tŷ gwag',
      'Elis Dŵr-y-felin',
      'wybodaeth bersonol',
    ],
  ])('reads the Welsh of %s', async (file, subject, name, words) => {
    const entry = index.find((candidate) => candidate.file === file)!;
    const { reader, message } = await find(entry, entry.mailboxes[0]!);
    const read = await reader.get(`/me/messages/${message.id}`, { prefer: 'outlook.body-content-type="text"' });
    expect(read.json.subject).toBe(subject);
    expect(read.json.from.emailAddress.name).toBe(name);
    expect(read.json.body).toEqual({ contentType: 'text', content: expect.stringContaining(words) });
    // A second reader that shares no code with the sandbox's own.
    const other = await PostalMime.parse(readFileSync(new URL(file, folder)));
    expect(other.subject).toBe(subject);
    expect(other.text).toContain(words);
  });

  it('names attachments as their sender did, tricks and all, and gives their bytes', async () => {
    const entry = index.find(({ file }) => file === 'attachments-with-tricky-names.eml')!;
    const { reader, message } = await find(entry, entry.mailboxes[0]!);
    expect(message.hasAttachments).toBe(true);
    const list = await reader.get(`/me/messages/${message.id}/attachments`);
    expect(list.json.value.map((attachment: { name: string }) => attachment.name)).toEqual([
      'Llythyr dŵr a thŷ.pdf',
      '../../../Windows/System32/evil.jpg',
      'C:\\Users\\carys\\Desktop\\invoice\u202excod.exe',
      'CON',
      'tŵr a ŷ.csv',
      'Untitled attachment',
    ]);
    const [pdf] = list.json.value;
    expect(pdf.contentType).toBe('application/pdf');
    expect(Buffer.from(pdf.contentBytes, 'base64').toString('latin1')).toMatch(/^%PDF-1\.4[\s\S]*%%EOF\n$/);
    expect(pdf.size).toBe(Buffer.from(pdf.contentBytes, 'base64').length);
    const raw = await reader.get(`/me/messages/${message.id}/attachments/${pdf.id}/$value`);
    expect(raw.bytes.equals(Buffer.from(pdf.contentBytes, 'base64'))).toBe(true);
  });

  it('gives an attached message as an item, whose bytes hold the next one', async () => {
    const entry = index.find(({ file }) => file === 'nested-messages-two-deep.eml')!;
    const { reader, message } = await find(entry, entry.mailboxes[0]!);
    const list = await reader.get(`/me/messages/${message.id}/attachments`);
    const [item] = list.json.value;
    expect(item).toMatchObject({
      '@odata.type': '#microsoft.graph.itemAttachment',
      name: 'FW: The very first letter',
      contentType: null,
    });
    expect(item.contentBytes).toBeUndefined();
    const inner = await reader.get(`/me/messages/${message.id}/attachments/${item.id}/$value`);
    expect(inner.bytes.toString('utf8')).toContain('Subject: FW: The very first letter\r\n');
    expect(inner.bytes.toString('utf8')).toContain('innermost attachment');
    expect(entry.about).toBeTruthy();
  });

  it('holds a message of some 25 MB that is the same each time', async () => {
    const reader = new MailClient(sandbox, { persona: 'reporter', scopes });
    const list = await reader.get("/me/messages?$filter=internetMessageId eq '<large@hendre-uchaf.example>'");
    const { id } = list.json.value[0];
    const first = await reader.get(`/me/messages/${id}/$value`);
    const second = await reader.get(`/me/messages/${id}/$value`);
    expect(first.bytes.length).toBeGreaterThan(25 * 1024 * 1024);
    expect(first.bytes.equals(second.bytes)).toBe(true);
    const parts = await reader.get(`/me/messages/${id}/attachments?$select=name,size`);
    expect(parts.json.value).toMatchObject([{ name: 'letters.zip', size: 19_203_072 }]);
    expect(parts.json.value[0].contentBytes).toBeUndefined();
  });

  it('takes active content out of a body unless the client asks for it', async () => {
    const entry = index.find(({ file }) => file === 'html-remote-content-and-scripts.eml')!;
    const { reader, message } = await find(entry, entry.mailboxes[0]!);
    const safe = await reader.get(`/me/messages/${message.id}?$select=body`);
    expect(safe.json.body.content).not.toMatch(/<script|onerror=|<iframe/i);
    expect(safe.json.subject).toBeUndefined();
    const whole = await reader.get(`/me/messages/${message.id}?$select=body`, { prefer: 'outlook.allow-unsafe-html' });
    expect(whole.json.body.content).toContain('<script>window.__mailRan = true;');
  });
});
