import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { cardsOf, incidents, itemsOf, receiptsIn, sentMails } from './support/look.ts';
import { type Product, startProduct } from './support/product.ts';
import { addForwarded, addReport, forwardedOf, numberOf, personOf, reportOf } from './support/reporter.ts';

describe('Replicas of the service that read the same rows', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  });
  afterAll(() => product?.close());

  it('take each report once between three of them, rows that are there twice too (X-IDEM-1)', async () => {
    const reporter = await personOf(product, 'reporter');
    const rowIds: string[] = [];
    const first: string[] = [];
    for (let number = 1; number <= 6; number += 1) {
      const report = await reportOf(reporter, number);
      const rowId = await addReport(product, 'reporter', report);
      first.push(rowId);
      rowIds.push(rowId, await addReport(product, 'reporter', report));
      await addForwarded(product, 'reporter', forwardedOf(report));
    }
    const replicas = await Promise.all([product.addReplica(), product.addReplica(), product.addReplica()]);
    await Promise.all(replicas.map((replica) => replica.work.readLists()));
    // What one replica left to another is done by now, or its lease runs out.
    await Promise.all(replicas.map((replica) => replica.desk.idle()));
    await Promise.all(replicas.map((replica) => replica.work.readLists()));

    const found = await incidents(product);
    expect(found.map(({ incident }) => incident.reference).sort()).toEqual(first.map(numberOf).sort());
    expect(found.map(({ item }) => item.fields.WorkState)).toEqual(Array(6).fill('done'));
    expect(await cardsOf(product, 'manager')).toHaveLength(6);
    const subjects = (await sentMails(product)).map((mail) => mail.subject);
    expect(subjects).toHaveLength(12);
    expect(new Set(subjects).size).toBe(12);
    for (const rowId of rowIds) {
      const { evidenceFiled, ...others } = await receiptsIn(product, rowId);
      expect(evidenceFiled, rowId).toBe('waiting');
      expect(Object.values(others), rowId).toEqual(['done', 'done', 'done', 'done']);
    }
    const entries = await itemsOf(product, product.settings.site.lists.audit);
    expect(new Set(entries.map((entry) => entry.fields.EntryKey)).size).toBe(entries.length);
  });
});
