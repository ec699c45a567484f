import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { AttachmentClaim } from '../../src/domain/incident/account.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { addAmendment, amendmentOf, callAccount, callReport } from './support/account.ts';
import { itemsOf, receiptsIn } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';
import { uploadEvidence } from './support/security.ts';

const recording = new TextEncoder().encode('ID3 the voice of somebody');
const picture = new TextEncoder().encode('\u{1F4F7} a letter');
const hash = (bytes: Uint8Array) => createHash('sha256').update(bytes).digest('hex');

function claimOf(id: string, bytes: Uint8Array, over: Partial<AttachmentClaim> = {}): AttachmentClaim {
  return {
    id,
    type: 'voicemail',
    name: 'Neges llais.MP3',
    mediaType: 'audio/mpeg',
    size: bytes.length,
    sha256: hash(bytes),
    capturedAt: '2026-11-20T10:05:00.000Z',
    ...over,
  };
}

describe('Files that a report from the tab claims (COM-3a-6, COM-7.1-1, POL-3.1-1)', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  async function add(attachments: AttachmentClaim[], over: Partial<Report> = {}) {
    const report = callReport({ account: callAccount({ attachments }), ...over });
    return { report, rowId: await addReport(product, 'reporter', report) };
  }
  const upload = (
    report: Report,
    id: string,
    bytes: Uint8Array,
    more: Partial<Parameters<typeof uploadEvidence>[2]> = {},
  ) =>
    uploadEvidence(product, service.origin, {
      submissionId: report.submissionId,
      bytes,
      sha256: hash(bytes),
      ...more,
      headers: {
        'x-evidence-method': 'upload',
        'x-evidence-attachment-id': id,
        'x-evidence-type': 'other',
        'x-evidence-name': encodeURIComponent('../../Neges llais.MP3'),
        'x-evidence-media-type': encodeURIComponent('audio/mpeg'),
        ...more.headers,
      },
    });
  async function stored({ submissionId }: Report): Promise<Incident> {
    const items = await itemsOf(product, product.settings.site.lists.incidents);
    const item = items.find(({ fields }) => fields.SubmissionId === submissionId);
    return JSON.parse(item?.fields.Details ?? 'null') as Incident;
  }
  const actions = async ({ submissionId }: Report) =>
    (await itemsOf(product, product.settings.site.lists.audit))
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .map(({ fields }) => fields.Action);
  const tokenOf = (persona: string) => {
    const { clientId } = product.settings;
    return product.token({ persona, app: clientId, audience: `api://${clientId}`, scopes: ['access_as_user'] });
  };

  it('are filed each under a name of its own, and the receipt is done when all are there', async () => {
    const { report, rowId } = await add([
      claimOf('7f1c-A', recording),
      claimOf('7f1c-b', picture, { type: 'photo', name: '..\\..\\evil.php', mediaType: 'image/jpeg' }),
    ]);
    await service.work.readLists();
    expect((await receiptsIn(product, rowId)).evidenceFiled).toBe('waiting');
    const [first, second] = await Promise.all([upload(report, '7f1c-A', recording), upload(report, '7f1c-b', picture)]);
    expect([first?.status, second?.status]).toEqual([200, 200]);
    await service.desk.idle();
    expect((await receiptsIn(product, rowId)).evidenceFiled).toBe('done');
    const { evidence, reference } = await stored(report);
    expect(evidence.toSorted((one, other) => (one.id < other.id ? -1 : 1))).toMatchObject([
      { id: 'photo-7f1c-b', fileName: 'photo-7f1c-b.bin', type: 'photo', name: '..\\..\\evil.php' },
      {
        id: 'voicemail-7f1c-a',
        fileName: 'voicemail-7f1c-a.mp3',
        type: 'voicemail',
        mediaType: 'audio/mpeg',
        method: 'upload',
      },
    ]);
    const drive = product.settings.site.evidenceDrives.default;
    const { value } = await product.look<{ value: { name: string }[] }>(
      `/drives/${drive}/root:/${reference}:/children`,
    );
    expect(value.map(({ name }) => name).sort()).toEqual(['photo-7f1c-b.bin', 'voicemail-7f1c-a.mp3']);
    // Asked again after a lost answer, it is the same file.
    expect((await upload(report, '7f1c-A', recording)).status).toBe(200);
    expect((await stored(report)).evidence).toHaveLength(2);
  });

  it('are refused when the report claims no such file, another file, or somebody else asks', async () => {
    const { report } = await add([claimOf('one', recording)]);
    await service.work.readLists();
    expect((await upload(report, 'two', recording)).status).toBe(404);
    expect((await upload(report, 'one', picture)).status).toBe(409);
    expect((await upload(report, 'one', recording, { persona: 'colleague' })).status).toBe(404);
    expect((await upload(report, 'one', recording, { headers: { 'x-evidence-method': 'officeFile' } })).status).toBe(
      400,
    );
    expect((await upload(report, '../one', recording)).status).toBe(400);
    const plain = { submissionId: report.submissionId, bytes: recording, sha256: hash(recording) };
    expect((await uploadEvidence(product, service.origin, plain)).status).toBe(404);
    expect((await stored(report)).evidence).toEqual([]);
    expect(await actions(report)).toContain('evidenceRefused');
  });

  it('that are larger than a long recording are refused before they are read', async () => {
    const { report } = await add([claimOf('one', recording)]);
    const token = await tokenOf('reporter');
    const url = new URL(`${service.origin}/api/submissions/${report.submissionId}/evidence`);
    const { request } = await import('node:http');
    const status = await new Promise<number>((done, failed) => {
      const asked = request(url, {
        method: 'PUT',
        headers: {
          authorization: `Bearer ${token}`,
          'content-length': String(100 * 1024 * 1024 + 1),
          'x-evidence-sha256': hash(recording),
          'x-evidence-method': 'upload',
          'x-evidence-attachment-id': 'one',
          'x-evidence-captured-at': '2026-11-20T10:05:00Z',
        },
      });
      asked.on('response', (response) => {
        done(response.statusCode ?? 0);
        asked.destroy();
      });
      asked.on('error', failed);
      asked.flushHeaders();
    });
    expect(status).toBe(413);
  });

  it('that an amendment adds can be sent at once, before its row has been read', async () => {
    const { report, rowId } = await add([]);
    await service.work.readLists();
    expect((await receiptsIn(product, rowId)).evidenceFiled).toBe('notNeeded');
    const account = callAccount({ attachments: [claimOf('later', recording)] });
    await addAmendment(product, 'reporter', amendmentOf(report, { account }));
    expect((await upload(report, 'later', recording)).status).toBe(200);
    await service.desk.idle();
    expect((await stored(report)).evidence).toMatchObject([{ id: 'voicemail-later' }]);
    expect((await receiptsIn(product, rowId)).evidenceFiled).toBe('done');
    // An amendment that leaves the file out does not take it away.
    await addAmendment(product, 'reporter', amendmentOf(report, { facts: 'Put right.' }));
    await service.work.readLists();
    const after = await stored(report);
    expect(after.report.account?.attachments).toHaveLength(1);
    expect(after.evidence).toHaveLength(1);
  });

  it('can be copied out by who may read the register, with an entry in the custody log each time (B-EVD-2)', async () => {
    const { report } = await add([claimOf('one', recording)]);
    await upload(report, 'one', recording);
    const copy = async (persona: string, evidenceId = 'voicemail-one') =>
      fetch(`${service.origin}/api/incidents/${report.submissionId}/evidence/${evidenceId}/copy`, {
        method: 'POST',
        headers: { authorization: `Bearer ${await tokenOf(persona)}` },
      });
    const response = await copy('security');
    expect(response.status).toBe(200);
    expect(hash(new Uint8Array(await response.arrayBuffer()))).toBe(hash(recording));
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toMatch(
      /^attachment; filename="UB-\d{4}-\d{6} voicemail-one\.mp3"$/,
    );
    expect((await copy('security', 'voicemail-none')).status).toBe(404);
    for (const persona of ['colleague', 'manager', 'reporter']) expect((await copy(persona)).status).toBe(404);
    await service.desk.idle();
    expect((await actions(report)).filter((action) => action === 'evidenceCopied')).toHaveLength(1);
  });

  it('of a reported mail besides: its original can be copied out as well', async () => {
    const report = await reportOf(await personOf(product, 'reporter'), 41);
    await addReport(product, 'reporter', report);
    await uploadEvidence(product, service.origin, {
      submissionId: report.submissionId,
      bytes: recording,
      sha256: hash(recording),
    });
    const response = await fetch(`${service.origin}/api/incidents/${report.submissionId}/evidence/original/copy`, {
      method: 'POST',
      headers: { authorization: `Bearer ${await tokenOf('security')}` },
    });
    expect(response.status).toBe(200);
    expect((await stored(report)).evidence).toMatchObject([{ id: 'original', type: 'email' }]);
  });
});
