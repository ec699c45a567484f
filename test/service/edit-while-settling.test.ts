import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { callReport } from './support/account.ts';
import { storedIncident } from './support/clocks.ts';
import { KillSwitch } from './support/kill-switch.ts';
import { itemsOf, sentMails } from './support/look.ts';
import { type Product, startProduct } from './support/product.ts';
import { addReport } from './support/reporter.ts';
import { editAsSecurity } from './support/security.ts';

/** The dead one's lease has run out for it. */
const later = { now: () => new Date(Date.now() + 10 * 60_000) };

describe('Somebody who writes into a record while the service is at work on it', () => {
  let product: Product;
  beforeAll(async () => {
    product = await startProduct({ webhookOrigin: null, pollSeconds: 3600 });
  });
  afterAll(() => product?.close());

  /** Security acknowledges before the service can say that it is done; the service dies at the n-th write after that. */
  async function acknowledgedAndKilled(at: number): Promise<{ wasKilled: boolean; doubled: string[] }> {
    const report = callReport({ homeThreat: true, occurredAt: new Date().toISOString() });
    await addReport(product, 'reporter', report);
    const killer = new KillSwitch(at, 'after');
    const edited = { isDone: false };
    const items = `/lists/${product.settings.site.lists.incidents}/items/`;
    const first = await product.addReplica({
      fetch: async (input, init) => {
        const url = String(input instanceof Request ? input.url : input);
        const method = init?.method ?? (input instanceof Request ? input.method : 'GET');
        if (!edited.isDone && method === 'PATCH' && url.includes(items)) {
          edited.isDone = true;
          const { reference } = await storedIncident(product, report.submissionId);
          expect(await editAsSecurity(product, reference, { State: 'acknowledged' })).toBe(200);
          killer.arm();
        }
        return killer.fetch(input, init);
      },
    });
    await first.work.readLists().catch(() => undefined);
    await first.desk.idle();
    expect(edited.isDone).toBe(true);
    const { reference } = await storedIncident(product, report.submissionId);
    // SharePoint dates to the second; the next edit has another time.
    await new Promise((done) => setTimeout(done, 1_100));
    expect(await editAsSecurity(product, reference, { NewComment: 'We ring her today.' })).toBe(200);
    const second = await product.addReplica({ clock: later });
    await second.work.readLists();
    await second.desk.resume();
    await second.desk.idle();
    const after = await storedIncident(product, report.submissionId);
    expect(after.state).toBe('acknowledged');
    expect(after.comments.map(({ text }) => text)).toEqual(['We ring her today.']);
    const told = (await sentMails(product))
      .filter(({ subject }) => subject.includes(reference))
      .map(({ subject, to }) => `${subject} to ${to.join()}`);
    const moves = (await itemsOf(product, product.settings.site.lists.audit))
      .filter(({ fields }) => fields.SubmissionId === report.submissionId && fields.Action === 'moved')
      .map(() => 'moved to acknowledged');
    const all = [...told, ...moves];
    return { wasKilled: killer.isDead, doubled: all.filter((each, index) => all.indexOf(each) < index) };
  }

  it('is heard once, wherever the service dies and whatever they write next (X-IDEM-1)', async () => {
    let killedAt = 0;
    for (let at = 1; ; at += 1) {
      const { wasKilled, doubled } = await acknowledgedAndKilled(at);
      expect(doubled, `killed after write ${at}`).toEqual([]);
      if (!wasKilled) break;
      killedAt = at;
    }
    expect(killedAt).toBeGreaterThanOrEqual(5);
  }, 240_000);
});
