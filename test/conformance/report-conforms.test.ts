import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, it, vi } from 'vitest';
import { startProduct } from '../service/support/product.ts';
import { addForwarded, addReport, forwardedOf, personOf, reportOf } from '../service/support/reporter.ts';
import { uploadEvidence } from '../service/support/security.ts';
import { readRecording } from './recording.ts';
import { weigh } from './weigh.ts';

it('One report, from the row to the card and the evidence, asks Microsoft 365 for nothing that is not published', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'recording-'));
  const file = join(folder, 'recording.jsonl');
  vi.stubEnv('SANDBOX_RECORDING', file);
  const product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  try {
    const service = await product.addReplica();
    const report = await reportOf(await personOf(product, 'reporter'), 1);
    const { submissionId } = report;
    await addReport(product, 'reporter', report);
    await addForwarded(product, 'reporter', forwardedOf(report));
    await service.work.readLists();
    const bytes = new TextEncoder().encode('evidence');
    const digest = await crypto.subtle.digest('SHA-256', bytes);
    const sha256 = Buffer.from(digest).toString('hex');
    expect((await uploadEvidence(product, service.origin, { submissionId, bytes, sha256 })).status).toBe(200);

    const verdict = weigh(await readRecording(file));
    expect(verdict.unmatched).toEqual([]);
    expect(verdict.matched).toBe(verdict.requests);
    // Site and lists made, a row written, taken and settled, mails, a card, a file.
    expect(verdict.requests).toBeGreaterThan(100);
    const text = await readFile(file, 'utf8');
    for (const part of ['/connector/v3/conversations', '/_api/web/', '/oauth2/v2.0/token', '/content?', '/items']) {
      expect(text).toContain(part);
    }
    // No token of any kind, signed or not, and no address that opens a file by itself.
    expect(text).not.toMatch(/eyJ[\w-]{10,}\./);
    expect(text).not.toMatch(/bearer \S/i);
    expect(text).not.toMatch(/tempauth=(?!‹)/);
  } finally {
    await product.close();
    vi.unstubAllEnvs();
    await rm(folder, { recursive: true });
  }
});
