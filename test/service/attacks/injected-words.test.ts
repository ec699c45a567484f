import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { emptyAccount, emptyBomb, emptyCall } from '../../../src/domain/incident/empty-account.ts';
import type { Report } from '../../../src/domain/incident/report.ts';
import { accountLimits } from '../../../src/domain/incident/report-limits.ts';
import { joinText, recordParts } from '../../../src/m365/lists/split-text.ts';
import { callReport } from '../support/account.ts';
import { invoke } from '../support/attack.ts';
import { cardsOf, itemsOf, sentMails } from '../support/look.ts';
import { type Product, type Replica, startProduct } from '../support/product.ts';
import { addReport, emailOf, numberOf, personOf, reportOf } from '../support/reporter.ts';
import { uploadEvidence } from '../support/security.ts';

const mark = 'INJECTED';
/** What a spreadsheet, a mail server, a browser, a card and a reader of Markdown would each take for more than words. */
const attacks = [
  `=HYPERLINK("https://evil.example";"${mark}")`,
  `+cmd|' /C calc'!A0 ${mark}`,
  `-2+3 @SUM(1) ${mark}`,
  `${mark}\r\nBcc: thief@evil.example\r\n\r\nnew body`,
  `<script>alert("${mark}")</script><img src=x onerror=alert(1)>`,
  `[${mark}](https://evil.example) ![x](https://evil.example/x.png) **bold**`,
  `"},{"type":"Action.OpenUrl","title":"${mark}","url":"https://evil.example"},{"a":"`,
  `{{DATE(2026-01-01T00:00:00Z,SHORT)}} \${${mark}} {{${mark}}}`,
  `${mark}\u202e\u2066 gpj.exe \u0007`,
];
const hostile = attacks.join(' ');

/** Where in a piece of JSON the mark stands: the way to it, and the text. */
function places(value: unknown, way: string[] = [], type = ''): { way: string; type: string; text: string }[] {
  if (typeof value === 'string') return value.includes(mark) ? [{ way: way.join('.'), type, text: value }] : [];
  if (typeof value !== 'object' || value === null) return [];
  const own = 'type' in value && typeof value.type === 'string' ? value.type : type;
  return Object.entries(value).flatMap(([name, part]) => [
    ...(name.includes(mark) ? [{ way: name, type: own, text: name }] : []),
    ...places(part, [...way, Array.isArray(value) ? '#' : name], own),
  ]);
}

describe('Words that would be more than words somewhere', () => {
  let product: Product;
  let service: Replica;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  /** A report of a call, with the words in every field that takes any. */
  function byPhone(): Report {
    const call = {
      ...emptyCall(),
      characteristics: hostile,
      accent: attacks[0] as string,
      extension: attacks[3] as string,
    };
    for (const field of [
      'branch',
      'division',
      'backgroundOther',
      'otherVoice',
      'recognisedAs',
      'numberShown',
      'number1471',
    ] as const) {
      call[field] = hostile.slice(0, accountLimits.line);
    }
    const line = hostile.slice(0, accountLimits.line);
    return callReport({
      facts: hostile,
      violenceThreatened: true,
      account: {
        ...emptyAccount('call'),
        verbatim: hostile,
        lateReason: line,
        place: { siteId: null, where: 'office' as never, detail: line, loneWorking: false },
        otherParty: { name: line, number: line, address: line, account: line, link: line },
        demandImpact: hostile,
        notes: attacks.map((text) => ({ at: '2026-11-20T10:01:00.000Z', text })),
        witnesses: [{ role: 'witness', staff: null, name: line }],
        call,
        bomb: { ...emptyBomb(), exactWords: hostile },
      },
    });
  }
  async function byMail(): Promise<Report> {
    number += 1;
    const reporter = await personOf(product, 'reporter');
    const made = await reportOf(reporter, number, { facts: hostile });
    const email = {
      ...emailOf(reporter.userPrincipalName, number),
      from: { name: hostile.slice(0, 900), address: `x@evil.example\r\nBcc: ${mark}@evil.example` },
      subject: hostile,
      headerText: hostile,
      attachmentNames: attacks,
    };
    const { submissionIdOf } = await import('../../../src/application/report-email-id.ts');
    return { ...made, email, submissionId: await submissionIdOf(reporter.id, email) };
  }

  async function taken(report: Report) {
    const rowId = await addReport(product, 'reporter', report);
    await service.work.readLists();
    await service.desk.idle();
    const items = await itemsOf(product, product.settings.site.lists.incidents);
    const item = items.find(({ fields }) => fields.SubmissionId === report.submissionId);
    expect(
      item,
      (await itemsOf(product, product.settings.site.lists.intake)).find(({ id }) => id === rowId)?.fields.Receipts,
    ).toBeDefined();
    return { item, reference: numberOf(rowId) };
  }

  describe.each([
    ['a call', async () => byPhone()],
    ['an e-mail', byMail],
  ])('in the report of %s', (_, make) => {
    let report: Report;
    let reference: string;
    let fields: Record<string, string>;
    beforeAll(async () => {
      report = await make();
      const made = await taken(report);
      reference = made.reference;
      fields = made.item?.fields ?? {};
    });

    it('are kept as they were written, in the record and in no column that is listed or exported', () => {
      const incident = JSON.parse(joinText('Details', recordParts, fields)) as { report: Report };
      expect(incident.report.facts).toBe(report.facts);
      for (const [name, value] of Object.entries(fields)) {
        if (name.startsWith('Details')) continue;
        expect(String(value), name).not.toContain(mark);
        expect(String(value), name).not.toMatch(/^[=+@\t\r]|^-(?!\d)/);
      }
    });

    it('reach no head of a mail, add nobody to it, and stand in it as plain text', async () => {
      const mails = (await sentMails(product)).filter(({ subject }) => subject.includes(reference));
      expect(mails.length).toBeGreaterThan(1);
      for (const mail of mails) {
        expect(mail.subject).not.toContain(mark);
        expect(mail.subject).not.toMatch(/[\r\n]/);
        expect(mail.to.join()).not.toContain('evil.example');
        expect(mail.text).not.toMatch(/^Bcc:/m);
        for (const unseen of ['\u0007', '\u202e', '\u2066']) expect(mail.text).not.toContain(unseen);
        for (const attack of [attacks[4], attacks[5]]) expect(mail.text).not.toContain(attack);
      }
    });

    it('are not in the chat, and in the manager’s own view only in text runs, which read no Markdown and no template', async () => {
      const inChat = (await cardsOf(product, 'manager')).filter(({ json }) => json.includes(reference));
      expect(inChat.length).toBeGreaterThan(0);
      for (const { json } of inChat) expect(json).not.toContain(mark);
      const data = { submissionId: report.submissionId, cardVersion: 1 };
      const { answer } = await invoke(product, service.origin, 'manager', { verb: 'refresh', data });
      const found = places(JSON.parse(answer));
      expect(found.length).toBeGreaterThan(0);
      for (const { way, type, text } of found) {
        expect(`${type} ${way}`).toMatch(/^TextRun .*\.text$/);
        expect(text).not.toMatch(/[\u202a-\u202e\u2066-\u2069]/u);
        for (const control of ['\u0007', '\r', '\u0000']) expect(text).not.toContain(control);
      }
      const actions = JSON.stringify(JSON.parse(answer)).match(/"url":"[^"]*"/g) ?? [];
      for (const url of actions) expect(url).toMatch(/^"url":"https:\/\/teams\.microsoft\.com\//);
    });
  });

  it('in a manager’s comment, question and reasons are kept, and no notice or card in the chat has them', async () => {
    const { reference } = await taken(byPhone());
    const report = (await itemsOf(product, product.settings.site.lists.incidents)).at(-1);
    const submissionId = report?.fields.SubmissionId ?? '';
    const say = (verb: string, typed: object) =>
      invoke(product, service.origin, 'manager', { verb, data: { submissionId, cardVersion: 1, ...typed } });
    await say('askReporter', { question: hostile });
    await say('noteAnswer', { answer: hostile });
    await say('requestGuards', { guardsNote: hostile });
    const { answer } = await say('forwardToSecurity', { comment: hostile });
    await service.desk.idle();
    for (const { way, type } of places(JSON.parse(answer))) expect(`${type} ${way}`).toMatch(/^TextRun .*\.text$/);
    for (const { json } of await cardsOf(product, 'manager')) expect(json).not.toContain(mark);
    for (const mail of (await sentMails(product)).filter(({ subject }) => subject.includes(reference))) {
      expect(`${mail.subject} ${mail.to}`).not.toMatch(/INJECTED|evil\.example|[\r\n]/);
      for (const attack of attacks.slice(0, 3)) expect(mail.text).not.toContain(attack);
    }
    const trail = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === submissionId,
    );
    expect(JSON.stringify(trail)).not.toContain(mark);
    expect(product.logged()).not.toContain(mark);
  });

  it.each([
    '../../../etc/passwd',
    '..\\..\\windows\\system32\\evil.exe',
    '%2e%2e%2f%2e%2e%2froot.pdf',
    'evil.pdf\u0000.exe',
    'CON.txt',
    'NUL',
    'LPT1.pdf',
    'trailing dots.pdf...',
    'trailing space.pdf   ',
    'gpj.\u202eexe.pdf',
    `${'x'.repeat(296)}.pdf`,
    'a"; filename="evil.html',
    'a\r\nSet-Cookie: x=1.pdf',
    '=cmd|calc!A0.txt',
    'page.html',
    'picture.svg',
    'desktop.ini',
    '~$lock.docx',
    '/absolute.pdf',
    'a:stream.pdf',
  ])('a file called %j is filed under a name of ours, and copied out under it', async (name) => {
    const bytes = new TextEncoder().encode(`bytes of ${name}`);
    const sha256 = createHash('sha256').update(bytes).digest('hex');
    const claim = {
      id: 'one',
      type: 'photo' as const,
      name,
      mediaType: 'text/html\r\nX-Evil: 1',
      size: bytes.length,
      sha256,
      capturedAt: '2026-11-20T10:05:00.000Z',
    };
    const report = callReport({ account: { ...emptyAccount('call'), call: emptyCall(), attachments: [claim] } });
    const { reference } = await taken(report);
    const { submissionId } = report;
    const headers = { 'x-evidence-method': 'upload', 'x-evidence-attachment-id': 'one' };
    expect((await uploadEvidence(product, service.origin, { submissionId, bytes, sha256, headers })).status).toBe(200);
    const drive = product.settings.site.evidenceDrives.default;
    const { value } = await product.look<{ value: { name: string }[] }>(
      `/drives/${drive}/root:/${reference}:/children`,
    );
    expect(value).toHaveLength(1);
    expect(value[0]?.name).toMatch(/^photo-one\.(pdf|txt|docx|bin)$/);
    const { clientId } = product.settings;
    const token = await product.token({
      persona: 'security',
      app: clientId,
      audience: `api://${clientId}`,
      scopes: ['access_as_user'],
    });
    const copy = await fetch(`${service.origin}/api/incidents/${submissionId}/evidence/photo-one/copy`, {
      method: 'POST',
      headers: { authorization: `Bearer ${token}` },
    });
    expect(copy.status).toBe(200);
    expect(copy.headers.get('content-disposition')).toBe(`attachment; filename="${reference} ${value[0]?.name}"`);
    expect(copy.headers.get('content-type')).toBe('application/octet-stream');
    expect(copy.headers.get('x-content-type-options')).toBe('nosniff');
    expect([copy.headers.get('set-cookie'), copy.headers.get('x-evil')]).toEqual([null, null]);
    expect(new Uint8Array(await copy.arrayBuffer())).toEqual(bytes);
  });
});
