import { createHash } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Report } from '../../src/domain/incident/report.ts';
import { incidents, itemsOf } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf, reportOf } from './support/reporter.ts';
import { uploadEvidence } from './support/security.ts';

const bytes = new TextEncoder().encode('From: a\r\n\r\nwords');
const sha256 = createHash('sha256').update(bytes).digest('hex');

describe('Filing evidence', () => {
  let product: Product;
  let service: Replica;
  let number = 0;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  async function report(): Promise<Report> {
    number += 1;
    const made = await reportOf(await personOf(product, 'reporter'), number);
    await addReport(product, 'reporter', made);
    return made;
  }
  const upload = (submissionId: string, more: Partial<Parameters<typeof uploadEvidence>[2]> = {}) =>
    uploadEvidence(product, service.origin, { submissionId, bytes, sha256, ...more });
  const evidenceOf = async ({ submissionId }: Report) =>
    (await incidents(product)).find(({ item }) => item.fields.SubmissionId === submissionId)?.incident.evidence ?? [];
  const own = (more: Record<string, unknown> = {}) => {
    const { clientId } = product.settings;
    return product.token({
      persona: 'reporter',
      app: clientId,
      audience: `api://${clientId}`,
      scopes: ['access_as_user'],
      ...more,
    });
  };

  it('takes a report on the spot that has not been read yet, files the bytes and says so once (B-EVD-1)', async () => {
    const made = await report();
    const first = await upload(made.submissionId);
    expect(first.status).toBe(200);
    expect(await evidenceOf(made)).toMatchObject([{ sha256, size: bytes.length, method: 'officeFile' }]);
    const again = await upload(made.submissionId);
    expect(await again.json()).toEqual(await first.json().then(({ id }) => ({ id, filedAt: expect.any(String) })));
    expect(await evidenceOf(made)).toHaveLength(1);
  });

  it.each([
    ['no token', async () => null],
    ['a token that has run out', () => own({ expiresIn: -600 })],
    [
      'a token for Graph',
      () => product.token({ persona: 'reporter', app: product.settings.clientId, scopes: ['User.Read'] }),
    ],
    ['a token for another app', () => own({ audience: 'api://00000000-0000-4000-8000-000000000000' })],
    [
      'a token with one letter changed',
      async () => (await own()).replace(/.(.{40})$/, (end) => (end[0] === 'A' ? 'B' : 'A') + end.slice(1)),
    ],
    ['no token at all, but a word', async () => 'x.y.z'],
  ])('answers 401 to %s', async (_, token) => {
    const made = await report();
    const response = await upload(made.submissionId, { token: await token() });
    expect(response.status).toBe(401);
    expect(await evidenceOf(made)).toEqual([]);
  });

  it('answers 404 to a colleague, just as for a report that does not exist', async () => {
    const made = await report();
    await service.work.readLists();
    const theirs = await upload(made.submissionId, { persona: 'colleague' });
    const none = await upload('0'.repeat(26), { persona: 'colleague' });
    expect([theirs.status, none.status]).toEqual([404, 404]);
    expect(await theirs.text()).toBe(await none.text());
    expect(theirs.headers.get('retry-after')).toBe(none.headers.get('retry-after'));
    expect(await evidenceOf(made)).toEqual([]);
  });

  it('refuses bytes that are not the ones announced, and leaves no file behind', async () => {
    const made = await report();
    const response = await upload(made.submissionId, { sha256: 'b'.repeat(64) });
    expect(response.status).toBe(422);
    expect((await upload(made.submissionId)).status).toBe(200);
  });

  it('writes evidence once: other bytes are refused, and that is in the trail (B-EVD-2)', async () => {
    const made = await report();
    await upload(made.submissionId);
    const other = new TextEncoder().encode('other');
    const hash = createHash('sha256').update(other).digest('hex');
    expect((await upload(made.submissionId, { bytes: other, sha256: hash })).status).toBe(409);
    expect(await evidenceOf(made)).toMatchObject([{ sha256 }]);
    const entries = await itemsOf(product, product.settings.site.lists.audit);
    const mine = entries.filter((entry) => entry.fields.SubmissionId === made.submissionId);
    expect(mine.map((entry) => entry.fields.Action)).toEqual(['registered', 'evidenceFiled', 'evidenceRefused']);
  });

  it('takes a large message in pieces, and refuses one that is too large before reading it', async () => {
    const made = await report();
    const large = new Uint8Array(12 * 1024 * 1024 + 17).map((_, index) => index % 251);
    const hash = createHash('sha256').update(large).digest('hex');
    const wrong = await upload(made.submissionId, { bytes: large, sha256: 'c'.repeat(64) });
    expect(wrong.status).toBe(422);
    expect((await upload(made.submissionId, { bytes: large, sha256: hash })).status).toBe(200);
    expect(await evidenceOf(made)).toMatchObject([{ sha256: hash, size: large.length }]);
  });

  it('enters a verification by Security into the custody log, and by nobody else (B-EVD-2)', async () => {
    const made = await report();
    await upload(made.submissionId);
    const verify = async (persona: string, computed: string) => {
      const response = await fetch(
        `${service.origin}/api/incidents/${made.submissionId}/evidence/original/verification`,
        {
          method: 'POST',
          headers: { authorization: `Bearer ${await own({ persona })}`, 'content-type': 'application/json' },
          body: JSON.stringify({ sha256: computed }),
        },
      );
      return { status: response.status, body: await response.json() };
    };
    expect(await verify('security', sha256)).toEqual({ status: 200, body: { isUnchanged: true } });
    expect(await verify('security', 'd'.repeat(64))).toEqual({ status: 200, body: { isUnchanged: false } });
    expect((await verify('colleague', sha256)).status).toBe(404);
    expect((await verify('manager', sha256)).status).toBe(404);
    await service.desk.idle();
    const entries = await itemsOf(product, product.settings.site.lists.audit);
    const mine = entries.filter((entry) => entry.fields.SubmissionId === made.submissionId);
    const actions = mine.map((entry) => entry.fields.Action);
    expect(actions.slice(-4)).toEqual(['evidenceVerified', 'evidenceMismatch', 'refused', 'refused']);
  });
});
