import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { noteForwarded } from '../../src/application/note-forwarded.ts';
import type { Incident } from '../../src/domain/incident/incident.ts';
import { addAmendment, addWithdrawal, amendmentOf, callReport } from './support/account.ts';
import { itemsOf } from './support/look.ts';
import { type Product, startProduct } from './support/product.ts';
import { addReport, forwardedOf, personOf, reportOf } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

interface Seen {
  method: string;
  url: URL;
}

/** What Graph says instead of doing it. */
const refusal = (status: number, code: string) =>
  Response.json({ error: { code, message: 'Not now.' } }, { status }) as Response;

describe('What SharePoint refuses for a moment, and what others write at the same moment (X-IDEM-1, X-PART-1)', () => {
  let product: Product;
  beforeEach(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  });
  afterEach(() => product?.close());

  /** A replica of which the first request that fits is stepped in front of: with an answer, or with something that happens before it. */
  function steppedBefore(fits: (request: Seen) => boolean, step: () => Promise<Response | undefined>) {
    const state = { isDone: false };
    return product.addReplica({
      fetch: async (input, init) => {
        const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
        const url = new URL(input instanceof Request ? input.url : String(input));
        if (!state.isDone && fits({ method, url })) {
          state.isDone = true;
          const instead = await step();
          if (instead) return instead;
        }
        return fetch(input, init);
      },
    });
  }
  async function stored(submissionId: string) {
    const items = (await itemsOf(product, product.settings.site.lists.incidents)).filter(
      ({ fields }) => fields.SubmissionId === submissionId,
    );
    expect(items).toHaveLength(1);
    return JSON.parse(items[0]?.fields.Details ?? '') as Incident;
  }
  const isNewRow =
    (list: 'incidents') =>
    ({ method, url }: Seen) =>
      method === 'POST' && url.pathname.endsWith(`/lists/${product.settings.site.lists[list]}/items`);

  it.each([
    [409, 'conflict'],
    [409, 'nameAlreadyExists'],
    [423, 'resourceLocked'],
  ])('loses no report where entering it is refused once with %i %s', async (status, code) => {
    const service = await steppedBefore(isNewRow('incidents'), async () => refusal(status, code));
    const report = callReport();
    await addReport(product, 'reporter', report);
    await service.work.readLists();
    await service.work.readLists();
    await service.desk.idle();
    expect((await stored(report.submissionId)).report.submissionId).toBe(report.submissionId);
  });

  it('does not put back a withdrawal that comes while a joining is refused', async () => {
    const report = callReport({ violenceThreatened: true });
    await addReport(product, 'reporter', report);
    const other = await product.addReplica();
    await other.work.readLists();
    const { reference } = await stored(report.submissionId);
    await editAsSecurity(product, reference, { State: 'merged', MergedInto: 'UB-2026-999999' });
    const looksForMain = ({ url }: Seen) => url.search.includes('UB-2026-999999');
    const service = await steppedBefore(looksForMain, async () => {
      await addWithdrawal(product, 'reporter', report.submissionId, 'It was a mistake.');
      await other.work.readLists();
      return undefined;
    });
    await service.work.readLists();
    await service.desk.idle();
    await other.desk.idle();
    expect(await stored(report.submissionId)).toMatchObject({ state: 'withdrawn', mergedInto: null });
    const moves = (await itemsOf(product, product.settings.site.lists.audit)).filter(
      ({ fields }) => fields.SubmissionId === report.submissionId && fields.Action === 'moved',
    );
    expect(moves).toHaveLength(1);
  });

  it('keeps the mark of the forwarded original that comes while an amendment is being worked out', async () => {
    const reporter = await personOf(product, 'reporter');
    const report = await reportOf(reporter, 1);
    await addReport(product, 'reporter', report);
    const other = await product.addReplica();
    await other.work.readLists();
    await other.desk.idle();
    const asksDirectory = ({ url }: Seen) => url.pathname.endsWith('/manager');
    const happened: string[] = [];
    const service = await steppedBefore(asksDirectory, async () => {
      // The other replica has come to the mark, and not to the amendment.
      await other.desk.change(report.submissionId, (row) => noteForwarded(row, reporter.id, forwardedOf(report)));
      happened.push((await stored(report.submissionId)).forward.state);
      return undefined;
    });
    await addAmendment(product, 'reporter', amendmentOf(report, {}, { note: 'There was a second one.' }));
    await service.work.readLists();
    await service.desk.idle();
    expect(happened).toEqual(['sent']);
    expect(await stored(report.submissionId)).toMatchObject({
      forward: { state: 'sent' },
      amendments: [{ note: 'There was a second one.' }],
    });
  });
});
