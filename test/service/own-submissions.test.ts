import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import type { Receipt } from '../../src/application/ports/intake.ts';
import { emptyBomb, emptyCall, emptyWelfare } from '../../src/domain/incident/empty-account.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import type { Report } from '../../src/domain/incident/report.ts';
import { joinText, recordParts } from '../../src/m365/lists/split-text.ts';
import { addAmendment, amendmentOf, callAccount, callReport } from './support/account.ts';
import { itemsOf } from './support/look.ts';
import { type Product, type Replica, startProduct } from './support/product.ts';
import { addReport, personOf } from './support/reporter.ts';

describe('A report from the tab, whose id is random', () => {
  let product: Product;
  let service: Replica;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
    service = await product.addReplica();
  });
  afterAll(() => product?.close());

  const settled = async () => {
    await service.work.readLists();
    await service.desk.idle();
  };
  async function records({ submissionId }: Report): Promise<{ fields: Record<string, string>; incident: Incident }[]> {
    const { incidents, incidentsHr } = product.settings.site.lists;
    const items = [...(await itemsOf(product, incidents)), ...(await itemsOf(product, incidentsHr))];
    return items
      .filter(({ fields }) => fields.SubmissionId === submissionId)
      .map(({ fields }) => ({ fields, incident: JSON.parse(joinText('Details', recordParts, fields)) as Incident }));
  }
  async function rowOf(rowId: string) {
    const row = (await itemsOf(product, product.settings.site.lists.intake)).find(({ id }) => id === rowId);
    const [receipt] = JSON.parse(row?.fields.Receipts ?? '[]') as Receipt[];
    return { reference: row?.fields.Reference ?? '', receipt };
  }

  it.each([
    ['after', ['reporter', 'colleague']],
    ['before', ['colleague', 'reporter']],
  ] as const)(
    'belongs to whoever stored it first; a row that comes %s it is refused and learns nothing',
    async (_, people) => {
      const report = callReport();
      const [first, second] = people;
      const mine = await addReport(product, first, report);
      const theirs = await addReport(product, second, { ...report, facts: 'Not so.', kind: 'internal' });
      await settled();
      await settled();
      const [record, ...others] = await records(report);
      expect(others).toEqual([]);
      expect(record?.incident.reporter.id).toBe((await personOf(product, first)).id);
      expect((await rowOf(mine)).reference).toBe(record?.incident.reference);
      expect(await rowOf(theirs)).toMatchObject({
        reference: '',
        receipt: { step: 'recorded', state: 'failed', reason: 'otherAuthor' },
      });
    },
  );

  it('is refused to a later author too, when the record has long been there', async () => {
    const report = callReport();
    await addReport(product, 'reporter', report);
    await settled();
    const theirs = await addReport(product, 'colleague', { ...report, kind: 'internal' });
    await settled();
    expect(await records(report)).toHaveLength(1);
    expect(await rowOf(theirs)).toMatchObject({ reference: '', receipt: { reason: 'otherAuthor' } });
  });

  it('stored twice by its author is one record, and both rows get the receipts', async () => {
    const report = callReport();
    const rows = [await addReport(product, 'reporter', report), await addReport(product, 'reporter', report)];
    await settled();
    const [record] = await records(report);
    for (const rowId of rows) expect((await rowOf(rowId)).reference).toBe(record?.incident.reference);
  });

  it('fills the columns people filter by', async () => {
    const report = callReport({ channel: 'voicemail', kind: 'sexualMalicious' });
    await addReport(product, 'reporter', report);
    await settled();
    const [record] = await records(report);
    expect(record?.fields).toMatchObject({ Channel: 'voicemail', Kind: 'sexualMalicious', Severity: 'standard' });
    expect(new Date(record?.fields.OccurredAt ?? '').toISOString()).toBe(report.occurredAt);
  });

  it('is stored whole in several columns when one would not hold it', async () => {
    // An astral character on every place where a column could end.
    const text = '\u{1F4DE} ring '.repeat(500).slice(0, 4000);
    const notes = Array.from({ length: 40 }, (_, index) => ({ at: `2026-11-20T10:${10 + index}:00.000Z`, text }));
    const account = callAccount({
      notes,
      verbatim: text,
      call: { ...emptyCall(), characteristics: text },
      bomb: { ...emptyBomb(), exactWords: text },
      welfare: emptyWelfare(),
    });
    const report = callReport({ kind: 'bombThreat', facts: text, account });
    expect(JSON.stringify(report).length).toBeGreaterThan(120_000);
    await addReport(product, 'reporter', report);
    await settled();
    const [record] = await records(report);
    expect(record?.incident.report).toEqual(report);
    for (const [name, value] of Object.entries(record?.fields ?? {})) {
      expect(String(value).length, name).toBeLessThanOrEqual(63_999);
    }
    expect(record?.incident.deliveries.filter(({ state }) => state === 'sent').length).toBeGreaterThan(2);

    // Each amendment keeps the old notes too: at last there is no room, and that is said.
    let refusal: string | null = null;
    for (let round = 0; round < 6 && refusal === null; round += 1) {
      const changed = account.notes.map((note, index) =>
        index < 20 ? { ...note, text: `${round}${note.text.slice(2)}` } : note,
      );
      const entry = amendmentOf(report, { account: { ...account, notes: changed } });
      const rowId = await addAmendment(product, 'reporter', entry);
      await settled();
      refusal = (await rowOf(rowId)).receipt?.reason ?? null;
    }
    expect(refusal).toBe('tooLarge');
    const [after] = await records(report);
    expect(after?.incident.amendments.length).toBeGreaterThan(0);
  });
});
