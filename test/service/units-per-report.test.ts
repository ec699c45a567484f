import { expect, it } from 'vitest';
import { itemsOf } from './support/look.ts';
import { startProduct } from './support/product.ts';
import { addForwarded, addReport, forwardedOf, personOf, reportOf } from './support/reporter.ts';
import { uploadEvidence } from './support/security.ts';

it('A running service spends at most 20 resource units of SharePoint on a report (facts 1.8)', async () => {
  // Leases as long as in production: on a busy machine short ones are renewed, which costs writes that belong to no report.
  const product = await startProduct({ webhookOrigin: null, pollSeconds: 3600, leaseSeconds: 60 });
  try {
    const service = await product.addReplica();
    const person = await personOf(product, 'reporter');
    const reports = await Promise.all(Array.from({ length: 11 }, (_, number) => reportOf(person, number)));
    const add = async (some: typeof reports) => {
      for (const report of some) {
        await addReport(product, 'reporter', report);
        await addForwarded(product, 'reporter', forwardedOf(report));
      }
    };
    // What a replica asks once and remembers belongs to no report either.
    await add(reports.slice(0, 1));
    await service.work.readLists();
    const usage = async () =>
      (
        (await (await fetch(`${product.sandbox.origin}/sandbox/usage`)).json()) as {
          apps: Record<string, { resourceUnits: number }>;
        }
      ).apps[product.settings.clientId]?.resourceUnits ?? 0;
    const measured = reports.slice(1);
    await add(measured);
    const before = await usage();
    await service.work.readLists();
    const bytes = new TextEncoder().encode('evidence');
    const sha256 = [...new Uint8Array(await crypto.subtle.digest('SHA-256', bytes))]
      .map((byte) => byte.toString(16).padStart(2, '0'))
      .join('');
    for (const { submissionId } of measured) {
      expect((await uploadEvidence(product, service.origin, { submissionId, bytes, sha256 })).status).toBe(200);
    }
    const each = ((await usage()) - before) / measured.length;
    console.warn(`resource units a report: ${each}`);
    expect(each).toBeGreaterThan(5);
    expect(each).toBeLessThanOrEqual(20);
    const found = await itemsOf(product, product.settings.site.lists.incidents);
    expect(found.filter((item) => item.fields.WorkState !== 'done')).toEqual([]);
  } finally {
    await product.close();
  }
});
